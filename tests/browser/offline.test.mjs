// The page without a network, and the next edition of it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { cardText, chooseLanguage as choose, startChromium } from './open-page.mjs';
import { serveSite, site as folder } from './static-site.mjs';

const browser = await startChromium();
after(() => browser.close());
const lamp = '#as_of=2026-05-10&reason=damaged&received_on=2026-05-04';

/** A first visit that waits until the page is kept. */
async function firstVisit(site, language = 'en-GB') {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.evaluateOnNewDocument((tag) => Object.defineProperty(navigator, 'languages', { get: () => [tag] }), language);
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(site.url + lamp);
  // It takes charge of the page while it is still activating; only then is everything in its place.
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  return { page, faults, close: () => context.close() };
}

test('after one visit it works with the server stopped, in the languages that were chosen, and asks the network for nothing', async () => {
  const site = await serveSite();
  const { page, faults, close } = await firstVisit(site);
  for (const language of ['fr', 'en']) await choose(page, language);
  const before = site.asked.length;
  await page.reload();
  assert.match(await cardText(page), /Yes, you can send it back/);
  assert.deepEqual(site.asked.slice(before).filter((path) => !path.endsWith('/sw.js')), []);
  await site.close();
  await page.reload();
  assert.match(await cardText(page), /Yes, you can send it back/);
  await choose(page, 'fr');
  await page.reload();
  await page.waitForFunction(() => document.documentElement.lang === 'fr');
  assert.match(await cardText(page), /19 mai/);
  assert.deepEqual(faults, []);
  await close();
});

test('a first visit in another language keeps that language', async () => {
  const site = await serveSite();
  const { page, faults, close } = await firstVisit(site, 'fr-FR');
  await page.waitForFunction(async () => (await (await caches.open('returnable-words')).keys()).some(({ url }) => /words-fr/.test(url)));
  await site.close();
  await page.reload();
  assert.match(await cardText(page), /19 mai/);
  assert.deepEqual(faults, []);
  await close();
});

test('the law of a country that was never chosen before stands there with the server stopped', async () => {
  const site = await serveSite();
  const { page, faults, close } = await firstVisit(site);
  await site.close();
  await page.goto(`${site.url}#as_of=2026-11-29&country=FR&reason=defective&received_on=2026-03-29`);
  await page.reload();
  const law = await page.waitForSelector('>>> [data-pattern]', { timeout: 5000 });
  assert.match(await law.evaluate((node) => node.innerText), /29 March 2028/);
  assert.deepEqual(faults, []);
  await close();
});

test('a new edition is told, waits until it is asked for, and then answers', async () => {
  let edition = 1;
  const worker = await readFile(join(folder, 'sw.js'), 'utf8');
  const site = await serveSite({ change: (name) => (name === 'sw.js' ? { body: `${worker}\n// edition ${edition}` , type: 'text/javascript' } : null) });
  const { page, faults, close } = await firstVisit(site);
  await page.evaluate(() => (globalThis.same = true));
  edition = 2;
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((kept) => kept.update()));
  const bar = await page.waitForSelector('.update');
  assert.match(await bar.evaluate((node) => node.innerText), /New rules available/);
  assert.equal(await page.evaluate(() => globalThis.same), true, 'nothing was reloaded under the shopper’s hands');
  assert.match(await cardText(page), /Yes, you can send it back/);
  await Promise.all([page.waitForNavigation(), (await page.$('.update button')).click()]);
  assert.match(await cardText(page), /Yes, you can send it back/);
  assert.equal(await page.$('.update'), null);
  assert.deepEqual(faults, []);
  await close();
  await site.close();
});

test('one file of the list failing: the page works, and is kept at the next visit', async () => {
  let fail;
  const failing = new Promise((done) => (fail = done));
  let broken = true;
  const site = await serveSite({
    async change(name) {
      if (!broken || name !== 'icon.svg') return null;
      await failing;
      broken = false;
      return { status: 503, body: '' };
    },
  });
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(site.url + lamp);
  assert.match(await cardText(page), /Yes, you can send it back/);
  // The worst order: the keeping of the first visit fails under the second one.
  await page.reload();
  assert.match(await cardText(page), /Yes, you can send it back/);
  fail();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  assert.equal(broken, false);
  await context.close();
  await site.close();
});

test('caches thrown away while the page is open: the next visit fetches what it needs', async () => {
  const site = await serveSite();
  const { page, faults, close } = await firstVisit(site);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.reload();
  assert.match(await cardText(page), /Yes, you can send it back/);
  assert.deepEqual(faults, []);
  await close();
  await site.close();
});

test('it can be installed: a manifest with a name, a start and icons that exist', async () => {
  const site = await serveSite();
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(site.url);
  const session = await page.createCDPSession();
  const { errors, data } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  const manifest = JSON.parse(data);
  assert.equal(manifest.start_url, './');
  for (const { src } of manifest.icons) assert.ok(site.files.includes(src), src);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
  await context.close();
  await site.close();
});
