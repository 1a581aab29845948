// What every fault test needs: a browser, sites with something wrong, and what the shopper reads.
// A test's name is a row of the table of faults: what goes wrong | what the shopper sees.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { answered, cardText, startChromium } from '../open-page.mjs';
import { serveSite } from '../static-site.mjs';

export const lamp = '#as_of=2026-05-10&reason=damaged&received_on=2026-05-04';
export const yes = /Yes, you can send it back\. Open a dispute by Tuesday 19 May/;
export const sorry = /We can’t work this out\. Your order page has the date\./;

export const browser = await startChromium();
const open = [];
after(async () => {
  await browser.close();
  await Promise.all(open.map((one) => one.close()));
});

export function fault(what, sees, work, { timeout = 120_000 } = {}) {
  test(`${what} | ${sees}`, { timeout }, work);
}

/** The built site, with `change` as in static-site.mjs; closed at the end. */
export async function siteWith(change, without) {
  const site = await serveSite({ change, without });
  open.push(site);
  return site;
}

export async function hostWith(serve) {
  const host = await serve;
  open.push(host);
  return host;
}

// What the browser itself writes of a file that did not come or was not let in is no error of the page.
const own = /Failed to load resource|Failed to load module script|Content Security Policy|Refused to|favicon/;

/** A fresh visitor's tab; `errors` gathers all that a console would show in red. */
export async function visitor(before) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && !own.test(message.text()) && errors.push(message.text()));
  if (before) await before(page);
  return { context, page, errors };
}

/** Opens the page with something wrong: what is read at the end, and after how many milliseconds. */
export async function shown(site, { before, hash = lamp } = {}) {
  const { context, page, errors } = await visitor(before);
  await page.setCacheEnabled(false);
  const began = Date.now();
  await page.goto(site.url + hash, { waitUntil: 'domcontentloaded' });
  await answered(page, 8000);
  const took = Date.now() - began;
  const words = await cardText(page);
  const done = async () => {
    assert.deepEqual(errors, []);
    await context.close();
  };
  return { context, page, errors, words, took, done };
}

/** The same, within five seconds; a machine that was busy with something else gets a second try. */
export async function shownInTime(site) {
  const first = await shown(site);
  if (first.took < 5000) return first;
  await first.done();
  const second = await shown(site);
  assert.ok(second.took < 5000, `${first.took} ms, then ${second.took} ms`);
  return second;
}

/** Presses the engine's question away, so that the page has to answer once more. */
export async function answerOnce(page) {
  const no = await page.waitForSelector('>>> [data-answer=no]');
  // The question may stand folded.
  await no.evaluate((button) => {
    for (let node = button; node; node = node.parentNode ?? node.host) if (node.localName === 'details') node.open = true;
  });
  await no.click();
  await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
  return cardText(page);
}
