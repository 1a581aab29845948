// Faults of storage, clock, history and size: what the shopper's own device does to the page.
import assert from 'node:assert/strict';
import { answered, cardText, pageText, settle } from '../open-page.mjs';
import { browser, fault, lamp, shown, siteWith, yes } from './faults.mjs';

for (const [what, get] of [
  ['denied', () => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('denied', 'SecurityError'); } })],
  ['full', () => (Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); })],
]) {
  fault(`storage is ${what}`, 'the right answer; “Keep” says that this browser keeps nothing', async () => {
    const site = await siteWith();
    const { page, words, done } = await shown(site, { before: (page) => page.evaluateOnNewDocument(get) });
    assert.match(words, yes);
    await (await page.waitForSelector('>>> [data-save=keep]')).click();
    await settle(page);
    assert.match(await pageText(page), /This browser doesn’t let us save/);
    await done();
    });
}

fault('two tabs keep at the same time', 'both returns are there, in both tabs', async () => {
  const site = await siteWith();
  const context = await browser.createBrowserContext();
  const tabs = [];
  for (const reason of ['damaged', 'wrong_item']) {
    const page = await context.newPage();
    await page.goto(site.url + lamp.replace('damaged', reason));
    await answered(page);
    tabs.push(page);
  }
  for (const page of tabs) {
    await page.bringToFront();
    await (await page.$('>>> [data-save=keep]')).click();
    await settle(page);
  }
  const kept = await tabs[0].evaluate(() => JSON.parse(localStorage.getItem('returnable.kept.v1')).map((one) => one.answers.facts.reason));
  assert.deepEqual(kept, ['damaged', 'wrong_item']);
  assert.match(await pageText(tabs[0]), /Wrong item/);
  await context.close();
});

/** A clock that can be set; `at` in local time of the page. */
const clock = (at) => (page) =>
  page.evaluateOnNewDocument((start) => {
    const began = performance.now();
    const { Date: Real } = globalThis;
    globalThis.setClock = (text) => (start = text);
    globalThis.Date = class extends Real {
      constructor(...given) {
        super(...(given.length ? given : [new Real(start).getTime() + (performance.now() - began)]));
      }
      static now() {
        return new Real(start).getTime();
      }
    };
  }, at);

fault('the clock is ten years off', 'an answer for that day', async () => {
  const site = await siteWith();
  for (const at of ['2016-11-23T12:00:00', '2036-11-23T12:00:00']) {
    const { page, done } = await shown(site, { before: clock(at), hash: '' });
    await (await page.waitForSelector('>>> [data-reason=damaged]')).click();
    await (await page.waitForSelector('>>> [data-day=today]')).click();
    await settle(page);
    assert.match(await cardText(page), /Yes, you can send it back\. Open a dispute by \w+ 8 December/);
    await done();
  }
});

fault('midnight passes while the page is open', 'the answer of the new day', async () => {
  const site = await siteWith();
  const { page, done } = await shown(site, { before: clock('2026-05-10T23:59:00'), hash: '#reason=damaged&received_on=2026-05-04' });
  assert.match(await cardText(page), /9 days left/);
  await page.evaluate(() => {
    globalThis.setClock('2026-05-11T00:01:00');
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await settle(page);
  assert.match(await cardText(page), /8 days left/);
  await done();
});

fault('the clock is turned that night (Apia, Kiritimati, Kathmandu, Santiago, Los Angeles)', 'today and the last day are the days on the wall', async () => {
  const site = await siteWith();
  const nights = [
    ['America/Santiago', '2026-09-06T03:30:00Z', '2026-09-05', '20 September'],
    ['America/Santiago', '2026-09-06T04:30:00Z', '2026-09-06', '21 September'],
    ['America/Los_Angeles', '2026-03-08T10:30:00Z', '2026-03-08', '23 March'],
    ['America/Los_Angeles', '2026-11-01T09:30:00Z', '2026-11-01', '16 November'],
    ['Pacific/Apia', '2026-05-10T11:30:00Z', '2026-05-11', '26 May'],
    ['Pacific/Kiritimati', '2026-05-10T11:30:00Z', '2026-05-11', '26 May'],
    ['Asia/Kathmandu', '2026-05-10T18:20:00Z', '2026-05-11', '26 May'],
  ];
  for (const [zone, at, today, last] of nights) {
    const before = async (page) => {
      await page.emulateTimezone(zone);
      await clock(at)(page);
    };
    const { page, done } = await shown(site, { before, hash: '' });
    await (await page.waitForSelector('>>> [data-reason=damaged]')).click();
    await (await page.waitForSelector('>>> [data-day=today]')).click();
    await settle(page);
    assert.match(page.url(), new RegExp(`received_on=${today}`), zone);
    assert.match(await cardText(page), new RegExp(`Open a dispute by \\w+ ${last}`), zone);
    await done();
  }
});

fault('what was kept is damaged', 'the others are there, and how many are damaged', async () => {
  const site = await siteWith();
  const good = { id: 'one', name: 'Broken, a shop', answers: { facts: { reason: 'damaged', received_on: '2026-05-04' } } };
  const { page, done } = await shown(site, {
    before: (page) => page.evaluateOnNewDocument((text) => localStorage.setItem('returnable.kept.v1', text), JSON.stringify([good, { id: 7 }, null])),
  });
  const words = await pageText(page);
  assert.match(words, /Broken, a shop/);
  assert.match(words, /2 saved returns are damaged/);
  await done();
});

fault('Back, Forward and reload in the middle', 'the answers stay, and the answer goes with them', async () => {
  const site = await siteWith();
  const { page, done } = await shown(site, { hash: '' });
  await (await page.waitForSelector('>>> [data-reason=damaged]')).click();
  await page.reload();
  await answered(page);
  assert.match(await pageText(page), /When did it arrive\?/);
  await page.evaluate((hash) => (location.hash = hash), lamp);
  await page.waitForFunction(() => /^Yes/.test(document.querySelector('return-page').shadowRoot.querySelector('answer-card').headline.lead));
  await page.goBack();
  await settle(page);
  assert.match(await cardText(page), /^Usually yes\./);
  assert.match(await pageText(page), /When did it arrive\?/);
  await page.goForward();
  await settle(page);
  assert.match(await cardText(page), yes);
  await page.reload();
  await answered(page);
  assert.match(await cardText(page), yes);
  await done();
});

fault('a link from another edition, with facts that nobody knows', 'the right answer; what is unknown is left out', async () => {
  const site = await siteWith();
  const { words, done } = await shown(site, { hash: `${lamp}&wrapped_in=paper&v=0&item1=x&item2.=&__proto__=1&constructor=yes&hasOwnProperty=1` });
  assert.match(words, yes);
  await done();
});

fault('it is printed', 'the answer, the steps and the dates in black on white; no buttons to press', async () => {
  const site = await siteWith();
  const { page, done } = await shown(site);
  await page.emulateMediaType('print');
  const seen = await page.evaluate(() => {
    const root = document.querySelector('return-page').shadowRoot;
    const visible = (node) => node !== null && node.getClientRects().length > 0;
    return {
      card: visible(root.querySelector('answer-card')),
      details: visible(root.querySelector('answer-details')),
      ask: visible(root.querySelector('.ask')),
      paper: getComputedStyle(document.documentElement).getPropertyValue('--paper').trim(),
    };
  });
  assert.deepEqual(seen, { card: true, details: true, ask: false, paper: '#fff' });
  const pdf = await page.pdf();
  assert.ok(pdf.length > 10_000);
  await done();
});

fault('400 % zoom', 'one column, nothing cut off, nothing to scroll sideways', async () => {
  const site = await siteWith();
  for (const width of [320, 256]) {
    const { page, done } = await shown(site, { before: (page) => page.setViewport({ width, height: 256, deviceScaleFactor: 4 }) });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, `${width} px: ${over} px stick out`);
    assert.match(await cardText(page), yes);
    await done();
  }
});

fault('thousands of questions in one sitting', 'the answer stays right and the memory does not grow', async () => {
  const checks = Number(process.env.FAULT_CHECKS ?? 3000);
  const site = await siteWith();
  const { page, done } = await shown(site);
  const rounds = 40;
  const sizes = [];
  for (let round = 0; round < rounds; round += 1)
    sizes.push(
      await page.evaluate(async (count) => {
        const { checker } = document.querySelector('return-page');
        for (let n = 0; n < count; n += 1) {
          const facts = { marketplace: 'aliexpress', reason: n % 2 ? 'damaged' : 'defective', received_on: '2026-05-04' };
          if (checker.check({ as_of: '2026-05-10', facts }).items[0].status !== 'allowed') throw new Error('a wrong answer');
        }
        await new Promise((next) => setTimeout(next, 50));
        return performance.memory.usedJSHeapSize;
      }, Math.ceil(checks / rounds)),
    );
  const most = (some) => Math.max(...some);
  // The collector comes when it likes: what the last quarter needs at most is no more than what the first did.
  assert.ok(most(sizes.slice(30)) < most(sizes.slice(0, 10)) * 1.5 + 10e6, sizes.join(' '));
  assert.match(await cardText(page), yes);
  await done();
}, { timeout: 900_000 });
