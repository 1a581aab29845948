// The page and the widget, held open in Chromium, and what stands on them after a case. A case is put into the page by its own
// link, and into the widget as a reader's answers.
import { article, serveHost } from '../browser/host-page.mjs';
import { chooseLanguage, openPage } from '../browser/open-page.mjs';
import { fragment } from './cases.mjs';

const patience = 4000;
const soon = () => new Promise((done) => setTimeout(done, 20));

/** Asks again until the engine has what it loads on the way: another shop, the laws of another country. */
async function until(read, equal) {
  const ends = Date.now() + patience;
  for (;;) {
    const { verdict, ...shown } = await read();
    if (verdict && equal(verdict)) return { ...shown, equal: true };
    if (Date.now() > ends) return { ...shown, equal: false };
    await soon();
  }
}

export class PageScreen {
  name = 'page';
  noted = true;

  static async open(browser, url, tag) {
    const screen = new PageScreen();
    screen.opened = await openPage(browser, url, {});
    screen.faults = screen.opened.faults;
    await chooseLanguage(screen.opened.page, tag);
    return screen;
  }

  async show(one, equal) {
    const { page } = this.opened;
    await page.evaluate((to) => {
      const heard = new Promise((done) => addEventListener('hashchange', done, { once: true }));
      if (location.hash === to) return undefined;
      location.hash = to;
      return heard.then(() => undefined);
    }, fragment(one));
    return until(() => page.evaluate(read), equal);
  }

  close() {
    return this.opened.close();
  }
}

/** In the page. */
async function read() {
  const element = document.querySelector('return-page');
  await element.updateComplete;
  const card = element.shadowRoot.querySelector('answer-card');
  const list = element.shadowRoot.querySelector('order-items');
  await Promise.all([card?.updateComplete, list?.updateComplete]);
  const { answerView, answers } = element;
  const text = (selector, root = card.shadowRoot) => root.querySelector(selector)?.textContent ?? '';
  if (!card || answerView?.answers !== answers || Object.keys(element.faults).length) return { verdict: null, lead: text('.lead', card?.shadowRoot ?? document), act: '', warn: '', under: '', rows: [], count: '', items: null };
  const rows = [...card.shadowRoot.querySelectorAll('dl > div')].map((row) => {
    const note = text('small', row);
    const value = text('dd', row).trim();
    return { id: row.dataset.fact, label: text('dt', row), value: note ? value.slice(0, value.length - note.length) : value, note };
  });
  const items = [...(list?.shadowRoot.querySelectorAll('li') ?? [])].map((row) => text('b', row));
  const sharpen = element.shadowRoot.querySelector('sharpen-answer');
  await sharpen?.updateComplete;
  const asking = sharpen?.shadowRoot.querySelector('ask-next');
  await asking?.updateComplete;
  // What each button gives is caught on the way, so that the case stays as it is.
  let given;
  const hear = (event) => {
    event.stopImmediatePropagation();
    given = Object.entries(event.detail)[0];
  };
  addEventListener('answer', hear, { capture: true });
  const buttons = [...(asking?.shadowRoot.querySelectorAll('.choices [data-answer]') ?? [])].flatMap((button) => {
    given = undefined;
    if (button.getAttribute('aria-expanded') === null) button.click();
    return given ? [{ label: button.textContent, fact: given[0], value: given[1] }] : [];
  });
  removeEventListener('answer', hear, { capture: true });
  const question = asking ? { text: text('h2, summary span', asking.shadowRoot), why: text('.why', asking.shadowRoot), buttons } : null;
  const details = element.shadowRoot.querySelector('answer-details');
  await details?.updateComplete;
  const sources = details?.shadowRoot.querySelector('why-sources');
  await sources?.updateComplete;
  const points = sources && [...sources.shadowRoot.querySelectorAll('[data-conflict]')].map((point) => ({
    id: point.dataset.conflict,
    readings: [...point.querySelectorAll('li')].map((line) => line.firstChild && [...line.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data).join('')),
    note: text('.note', point),
  }));
  return { question, points, verdict: answerView.verdict, lead: text('.lead span'), act: text('.lead .act'), warn: text('.warn'), under: text('.under'), rows, count: text('.count'), items };
}

export class WidgetScreen {
  name = 'widget';
  noted = false;
  faults = [];

  static async open(browser, url, tag) {
    const screen = new WidgetScreen();
    screen.site = url;
    screen.tag = tag;
    screen.host = await serveHost({ '/': article('', { head: `<script src="${url}return-checker.js"></script>`, lang: tag }) });
    screen.context = await browser.createBrowserContext();
    screen.page = await screen.context.newPage();
    screen.page.on('pageerror', (error) => screen.faults.push(String(error)));
    await screen.page.goto(screen.host.url);
    return screen;
  }

  async show(one, equal) {
    const [{ marketplace, ...facts }] = one.items;
    await this.page.evaluate(begin, marketplace, this.tag);
    const answers = { facts, others: [], place: 0, rough: [], no_date: one.no_date, as_of: one.as_of, currency: 'EUR', ticked: [] };
    await this.page.evaluate((shop, given) => document.querySelector(`return-checker[marketplace=${shop}]`).take(given), marketplace, answers);
    return until(() => this.page.evaluate(readWidget, marketplace), equal);
  }

  async close() {
    await this.context.close();
    await this.host.close();
  }
}

/** In the host's page: a checker of this shop that can be asked. */
async function begin(marketplace, lang) {
  if (document.querySelector(`return-checker[marketplace=${marketplace}]`)) return;
  const element = document.createElement('return-checker');
  element.setAttribute('marketplace', marketplace);
  element.setAttribute('lang', lang);
  const ready = new Promise((done) => element.addEventListener('ready', done, { once: true }));
  document.querySelector('main').prepend(element);
  element.scrollIntoView();
  await ready;
}

async function readWidget(marketplace) {
  const element = document.querySelector(`return-checker[marketplace=${marketplace}]`);
  await element.updateComplete;
  const answer = element.shadowRoot.querySelector('.answer');
  const text = (selector, root = answer) => root.querySelector(selector)?.textContent ?? '';
  const act = text('.act');
  const lead = text('.lead');
  const rows = [...answer.querySelectorAll('dl > div')].map((row) => ({ label: text('dt', row), value: text('dd', row), note: '' }));
  return { verdict: element.answerView?.verdict ?? null, lead: act ? lead.slice(0, lead.length - act.length) : lead, act, warn: text('.warn'), under: text('.under'), rows, count: '', items: null };
}
