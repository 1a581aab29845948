// Copy, calendar, share, keep; the keyboard and the spoken answer.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { openPage, pageText, siteInChromium } from './open-page.mjs';

const lamp = 'as_of=2026-05-10&reason=damaged&received_on=2026-05-04';
const { site, browser } = await siteInChromium();

async function downloaded(opened, press) {
  const folder = await mkdtemp(join(tmpdir(), 'returnable-'));
  const session = await opened.page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: folder,
    browserContextId: opened.page.browserContext().id,
  });
  await press();
  for (let tries = 0; tries < 50; tries += 1) {
    const [name] = (await readdir(folder)).filter((one) => !one.endsWith('.crdownload'));
    if (name) return { name, text: await readFile(join(folder, name), 'utf8') };
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('nothing was downloaded');
}

test('the message to the seller holds the case’s facts', async () => {
  const opened = await openPage(browser, `${site.url}#${lamp}`, {
    before: (page) =>
      page.evaluateOnNewDocument(() => {
        Object.defineProperty(navigator, 'clipboard', {
          value: { writeText: async (text) => void (globalThis.copied = text) },
        });
      }),
  });
  await opened.press('copy-message >>> button.main');
  const text = await opened.page.evaluate(() => globalThis.copied);
  assert.match(text, /^Hello,\n\nMy order arrived on 4 May 2026, and the item is broken\./);
  assert.match(text, /prepaid label/);
  assert.match(text, /answer by 13 May 2026/);
  assert.match(await pageText(opened.page), /Copied\. Paste it into the chat/);
  assert.match(await pageText(opened.page), /then open a dispute by 19 May/);
  await opened.close();
});

test('a clipboard that is blocked shows the text instead', async () => {
  const opened = await openPage(browser, `${site.url}#${lamp}`, {
    before: (page) =>
      page.evaluateOnNewDocument(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
        document.execCommand = () => false;
      }),
  });
  await opened.press('copy-message >>> button.main');
  assert.match(await pageText(opened.page), /Copying was blocked\..*My order arrived on 4 May 2026/);
  await opened.close();
});

const eventsOf = (text) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

test('the calendar file parses: the act and the money, alarms three days and one day before', async () => {
  for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
    const opened = await openPage(browser, `${site.url}#${lamp}`, { before: (page) => page.emulateTimezone(zone) });
    const file = await downloaded(opened, () => opened.press('[data-save=calendar]'));
    assert.equal(file.name, 'return.ics');
    const events = eventsOf(file.text);
    assert.deepEqual(
      events.map((event) => [event.summary, event.startDate.toString(), event.endDate.toString(), event.startDate.isDate]),
      [
        ['AliExpress, Broken: Open a dispute (last safe day)', '2026-05-19', '2026-05-20', true],
        ['AliExpress, Broken: your money should have arrived', '2026-07-31', '2026-08-01', true],
        ['AliExpress, Broken: Write to the seller that you reject the item (last day by law)', '2026-06-03', '2026-06-04', true],
      ],
      zone,
    );
    for (const event of events) {
      const alarms = event.component.getAllSubcomponents('valarm').map((one) => one.getFirstPropertyValue('trigger').toSeconds());
      assert.deepEqual(alarms, [-(2 * 86_400 + 15 * 3600), -15 * 3600]);
      assert.match(event.description, /#.*reason=damaged/, 'the way back to the case');
    }
    assert.deepEqual(opened.faults, []);
    await opened.close();
  }
});

test('two returns with the same last day are two events, and the same return is the same one again', async () => {
  const ids = [];
  for (const reason of ['damaged', 'damaged', 'defective']) {
    const opened = await openPage(browser, `${site.url}#as_of=2026-05-10&reason=${reason}&received_on=2026-05-04`);
    const file = await downloaded(opened, () => opened.press('[data-save=calendar]'));
    ids.push(...eventsOf(file.text).map((event) => event.uid));
    if (ids.length === 3) {
      await opened.press('[data-save=keep]');
      const again = await downloaded(opened, () => opened.press('[data-save=calendar]'));
      assert.deepEqual(eventsOf(again.text).map((event) => event.uid), ids);
    }
    await opened.close();
  }
  assert.equal(new Set(ids).size, 9);
});

test('a saved return gets a name, and its reminders carry it', async () => {
  const opened = await openPage(browser, `${site.url}#${lamp}`);
  await opened.press('[data-save=keep]');
  const field = await opened.page.waitForSelector('>>> #nickname');
  assert.match(await field.evaluate((node) => node.value), /Broken/, 'the name that it has');
  await field.evaluate((node) => (node.value = ''));
  await field.type('lamp');
  await field.evaluate((node) => node.dispatchEvent(new Event('change')));
  const file = await downloaded(opened, () => opened.press('[data-save=calendar]'));
  assert.equal(eventsOf(file.text)[0].summary, 'AliExpress, lamp: Open a dispute (last safe day)');
  await opened.page.goto('about:blank');
  const again = await opened.page.goto(site.url).then(() => opened.page.waitForSelector('>>> [data-kept] bdi'));
  assert.equal(await again.evaluate((node) => node.textContent), 'lamp');
  await opened.close();
});

test('the link that is shared opens the same answer elsewhere', async () => {
  const opened = await openPage(browser, `${site.url}#${lamp}`, {
    before: (page) =>
      page.evaluateOnNewDocument(() => {
        Object.defineProperty(navigator, 'clipboard', {
          value: { writeText: async (text) => void (globalThis.copied = text) },
        });
      }),
  });
  await opened.press('assumed-chips >>> summary');
  await opened.press('[data-chip=free_return]');
  const answer = await opened.text();
  await opened.press('[data-save=share]');
  const link = await opened.page.evaluate(() => globalThis.copied);
  const other = await openPage(browser, link, { lang: 'en-BR' });
  assert.equal(await other.text(), answer);
  await other.close();
  await opened.close();
});

test('kept returns: what closes first on top; one damaged costs nothing else; file out and in', async () => {
  const keep = (id, name, received) => ({
    id,
    name,
    answers: { facts: { marketplace: 'aliexpress', reason: 'damaged', received_on: received }, no_date: false, ticked: [] },
  });
  const stored = JSON.stringify([keep('b', 'Later', '2026-11-20'), { id: 7, broken: true }, keep('a', 'Sooner', '2026-11-10')]);
  const opened = await openPage(browser, site.url, {
    before: (page) =>
      page.evaluateOnNewDocument((text) => {
        if (!localStorage.getItem('returnable.kept.v1')) localStorage.setItem('returnable.kept.v1', text);
      }, stored),
  });
  const { page } = opened;
  assert.match(await pageText(page), /One saved return is damaged and cannot be shown\. The others are fine\./);
  const names = await page.$$eval('>>> [data-kept] bdi', (all) => all.map((one) => one.textContent));
  assert.deepEqual(names, ['Sooner', 'Later']);
  await opened.press('[data-reason=damaged]');
  await opened.press('[data-day=today]');
  await opened.press('[data-save=keep]');
  assert.match(await pageText(page), /Saved on this device/);
  const after = JSON.parse(await page.evaluate(() => localStorage.getItem('returnable.kept.v1')));
  assert.equal(after.length, 4);
  assert.deepEqual(after.at(-1), { id: 7, broken: true }, 'the damaged one is not thrown away');
  await opened.press('my-returns >>> summary');
  const file = await downloaded(opened, () => opened.press('my-returns >>> .row > button'));
  assert.equal(JSON.parse(file.text).length, 3);
  await opened.close();
});

test('a browser that keeps nothing is told, and the page works', async () => {
  const opened = await openPage(browser, `${site.url}#${lamp}`, {
    before: (page) =>
      page.evaluateOnNewDocument(() => {
        Object.defineProperty(globalThis, 'localStorage', {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      }),
  });
  await opened.press('[data-save=keep]');
  assert.match(await pageText(opened.page), /This browser doesn’t let us save/);
  assert.match(await opened.text(), /19 May/);
  assert.deepEqual(opened.faults, []);
  await opened.close();
});

test('the whole path by keyboard, and the answer is spoken', async () => {
  const opened = await openPage(browser, `${site.url}#as_of=2026-05-10`);
  const { page } = opened;
  const focused = () =>
    page.evaluate(() => {
      let node = document.activeElement;
      while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
      return node?.dataset.reason ?? node?.dataset.day ?? node?.dataset.answer ?? node?.parentElement?.dataset.question ?? node?.className ?? node?.tagName ?? '';
    });
  const tabTo = async (name) => {
    for (let steps = 0; steps < 40; steps += 1) {
      if ((await focused()) === name) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`${name} cannot be reached by Tab`);
  };
  await tabTo('damaged');
  await page.keyboard.press('Enter');
  await tabTo('today');
  await page.keyboard.press('Space');
  await tabTo('main');
  const spoken = await page.$eval('>>> [aria-live=polite]', (node) => node.textContent);
  assert.match(spoken, /The answer is now: Yes, you can send it back\. Open a dispute by Monday 25 May\./);
  await tabTo('seller_return_window');
  await page.keyboard.press('Enter');
  await tabTo('unsure');
  await page.keyboard.press('Enter');
  assert.match(page.url(), /seller_return_window=unsure/);
  await opened.close();
});

test('ticking a step and its day tells the engine; the switch turns dark and is remembered', async () => {
  const opened = await openPage(browser, `${site.url}#${lamp}`);
  await opened.press('#step-open_dispute');
  await opened.press('next-steps >>> [data-day=today]');
  assert.match(opened.page.url(), /dispute_opened_on=2026-05-10/);
  await opened.press('[data-theme-switch]');
  assert.equal(await opened.page.$eval('html', (node) => node.dataset.theme), 'dark');
  await opened.page.reload();
  await opened.page.waitForSelector('>>> [data-theme-switch]');
  assert.equal(await opened.page.$eval('html', (node) => node.dataset.theme), 'dark');
  await opened.close();
});

test('too late to post: no step is held out any more, and the letter asks whether they still accept it', async () => {
  const late = 'as_of=2026-10-24&reason=defective&category=electronics&received_on=2026-10-01&dispute_opened_on=2026-10-03&return_approved_on=2026-10-08';
  const steps = (opened) => opened.page.$$eval('>>> .step b', (all) => all.map((node) => node.textContent));
  const letter = (opened) => opened.page.$eval('>>> sharpen-answer', (part) => part.shadowRoot.querySelector('copy-message')?.text ?? '');
  const opened = await openPage(browser, `${site.url}#${late}`);
  assert.deepEqual(await steps(opened), []);
  assert.match(await letter(opened), /approved the return on 8 October 2026, and I could not post it in time\. Will you still accept it\?/);
  await opened.close();
  const inTime = await openPage(browser, `${site.url}#${late.replace('10-24', '10-14')}`);
  assert.ok((await steps(inTime)).includes('Post it back, with tracking'));
  await inTime.close();
});

test('what posting back would cost is weighed', async () => {
  const opened = await openPage(browser, `${site.url}#${lamp.replace('damaged', 'changed_mind')}&price=1000&return_shipping_cost=1500&currency=EUR`);
  await opened.press('worth-it >>> summary');
  assert.match(await pageText(opened.page), /Posting it back would cost you €5\.00 more than you paid/);
  await opened.close();
});
