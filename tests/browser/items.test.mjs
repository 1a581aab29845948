// Several things of one order, and the strip of days.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, pageText, siteInChromium } from './open-page.mjs';

const { site, browser } = await siteInChromium();
const lamp = `${site.url}#as_of=2026-05-10&reason=damaged&received_on=2026-05-04`;

test('another item of the order: it shares the days of the first, and each has its own answer', async () => {
  const opened = await openPage(browser, lamp);
  await opened.press('[data-items=add]');
  assert.match(await pageText(opened.page), /What’s wrong\?/);
  await opened.press('[data-reason=changed_mind]');
  assert.match(await pageText(opened.page), /Don’t want it, arrived 4 May/, 'the parcel came on the same day');
  const second = await opened.text();
  await opened.press('[data-items="0"]');
  assert.match(await opened.text(), /^Yes, you can send it back\. Ask by Tuesday 19 May\./);
  await opened.press('[data-items="1"]');
  assert.equal(await opened.text(), second);
  assert.match(opened.page.url(), /item1\.reason=damaged/);
  const again = await openPage(browser, opened.page.url());
  assert.equal(await again.text(), second, 'the link holds both');
  assert.match(await pageText(again.page), /Item 1: Broken.*Item 2: Don’t want it/);
  assert.deepEqual([...opened.faults, ...again.faults], []);
  await again.close();
  await opened.close();
});

test('the one free label of an order: the second item rides along, and pays once the label is posted', async () => {
  const order = `${site.url}#as_of=2026-05-12&reason=damaged&received_on=2026-05-04&free_return=yes&item1.reason=wrong_item&item1.received_on=2026-05-04&item1.free_return=yes`;
  const along = await openPage(browser, order);
  assert.match(await along.text(), /Postage Free/);
  await along.close();
  const spent = await openPage(browser, `${order}&item1.dispute_opened_on=2026-05-05&item1.return_approved_on=2026-05-07&item1.returned_on=2026-05-09`);
  assert.match(await spent.text(), /Postage Plan on paying the postage/);
  await spent.close();
});

test('removing an item leaves the other; a fault in the other is told', async () => {
  const opened = await openPage(browser, `${lamp}&item2.reason=wrong_item&item2.received_on=2026-06-30`);
  assert.match(await opened.text(), /Something doesn’t fit yet/);
  assert.match(await pageText(opened.page), /Something in another item of this order doesn’t fit/);
  await opened.press('li:nth-child(2) > button.quiet');
  assert.match(await opened.text(), /^Yes, you can send it back\. Ask by Tuesday 19 May\./);
  assert.doesNotMatch(opened.page.url(), /item/);
  await opened.close();
});

test('the strip of days says in words when the answer turns', async () => {
  const opened = await openPage(browser, lamp);
  assert.match(await pageText(opened.page), /Day by day\s+4 May to 19 May: yes\s+20 May to 3 June: maybe\s+From 4 June: no/);
  const bars = await opened.page.waitForSelector('>>> .days');
  assert.equal(await bars.evaluate((node) => node.children.length), 35);
  await opened.close();
});
