// Several things of one order, and the strip of days.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, pageText, siteInChromium } from './open-page.mjs';

const { site, browser } = await siteInChromium();
const lamp = `${site.url}#as_of=2026-05-10&reason=damaged&received_on=2026-05-04`;

test('another item of the order: it shares the days of the first, and each has its own answer', async () => {
  const opened = await openPage(browser, lamp);
  await opened.press('[data-items=add]');
  assert.match(await pageText(opened.page), /Item 2: what’s wrong\?/);
  await opened.press('[data-reason=changed_mind]');
  assert.match(await pageText(opened.page), /Problem: Don’t want it.*Arrived: 4 May/, 'the parcel came on the same day');
  const second = await opened.text();
  await opened.press('[data-items="0"]');
  assert.match(await opened.text(), /Yes, you can send it back\. Open a dispute by Tuesday 19 May\./);
  await opened.press('[data-items="1"]');
  assert.equal(await opened.text(), second);
  assert.match(opened.page.url(), /item1\.reason=damaged/);
  const again = await openPage(browser, opened.page.url());
  assert.equal(await again.text(), second, 'the link holds both');
  assert.match(await pageText(again.page), /Item 1: Broken\s+·\s+Yes.*Item 2: Don’t want it/);
  assert.deepEqual([...opened.faults, ...again.faults], []);
  await again.close();
  await opened.close();
});

test('the one free label of an order: the second item rides along, and pays once the label is posted', async () => {
  const order = `${site.url}#as_of=2026-05-12&reason=damaged&received_on=2026-05-04&free_return=yes&item1.reason=wrong_item&item1.received_on=2026-05-04&item1.free_return=yes`;
  const along = await openPage(browser, order);
  assert.match(await along.text(), /Return shipping Free/);
  await along.close();
  const spent = await openPage(browser, `${order}&item1.dispute_opened_on=2026-05-05&item1.return_approved_on=2026-05-07&item1.returned_on=2026-05-09`);
  assert.match(await spent.text(), /Return shipping You’ll probably pay/);
  await spent.close();
});

test('removing an item leaves the other; a fault in the other is told', async () => {
  const opened = await openPage(browser, `${lamp}&item2.reason=wrong_item&item2.received_on=2026-06-30`);
  assert.match(await opened.text(), /One answer doesn’t fit:/);
  assert.match(await pageText(opened.page), /Another item of this order has an answer that doesn’t fit/);
  await opened.press('li:nth-child(2) > button.quiet');
  assert.match(await opened.text(), /Yes, you can send it back\. Open a dispute by Tuesday 19 May\./);
  assert.doesNotMatch(opened.page.url(), /item/);
  await opened.close();
});

test('the timeline says in words how long it is in time, and when it turns uncertain', async () => {
  const opened = await openPage(browser, lamp);
  await opened.press('#timeline summary');
  assert.match(await pageText(opened.page), /4 May: Arrived\s+10 May: Today\s+To Tuesday 19 May: in time\s+From 20 May to 3 June: uncertain/);
  await opened.close();
});
