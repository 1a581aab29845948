// What a reader fetches up to the first dated answer, as brotli would send it, and that it is nothing but that.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { article, serveHost } from './host-page.mjs';
import { answered, siteInChromium } from './open-page.mjs';
import { site as folder } from './static-site.mjs';

const { site, browser } = await siteInChromium();
const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };

/** Of the files that were asked for: their names without sums, and their bytes. */
function weigh(asked) {
  const names = [...new Set(asked.filter((url) => url.startsWith(site.url)).map((url) => new URL(url).pathname.slice(site.base.length)))];
  const bytes = names.reduce((sum, name) => sum + brotliCompressSync(readFileSync(`${folder}/${name || 'index.html'}`), { params }).length, 0);
  return { names: names.map((name) => name.replace(/\.\w{8}\.js$/, '.js').replace(/-[\w-]{8}\./, '.')), bytes };
}

async function visitor() {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  return { context, page, asked };
}

// What comes behind the answer: sentences, what is folded, and the worker.
const behind = /\.en\.[0-9a-f]{8}\.js$|answer-details|sw\.js$/;

test('the dated answer waits for none of what comes behind it', async () => {
  const { context, page, asked } = await visitor();
  await page.setRequestInterception(true);
  page.on('request', (request) => void (behind.test(request.url()) || request.continue()));
  await page.goto(`${site.url}#as_of=2026-05-10&country=unsure&reason=damaged&received_on=2026-05-04`);
  await page.waitForFunction(() => /by Tuesday 19 May/.test(document.querySelector('return-page')?.shadowRoot?.querySelector('answer-card')?.shadowRoot?.textContent ?? ''));
  await page.waitForSelector('>>> copy-message');
  assert.ok(asked.some((url) => /answer-details/.test(url)), 'but it is sent for');
  await context.close();
});

test('the page: at most 110 KB, and of all shops the rules of one', async () => {
  const { context, page, asked } = await visitor();
  await page.goto(`${site.url}#as_of=2026-05-10&country=unsure&reason=damaged&received_on=2026-05-04`);
  await answered(page);
  const { names, bytes } = weigh(asked.filter((url) => !behind.test(url)));
  console.log(`# page: ${(bytes / 1024).toFixed(1)} KB in ${names.length} files: ${names.join(' ')}`);
  assert.ok(bytes <= 110 * 1024, `${bytes} bytes`);
  assert.deepEqual(names.filter((name) => /^(packs|laws)\//.test(name)), ['packs/aliexpress.js'], 'without a country there is no law');
  assert.ok(names.includes('return-checker.engine.js'));
  await context.close();
});

// At most 4 KB; what it is, is printed.
for (const [country, law] of [['FR', 'eu'], ['GB', 'uk'], ['US', 'us']])
  test(`with a country, ${country}: its laws and those that hold everywhere, two files, and no other country’s`, async () => {
    const { context, page, asked } = await visitor();
    await page.goto(`${site.url}#as_of=2026-05-10&country=${country}&reason=damaged&received_on=2026-05-04`);
    await answered(page);
    const { names } = weigh(asked.filter((url) => !behind.test(url)));
    assert.deepEqual(names.filter((name) => name.startsWith('laws/')).sort(), ['laws/everywhere.js', `laws/${law}.js`].sort());
    const { bytes } = weigh(asked.filter((url) => /\/laws\/\w+\.[0-9a-f]{8}\.js$/.test(url)));
    const all = weigh(asked.filter((url) => !behind.test(url)));
    console.log(`# law of ${country}: ${(bytes / 1024).toFixed(1)} KB; all: ${(all.bytes / 1024).toFixed(1)} KB in ${all.names.join(' ')}`);
    assert.ok(bytes <= 4 * 1024, `${bytes} bytes`);
    await context.close();
  });

test('the widget: its entry, the engine, the rules of one shop', async () => {
  const { context, page, asked } = await visitor();
  const host = await serveHost({ '/': article(`<return-checker marketplace="aliexpress"></return-checker><script async src="${site.url}return-checker.js"></script>`) });
  await page.goto(host.url);
  await page.waitForSelector('>>> .lead');
  for (const name of ['damaged', 'yesterday']) await (await page.waitForSelector(`>>> [data-do="${name}"]`)).evaluate((node) => node.click());
  await page.waitForFunction(() => /you can send it back/.test(document.querySelector('return-checker').shadowRoot.querySelector('.lead').textContent));
  const { names, bytes } = weigh(asked);
  console.log(`# widget: ${(bytes / 1024).toFixed(1)} KB in ${names.length} files: ${names.join(' ')}`);
  assert.deepEqual(names.sort(), ['return-checker.js', 'widget/element.js', 'widget/packs/aliexpress.js', 'widget/return-checker.engine.js']);
  assert.ok(bytes <= 82 * 1024, `${bytes} bytes`);
  await context.close();
  await host.close();
});
