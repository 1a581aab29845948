// The page in a real Chromium: what a shopper taps and reads.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { serveSite } from './static-site.mjs';
import { desktop, openPage, pageText, phone, pickDay, siteInChromium } from './open-page.mjs';

const { site, browser } = await siteInChromium();

test('the first screen is the question alone: what is wrong, or what has been started', async () => {
  const opened = await openPage(browser, site.url);
  assert.equal(await opened.page.$('>>> .card'), null);
  assert.match(await pageText(opened.page), /Already started\? Dispute open Return approved Waiting for my money/);
  assert.match(await pageText(opened.page), /What’s wrong\? Broken Doesn’t work Wrong item Not as described/);
  assert.deepEqual(opened.faults, []);
  await opened.close();
});

test('the first example, entered by hand: 19 May, 3 June, the buyer plans on the postage', async () => {
  const opened = await openPage(browser, `${site.url}#as_of=2026-05-10`);
  assert.match(await pageText(opened.page), /Answer for 10 May 2026/);
  await opened.press('[data-reason=damaged]');
  await opened.press('[data-day=pick]');
  await pickDay(opened.page, '#day', '2026-05-04');
  const text = await opened.text();
  assert.match(text, /Yes, you can send it back\. Open a dispute by Tuesday 19 May\./);
  assert.match(text, /9 days left\./);
  assert.match(text, /Dispute by Tue 19 May some sources say 3 Jun Return shipping/);
  assert.match(text, /Return shipping You’ll probably pay\. The seller may cover it, so ask\./);
  assert.match(text, /Money Usually by 31 Jul 18 May at the earliest/);
  assert.match(await pageText(opened.page), /Problem: Broken.*Arrived: 4 May/);
  assert.deepEqual(opened.faults, []);
  await opened.close();
});

test('two taps give a dated answer, and nothing has to be submitted', async () => {
  const opened = await openPage(browser, `${site.url}#as_of=2026-05-10`);
  let taps = 0;
  for (const button of ['[data-reason=defective]', '[data-day=today]']) {
    await opened.press(button);
    taps += 1;
  }
  assert.equal(taps, 2);
  assert.match(await opened.text(), /Open a dispute by Monday 25 May\./);
  await opened.close();
});

// Days with long names, too: what is asked on them is the 30 September, a Wednesday, and the 10 December, a Thursday.
for (const day of ['2026-05-10', '2026-09-16', '2026-11-26']) {
  test(`the sentence and the three facts are in view at 360 by 740 after two taps, on ${day}`, async () => {
    const opened = await openPage(browser, `${site.url}#as_of=${day}`, { viewport: { ...phone, height: 740 } });
    await opened.press('[data-reason=damaged]');
    await opened.press('[data-day=yesterday]');
    const card = await opened.page.waitForSelector('>>> .card');
    const seen = await card.evaluate((node) => {
      const box = node.getBoundingClientRect();
      return { top: box.top, bottom: box.bottom, high: innerHeight, wide: document.documentElement.scrollWidth };
    });
    assert.ok(seen.top >= 0 && seen.bottom <= seen.high, JSON.stringify(seen));
    assert.equal(seen.wide, 360, 'nothing sticks out at the side');
    await opened.close();
  });
}

test('a day that cannot be is told beside its field, and the next day works', async () => {
  const opened = await openPage(browser, `${site.url}#as_of=2026-05-10&reason=damaged&received_on=2026-02-30`);
  assert.match(await pageText(opened.page), /That day doesn’t exist\./);
  const field = await opened.page.waitForSelector('>>> #day');
  assert.equal(await field.evaluate((node) => node.getAttribute('aria-describedby')), 'day-error');
  await pickDay(opened.page, '#day', '2026-05-14');
  assert.match(await pageText(opened.page), /14 May 2026 hasn’t come yet/);
  await pickDay(opened.page, '#day', '2026-05-04');
  assert.match(await opened.text(), /Open a dispute by Tuesday 19 May\./);
  assert.deepEqual(opened.faults, []);
  await opened.close();
});

test('the next question: yes, no, not sure; not sure keeps the safe answer and waits as a chip', async () => {
  const opened = await openPage(browser, `${site.url}#as_of=2026-05-10&reason=damaged&received_on=2026-05-04`);
  const { page } = opened;
  assert.match(await pageText(page), /Does the product page promise more than 15 days for returns\?\s+It could give you until 3 June 2026\./);
  await opened.press('[data-question] summary');
  const sizes = await page.$$eval('>>> [data-question] .choices button', (all) => all.map((one) => one.offsetWidth));
  assert.equal(new Set(sizes).size, 1, 'three buttons of equal size');
  await opened.press('[data-answer=unsure]');
  assert.match(await opened.text(), /Open a dispute by Tuesday 19 May\./);
  assert.match(page.url(), /seller_return_window=unsure/);
  await opened.press('assumed-chips >>> summary');
  await opened.press('.later [data-chip=seller_return_window]');
  await opened.press('[data-question=seller_return_window] [data-answer=yes]');
  const field = await page.waitForSelector('>>> #value');
  await field.type('30');
  await opened.press('[data-answer=use]');
  assert.match(await opened.text(), /Start the return by Wednesday 3 June\. .*Start by Wed 3 Jun/);
  assert.match(await pageText(page), /Open a dispute on your order page\s+by Tuesday 19 May/);
  await opened.close();
});

test('an assumption is flipped by one tap, and back', async () => {
  const opened = await openPage(browser, `${site.url}#as_of=2026-05-10&reason=damaged&received_on=2026-05-04`);
  await opened.press('assumed-chips >>> summary');
  await opened.press('[data-chip=free_return]');
  assert.match(await opened.text(), /Free with the label you get/);
  await opened.press('.said [data-chip=free_return]');
  assert.match(await opened.text(), /You’ll probably pay/);
  await opened.close();
});

test('wrong size asks which size was ordered', async () => {
  const opened = await openPage(browser, `${site.url}#as_of=2026-05-10`);
  await opened.press('[data-reason=wrong_size]');
  await opened.press('[data-size=no]');
  assert.match(opened.page.url(), /reason=wrong_size_sent/);
  await opened.press('[data-change=reason]');
  await opened.press('[data-reason=wrong_size]');
  await opened.press('[data-size=yes]');
  assert.match(opened.page.url(), /reason=ordered_wrong_size/);
  await opened.close();
});

test('the policy of the page is exactly the strict one, and no template uses style=', async () => {
  const opened = await openPage(browser, `${site.url}#as_of=2026-05-10&reason=damaged&received_on=2026-05-04`);
  const meta = await opened.page.$eval('meta[http-equiv]', (node) => node.content);
  assert.equal(
    meta,
    "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'",
  );
  assert.equal((await opened.page.$$('>>> [style]')).length, 0);
  await opened.close();
});

test('only the build’s own files are asked for, under any sub-path, and nothing of the case', async () => {
  const asked = [];
  const opened = await openPage(browser, `${site.url}#as_of=2026-05-10&reason=damaged&received_on=2026-05-04`, {
    before: async (page) => page.on('request', (request) => asked.push(request.url().replace(/#.*$/, ''))),
  });
  await opened.press('[data-answer=no]');
  await opened.press('[data-save=keep]');
  const own = new Set(['', ...site.files].map((file) => site.url + file));
  const strange = asked.filter((url) => !own.has(url) && !url.startsWith('blob:'));
  assert.ok(asked.length > 3);
  assert.deepEqual(strange, []);
  // A file's name tells the shop and the language, and nothing else of the case.
  assert.ok(site.asked.every((path) => !/damaged|2026|received/.test(path)));
  await opened.close();
});

test('a hostile fragment is text at most, and breaks nothing', async () => {
  const parts = [
    'reason=<script>alert(1)</script>',
    `received_on=${'9'.repeat(10)}`,
    'marketplace=%22%3E%3Cimg src=x onerror=alert(1)%3E',
    `junk=${'x'.repeat(100_000)}`,
    'country=%E2%80%AExyz',
    '__proto__=1&constructor=2',
  ];
  for (const hash of [...parts, parts.join('&')]) {
    const opened = await openPage(browser, `${site.url}#${hash}`);
    let dialogs = 0;
    opened.page.on('dialog', (dialog) => {
      dialogs += 1;
      void dialog.dismiss();
    });
    await opened.press('[data-reason=damaged]');
    await opened.press('[data-day=today]');
    assert.match(await opened.text(), /Yes, you can send it back\./, hash.slice(0, 60));
    assert.equal(dialogs, 0);
    assert.deepEqual(opened.faults, []);
    await opened.close();
  }
});

test('the page says the same in French, and right to left it does not overflow', async () => {
  const french = await openPage(browser, `${site.url}#as_of=2026-05-10&reason=damaged&received_on=2026-05-04`, {
    lang: 'fr-FR',
  });
  assert.match(await french.text(), /Oui, vous pouvez le renvoyer\. Ouvrez un litige au plus tard le mardi 19 mai\./);
  assert.equal(await french.page.$eval('html', (node) => node.lang), 'fr');
  await french.page.$eval('html', (node) => (node.dir = 'rtl'));
  assert.equal(await french.page.evaluate(() => document.documentElement.scrollWidth), 360);
  assert.deepEqual(french.faults, []);
  await french.close();
});

test('several viewports, 200 % zoom and 320 px: nothing sticks out', async () => {
  for (const viewport of [{ width: 320, height: 640 }, { width: 640, height: 400 }, desktop]) {
    const opened = await openPage(browser, `${site.url}#as_of=2026-05-10&reason=damaged&received_on=2026-05-04`, {
      viewport,
    });
    assert.equal(await opened.page.evaluate(() => document.documentElement.scrollWidth), viewport.width);
    await opened.close();
  }
});

test('"today" is the shopper’s own day, in every time zone', async () => {
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Apia', 'Asia/Kathmandu', 'America/Los_Angeles']) {
    const opened = await openPage(browser, site.url, { before: (page) => page.emulateTimezone(zone) });
    await opened.press('[data-reason=damaged]');
    await opened.press('[data-day=today]');
    const local = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(Date.now());
    assert.match(opened.page.url(), new RegExp(`received_on=${local}`), zone);
    await opened.close();
  }
});

test('the shared example sheet still says what the page is tested against', () => {
  const sheets = JSON.parse(readFileSync(new URL('../cases/examples.json', import.meta.url), 'utf8'));
  const first = (Array.isArray(sheets) ? sheets : sheets.cases)[0];
  assert.equal(first.given.facts.received_on, '2026-05-04');
  assert.deepEqual(first.expect.items[0].entitlements[0].act_by, { safe: '2026-05-19', last: '2026-06-03' });
});
