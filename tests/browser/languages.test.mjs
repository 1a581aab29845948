// Every language says what the verdict says; one file adds a language; and nobody pays for a language that he does not read.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, test } from 'node:test';
import { article, serveHost } from './host-page.mjs';
import { answered, chooseLanguage, openPage, settle, siteInChromium } from './open-page.mjs';
import { invented, inventedMessages, siteWithInvented } from './invented-language.mjs';
import { serveSite, site as folder } from './static-site.mjs';
import { readMessages, tags } from '../../web/scripts/check-messages.mjs';

const { site, browser } = await siteInChromium();
const more = siteWithInvented();
const wider = await serveSite({ folder: more.folder });
after(async () => {
  await wider.close();
  more.remove();
});

const bare = (text) => text.replace(/[\u2066-\u2069\u200e\u200f]/g, '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();

/** The case of a sheet as the part of the address behind the #. */
function fragment({ as_of, facts }) {
  const values = Object.entries(facts).map(([id, value]) => [id, value === true ? 'yes' : value === false ? 'no' : value === null ? 'unsure' : String(value)]);
  return `#${new URLSearchParams([['as_of', as_of], ...values])}`;
}

const events = /^(dispute|return_|returned|seller_replied|escalated|refund|offer|chargeback|cancel|withdrawn|confirmed|protection|extension|seller_cancelled)/;

/** Sheets without events: what their headline says is the leading entitlement's status and day. */
const cases = new URL('../cases/', import.meta.url);
const sheets = readdirSync(cases)
  .filter((name) => name.endsWith('.json') && name !== 'label.json')
  .flatMap((name) => JSON.parse(readFileSync(new URL(name, cases), 'utf8')))
  .filter(({ given, expect }) => given?.facts?.marketplace && given.facts.reason && given.as_of && expect?.items?.length === 1)
  .filter(({ given }) => !Object.keys(given.facts).some((id) => events.test(id)));

/** By the status that is expected, some of each. */
function chosen() {
  const by = new Map();
  for (const sheet of sheets) {
    const { status } = sheet.expect.items[0];
    by.set(status, [...(by.get(status) ?? []), sheet]);
  }
  return [...by.values()].flatMap((all) => all.filter((_, index) => index % Math.ceil(all.length / 6) === 0)).map(({ given }) => fragment(given));
}

/** Where the case of the address stands, and what the card says of it. */
async function said(page, hash) {
  await page.evaluate((to) => (location.hash = to), hash);
  await settle(page);
  await page.waitForFunction(() => document.querySelector('return-page').shadowRoot.querySelector('answer-card')?.shadowRoot.querySelector('.lead'));
  return page.evaluate(() => {
    const element = document.querySelector('return-page');
    const lead = element.shadowRoot.querySelector('answer-card').shadowRoot.querySelector('.lead');
    const { verdict } = element.answerView;
    const { item, entitlement, phase } = verdict.headline;
    const all = (verdict.items.find(({ id }) => id === item) ?? verdict.items[0]).entitlements;
    const e = all[entitlement ?? -1] ?? all.find(({ policy }) => policy === verdict.policy);
    return {
      phase, asOf: verdict.as_of, status: e.status, kind: e.kind, remedy: e.remedy, opens: e.opens?.earliest ?? null,
      safe: e.act_by?.safe ?? e.act_by?.last ?? null, last: e.act_by?.last ?? null, text: lead.innerText,
    };
  });
}

const noon = (day) => Date.parse(`${day}T12:00:00Z`);
const isoDay = (ms) => new Date(ms).toISOString().slice(0, 10);
const forms = [{ weekday: 'long' }, {}].flatMap((form) => [{ year: 'numeric' }, {}].map((year) => ({ day: 'numeric', month: 'long', ...form, ...year })));

const written = new Map();

/** The words of a day, each made once. */
function wordsOf(day, locale, form, format) {
  const key = `${locale} ${Object.keys(form)} ${day}`;
  if (!written.has(key)) written.set(key, bare(format.format(noon(day))));
  return written.get(key);
}

/** Every day that a text names, read back by Intl; of two forms that fit the longer one is meant. */
function daysIn(text, locale, asOf) {
  const found = [];
  for (const form of forms) {
    const format = new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC', calendar: 'gregory' });
    for (let offset = -400; offset <= 400; offset += 1) {
      const one = isoDay(noon(asOf) + offset * 86_400_000);
      if (!form.year && one.slice(0, 4) !== asOf.slice(0, 4)) continue;
      const words = wordsOf(one, locale, form, format);
      const at = text.indexOf(words);
      if (at < 0 || /\d$/.test(text.slice(0, at)) || /^\d/.test(text.slice(at + words.length))) continue;
      found.push({ one, from: at, to: at + words.length });
    }
  }
  const inside = (a, b) => b !== a && b.from <= a.from && b.to >= a.to && b.to - b.from > a.to - a.from;
  return [...new Set(found.filter((a) => !found.some((b) => inside(a, b))).map(({ one }) => one))];
}

const english = readMessages('en');
const starts = (text, word) => new RegExp(`^${word}(?!\\p{L})`, 'iu').test(text);

test('in every language the first word and the day of the headline are the verdict’s, for 20 cases and more', async () => {
  const addresses = chosen();
  assert.ok(addresses.length >= 20, `${addresses.length} cases`);
  const counted = { dated: 0, yes: 0, no: 0, other: 0 };
  const opened = await openPage(browser, `${site.url}${addresses[0]}`, {});
  for (const tag of tags()) {
    const words = readMessages(tag);
    for (const key of Object.keys(english).filter((one) => /^head\.(allowed\.\w+|refused|expired|not_yet|norule)\.lead$/.test(one)))
      for (const word of ['yes', 'no']) assert.equal(starts(words[key], words[word]), starts(english[key], english[word]), `${tag} ${key}: ${words[key]}`);
    await chooseLanguage(opened.page, tag);
    for (const address of addresses) {
      const told = await said(opened.page, address);
      const text = bare(told.text);
      const where = `${tag} ${address}: ${text}`;
      if (told.phase !== 'start' || told.kind !== 'promise') continue;
      const [yes, no] = [starts(text, words.yes), starts(text, words.no)];
      const plain = english[`head.allowed.${told.remedy}.lead`] ?? english['head.allowed.refund_on_return.lead'];
      if (told.status === 'allowed') assert.equal(yes, starts(plain, english.yes), where);
      else if (told.status === 'refused') assert.ok(no && !yes, where);
      else assert.ok(!yes && !(no && told.status !== 'expired'), where);
      counted[yes ? 'yes' : no ? 'no' : 'other'] += 1;
      const named = told.status === 'not_yet' ? told.opens : told.status === 'expired' ? told.last : told.status === 'allowed' && told.safe > told.asOf ? told.safe : null;
      if (!named || !daysIn(text, words['meta.date_locale'], told.asOf).length) {
        assert.ok(!(told.status === 'allowed' && told.safe > told.asOf), where);
        continue;
      }
      assert.deepEqual(daysIn(text, words['meta.date_locale'], told.asOf), [named], where);
      counted.dated += 1;
    }
  }
  assert.deepEqual(opened.faults, []);
  await opened.close();
  console.log(`# ${tags().length} languages, ${addresses.length} cases: ${JSON.stringify(counted)}`);
  for (const [what, count] of Object.entries(counted)) assert.ok(count >= tags().length * (what === 'dated' ? 8 : 1), `${what}: ${count}`);
});

/** What sticks out of the page at the sides, with everything that is folded opened. */
function overflow(page) {
  return page.evaluate(() => {
    const open = (node) => {
      if (node.tagName === 'DETAILS') node.open = true;
      for (const child of [...(node.shadowRoot?.children ?? []), ...node.children]) open(child);
    };
    open(document.body);
    return new Promise((done) => setTimeout(() => done(document.documentElement.scrollWidth - innerWidth), 200));
  });
}

const states = [
  '#country=unsure',
  '#as_of=2026-05-10&country=FR&reason=damaged&received_on=2026-05-04',
  '#as_of=2026-11-29&country=FR&reason=defective&received_on=2026-03-29',
  '#as_of=2026-05-20&reason=damaged&received_on=2026-05-01&dispute_opened_on=2026-05-04',
];

test('one file adds a language: the page speaks it, by its variant too, offers it by its name, and holds long words', async () => {
  const words = inventedMessages();
  for (const [index, hash] of states.entries()) {
    const opened = await openPage(browser, wider.url + hash, { lang: `${invented}-ZZ` });
    assert.equal(await opened.page.$eval('html', (node) => node.lang), invented);
    if (index === 1) {
      assert.ok((await opened.text()).startsWith(words['head.allowed.refund_on_return.lead']), await opened.text());
      const letters = await opened.page.$eval('>>> copy-message', (node) => [node.text, node.other]);
      assert.ok(letters[0].startsWith(words['seller.hello']) && letters[1].startsWith('Hello,'), letters.join());
    }
    assert.equal(await opened.page.$eval('>>> [data-languages]', (node) => node.innerText), words['meta.name']);
    assert.equal(await opened.page.$eval('>>> [data-unread]', (node) => node.innerText), words['page.unread']);
    assert.ok((await overflow(opened.page)) <= 0, hash);
    assert.deepEqual(opened.faults, []);
    await opened.close();
  }
});

test('no language sticks out of a phone, each is written in its direction, and says that no native speaker read it', async () => {
  for (const tag of tags()) {
    const words = readMessages(tag);
    for (const hash of states.slice(0, 3)) {
      const opened = await openPage(browser, site.url + hash, { lang: tag });
      assert.ok((await overflow(opened.page)) <= 0, `${tag} ${hash}`);
      assert.equal(await opened.page.$eval('return-page', (node) => getComputedStyle(node).direction), words['meta.dir'], tag);
      assert.equal((await opened.page.$$('>>> [data-unread]')).length, words['meta.read'] === 'yes' ? 0 : 1, tag);
      assert.deepEqual(opened.faults, [], tag);
      await opened.close();
    }
  }
});

test('regional variants and old tags are served; what nobody speaks is answered in English', async () => {
  for (const [wanted, tag] of [['pt-BR', 'pt'], ['iw', 'he'], ['fr-CA-x-any', 'fr'], ['tlh', 'en'], ['not a tag', 'en'], ['en-AU', 'en']]) {
    const opened = await openPage(browser, `${site.url}#country=unsure`, { lang: wanted });
    assert.equal(await opened.page.$eval('html', (node) => node.lang), tag, wanted);
    await opened.close();
  }
});

test('what the rules say is in the reader’s language where it is translated, and follows when he chooses another', async () => {
  const opened = await openPage(browser, `${wider.url}#as_of=2026-05-10&country=unsure&reason=damaged&received_on=2026-05-04`, { lang: 'fr' });
  const spoken = (tag) =>
    opened.page.waitForFunction(
      (wanted) => {
        const page = document.querySelector('return-page').shadowRoot;
        const details = page.querySelector('answer-details')?.shadowRoot;
        for (const one of details?.querySelectorAll('details') ?? []) one.open = true;
        const why = details?.querySelector('why-sources')?.shadowRoot;
        const says = [...(why?.querySelectorAll('.group span') ?? [])];
        return says.length > 0 && says.every((node) => node.lang === wanted) && says.map((node) => node.textContent).join(' ');
      },
      {},
      tag,
    );
  const says = async (tag) => (await spoken(tag)).jsonValue();
  assert.match(await says('fr'), /vendeur/);
  await chooseLanguage(opened.page, 'en');
  assert.match(await says('en'), /\bshop\b/);
  await chooseLanguage(opened.page, invented);
  assert.match(await says('en'), /\bshop\b/, 'what is not translated is said in English');
  await chooseLanguage(opened.page, 'fr');
  assert.match(await says('fr'), /vendeur/);
  assert.deepEqual(opened.faults, []);
  await opened.close();
});

test('one file adds a language: the widget and the page for authors speak it', async () => {
  const words = inventedMessages();
  const element = `<return-checker lang="${invented}-ZZ" marketplace="aliexpress" loading="eager"></return-checker><script type="module" src="${wider.url}return-checker.js"></script>`;
  const host = await serveHost({ '/': article(element) });
  const page = await browser.newPage();
  await page.goto(host.url);
  await page.waitForFunction(() => document.querySelector('return-checker').shadowRoot?.querySelector('.lead'));
  assert.ok((await page.$eval('>>> .lead', (node) => node.innerText)).startsWith(words['head.before.lead']));
  await page.evaluateOnNewDocument((tag) => Object.defineProperty(navigator, 'languages', { get: () => [tag] }), invented);
  await page.goto(`${wider.url}snippet/`);
  await page.waitForFunction(() => document.querySelector('snippet-page').shadowRoot?.querySelector('textarea'));
  assert.equal(await page.$eval('snippet-page', (node) => node.shadowRoot.querySelector('h1').innerText), words['snippet.title']);
  assert.match(await page.$eval('>>> textarea', (node) => node.value), new RegExp(`lang="${invented}"`));
  await page.close();
  await host.close();
});

/** The names without sums of all that a visit fetches, and the bytes of each. */
async function fetched(server, from, visit, language) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const asked = new Set();
  page.on('request', (request) => asked.add(request.url()));
  await page.evaluateOnNewDocument((tag) => Object.defineProperty(navigator, 'languages', { get: () => [tag] }), language);
  await visit(page, server);
  await context.close();
  const paths = [...asked].filter((url) => url.startsWith(server.url)).map((url) => new URL(url).pathname.slice(server.base.length) || 'index.html');
  const sizes = [...new Set(paths)].map((path) => [path.replace(/[.-][\w-]{8}\.(js|css)$/, '.$1'), readFileSync(`${from}/${path}`).length]);
  return sizes.sort(([a, size], [b, other]) => (a === b ? size - other : a < b ? -1 : 1));
}

async function visitPage(page, { url }) {
  await page.goto(`${url}#as_of=2026-05-10&country=FR&reason=damaged&received_on=2026-05-04`);
  await answered(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** Sum of what the worker keeps for everybody. */
const precached = (from) => [...readFileSync(`${from}/sw.js`, 'utf8').matchAll(/url:"([^"]+)"/g)].map(([, path]) => readFileSync(`${from}/${path}`).length).reduce((sum, size) => sum + size, 0);

test('a reader without that language downloads not one byte of it: page, widget, and what is kept for no network', async () => {
  const plain = await fetched(site, folder, visitPage, 'en-GB');
  assert.ok(plain.some(([name]) => name === 'laws/eu.js') && plain.length > 8, `${plain}`);
  assert.deepEqual(await fetched(wider, more.folder, visitPage, 'en-GB'), plain);
  assert.equal(precached(more.folder), precached(folder));
  assert.equal(readFileSync(`${more.folder}/sw.js`).length, readFileSync(`${folder}/sw.js`).length);
  // Another language's reader has the list as well, and that alone grows, by the language's line.
  const [before, now] = [await fetched(site, folder, visitPage, 'fr'), await fetched(wider, more.folder, visitPage, 'fr')];
  const without = (files) => files.filter(([name]) => name !== 'assets/languages.js');
  assert.deepEqual(without(now), without(before));
  const list = (files) => files.find(([name]) => name === 'assets/languages.js')[1];
  assert.ok(list(now) > list(before) && list(now) - list(before) < 400, `${list(before)} ${list(now)}`);
  const widget = async (page, { url }) => {
    const host = await serveHost({ '/': article(`<return-checker loading="eager"></return-checker><script type="module" src="${url}return-checker.js"></script>`) });
    await page.goto(host.url);
    await page.waitForFunction(() => document.querySelector('return-checker').shadowRoot?.querySelector('.lead'));
    await host.close();
  };
  assert.deepEqual(await fetched(wider, more.folder, widget, 'en-GB'), await fetched(site, folder, widget, 'en-GB'));
  // Neither does one of another language, but for that language's tag in the list; nor does one whose browser checks the files.
  const own = (server) => async (page) => {
    await page.goto(`${server.url}embed/index.html`);
    await page.waitForFunction(() => document.querySelector('return-checker').shadowRoot?.querySelector('.lead'));
  };
  assert.deepEqual(await fetched(wider, more.folder, own(wider), 'en-GB'), await fetched(site, folder, own(site), 'en-GB'));
  const french = async (page, { url }) => {
    const host = await serveHost({ '/': article(`<return-checker lang="fr" loading="eager"></return-checker><script src="${url}return-checker.js"></script>`) });
    await page.goto(host.url);
    await page.waitForFunction(() => document.querySelector('return-checker').shadowRoot?.querySelector('.lead'));
    await host.close();
  };
  const named = ` ${invented}`.length;
  const [host, hostNow] = [await fetched(site, folder, french, 'en-GB'), await fetched(wider, more.folder, french, 'en-GB')];
  assert.deepEqual(hostNow, host.map(([name, size]) => [name, name === 'widget/languages.js' ? size + named : size]));
});
