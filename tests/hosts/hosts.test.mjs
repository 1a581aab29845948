// The checker where bloggers publish: pages that Hugo and Jekyll built and nginx serves, and a post by a WordPress author.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startChromium } from '../browser/open-page.mjs';
import { folder, freePort, nginx, root, run, stop, wordpress, write } from './servers.mjs';

const [sitePort, blogPort] = [await freePort(), await freePort()];
const home = `http://127.0.0.1:${sitePort}/`;
const siteFolder = `${folder}/site`;
run('node', ['scripts/build.mjs', '--site', siteFolder], { cwd: `${root}web`, env: { ...process.env, SITE_URL: home } });
run(`${root}web/node_modules/.bin/rolldown`, [`${root}web/src/snippet/snippets.ts`, '--file', `${folder}/snippets.mjs`, '--format', 'esm']);
const { snippet } = await import(`${folder}/snippets.mjs`);
const paste = (place, more = {}) => snippet({ place, marketplace: 'aliexpress', language: 'en', home, pinned: null, label: 'Can I send it back?', ...more });

const escaped = (markup) => markup.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const script = `<script async src="${home}return-checker.js"></script>`;
const routes = `<p id="link">${paste('link')}</p>

<div id="element">
${paste('html')}
</div>

<div id="marked"><blockquote data-return-checker data-marketplace="aliexpress"><a href="${home}">Can I send it back?</a></blockquote></div>

<div id="builder"><iframe sandbox="allow-scripts" width="400" height="900" title="Can I send it back?" srcdoc="${escaped(paste('html'))}"></iframe></div>

<div id="frame"><iframe src="${home}embed/?marketplace=aliexpress" width="400" height="700" title="Can I send it back?"></iframe></div>
`;
const layout = (head) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A blog</title>${head}</head><body><main>{{ .Content }}</main></body></html>`;

const blogs = `${folder}/blogs`;
write(`${blogs}/static/index.html`, layout(script).replace('{{ .Content }}', routes));
function hugo(name, { unsafe }, content) {
  const at = `${folder}/${name}`;
  write(`${at}/config.toml`, `baseURL = "http://127.0.0.1:${blogPort}/${name}/"\n${unsafe ? '[markup.goldmark.renderer]\nunsafe = true\n' : ''}`);
  write(`${at}/layouts/_default/single.html`, layout(unsafe ? script : ''));
  write(`${at}/layouts/shortcodes/return-checker.html`, paste('hugo'));
  write(`${at}/content/guide.md`, `---\ntitle: A guide\n---\n${content}`);
  run('hugo', ['--quiet', '-s', at, '-d', `${blogs}/${name}`]);
}
hugo('hugo', { unsafe: true }, routes);
hugo('hugo-strict', { unsafe: false }, `[Can I send it back?](${home}#marketplace=temu)\n\n{{< return-checker >}}\n\n<div id="raw">dropped</div>\n`);
write(`${folder}/jekyll/_config.yml`, 'title: A blog\n');
write(`${folder}/jekyll/_layouts/guide.html`, layout(script).replace('{{ .Content }}', '{{ content }}'));
write(`${folder}/jekyll/guide.md`, `---\nlayout: guide\n---\n${routes}`);
run('jekyll', ['build', '--safe', '-q', '-s', `${folder}/jekyll`, '-d', `${blogs}/jekyll`]);
await nginx(siteFolder, sitePort, blogs, blogPort);

const browser = await startChromium();
after(async () => {
  await browser.close();
  await stop();
});

async function open(url) {
  const page = await browser.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(url, { waitUntil: 'load' });
  return { page, faults };
}

/** A tap by the mouse. The tile of the facade may give way to the element's at that moment. */
async function tap(from, name) {
  for (let tries = 1; ; tries += 1) {
    const button = await from.waitForSelector(`>>> [data-do="${name}"]`);
    try {
      await button.evaluate((node) => node.scrollIntoView({ block: 'center' }));
      return await button.click();
    } catch (error) {
      if (tries === 5 || !/detached|not clickable/.test(error.message)) throw error;
    }
  }
}

/** Two taps, and the sentence with its day. `from` is an element or a frame. */
async function twoTaps(from) {
  for (const name of ['damaged', 'yesterday']) await tap(from, name);
  const lead = await from.waitForSelector('>>> .lead');
  for (let tries = 0; tries < 40 && !/^Yes/.test(await lead.evaluate((node) => node.innerText)); tries += 1) await new Promise((next) => setTimeout(next, 100));
  assert.match(await lead.evaluate((node) => node.innerText), /^Yes, you can send it back\. Open a dispute by \w+day \d+ \w+/);
}

async function linkOpens(page, selector, shop) {
  const address = await page.$eval(selector, (link) => link.href);
  assert.match(address, new RegExp(`#marketplace=${shop}$`));
  const there = await browser.newPage();
  await there.goto(address);
  await there.waitForSelector('return-page[answered]');
  assert.equal(await (await there.waitForSelector('>>> [data-chip=shop]')).evaluate((chip) => chip.value), shop);
  await there.close();
}

for (const [name, path] of [
  ['a static article served by nginx', 'static/'],
  ['Hugo with raw HTML, served by nginx', 'hugo/guide/'],
  ['Jekyll in safe mode, served by nginx', 'jekyll/guide.html'],
])
  test(`${name}: link, marked-up text, element, sandboxed srcdoc frame and frame`, { timeout: 120_000 }, async () => {
    const { page, faults } = await open(`http://127.0.0.1:${blogPort}/${path}`);
    await linkOpens(page, '#link a', 'aliexpress');
    await twoTaps(await page.waitForSelector('#element return-checker'));
    await twoTaps(await page.waitForSelector('#marked [data-return-checker="upgraded"] return-checker'));
    for (const name of ['builder', 'frame']) {
      const frame = await page.waitForSelector(`#${name} iframe`);
      await frame.scrollIntoView();
      await twoTaps(await frame.contentFrame());
    }
    assert.deepEqual(faults, []);
    await page.close();
  });

test('Hugo as it comes: raw HTML is dropped, the link and the shortcode work', { timeout: 120_000 }, async () => {
  const { page, faults } = await open(`http://127.0.0.1:${blogPort}/hugo-strict/guide/`);
  assert.equal(await page.$('#raw'), null);
  await linkOpens(page, 'main p a', 'temu');
  await twoTaps(await page.waitForSelector('return-checker'));
  assert.deepEqual(faults, []);
  await page.close();
});

test('nginx with its own table of types serves the page: module, WebAssembly, service worker', { timeout: 120_000 }, async () => {
  const { page, faults } = await open(`${home}#as_of=2026-05-10&reason=damaged&received_on=2026-05-04`);
  await page.waitForFunction(() => /^Yes/.test(document.querySelector('return-page')?.shadowRoot?.querySelector('answer-card')?.headline?.lead ?? ''));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  assert.deepEqual(faults, []);
  await page.close();
});

let begun;
/** The one blog of all tests. */
const wordpressBlog = () => (begun ??= wordpress(sitePort));

const shown = (page) =>
  page.waitForFunction(() => {
    const frame = document.querySelector('iframe.wp-embedded-content');
    return frame.clientHeight >= 400 && getComputedStyle(frame).clip === 'auto';
  }, { timeout: 5000 });

test('WordPress: an author pastes the bare address, a reader has the checker, as high as its answer', { timeout: 300_000 }, async () => {
  const blog = await wordpressBlog();
  console.log(`# WordPress ${blog.version()}`);
  const { page, faults } = await open(await blog.asAuthor('A guide', `Words before.\n\n${paste('wordpress_com')}\n\nWords after.`));
  const element = await page.waitForSelector('iframe.wp-embedded-content');
  assert.match(await element.evaluate((node) => node.getAttribute('sandbox')), /^allow-scripts/);
  // WordPress shows the frame once that has said how high it is: with its question, not when it gives up waiting for more.
  await shown(page);
  await element.scrollIntoView();
  const frame = await element.contentFrame();
  await twoTaps(frame);
  const [inside, outside] = [await frame.evaluate(() => document.documentElement.scrollHeight), await element.evaluate((node) => node.offsetHeight)];
  assert.ok(outside >= Math.min(inside, 1000) && outside <= 1000, `the frame is ${outside} px high, its page ${inside}`);
  assert.deepEqual(faults, []);
  await page.close();
  // Temu in French stays Temu in French.
  const french = await open(await blog.asAuthor('En français', paste('wordpress_com', { marketplace: 'temu', language: 'fr' })));
  const frenchFrame = await (await french.page.waitForSelector('iframe.wp-embedded-content')).contentFrame();
  const head = await frenchFrame.waitForSelector('>>> [part=shop]');
  assert.match(await head.evaluate((node) => node.innerText), /^Puis-je le renvoyer\s\? Temu$/);
  await french.page.close();
  // What else an author pastes loses its script; the link inside stays, and leads to the page.
  const bare = await open(await blog.asAuthor('Another', paste('wordpress')));
  assert.equal(await bare.page.$('return-checker, script[src*="return-checker"]'), null);
  await linkOpens(bare.page, 'a[href*="#marketplace"]', 'aliexpress');
  await bare.page.close();
});

test('WordPress: an author puts the bare address into a block of the block editor, sees the checker there, and publishes it', { timeout: 300_000 }, async () => {
  const blog = await wordpressBlog();
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 1000 });
  await page.goto(`${blog.home}/wp-login.php`);
  await page.type('#user_login', 'writer');
  await page.type('#user_pass', 'writer-password');
  await Promise.all([page.waitForNavigation(), page.click('#wp-submit')]);
  await page.goto(`${blog.home}/wp-admin/post-new.php`);
  await page.waitForFunction(() => globalThis.wp?.data?.select('core/editor')?.getCurrentPostId());
  await page.evaluate(() => globalThis.wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false));
  const title = await page.waitForSelector('.editor-post-title__input');
  await title.click();
  await page.keyboard.type('From the block editor');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.matches('[data-type="core/paragraph"]'));
  // An https address alone would become a block when it is pasted; this one is http, and the block is asked for.
  await page.keyboard.type('/embed');
  await page.waitForSelector('.components-autocomplete__result');
  await page.keyboard.press('Enter');
  await (await page.waitForSelector('[data-type="core/embed"] input')).type(paste('wordpress_com', { marketplace: 'wish' }));
  await page.keyboard.press('Enter');
  const preview = await page.waitForSelector('[data-type="core/embed"] iframe', { timeout: 60_000 });
  const before = await (await preview.contentFrame()).waitForSelector('>>> [part=shop]');
  assert.match(await before.evaluate((node) => node.innerText), /^Can I send it back\? Wish$/);
  await page.click('.editor-post-publish-panel__toggle');
  await (await page.waitForSelector('.editor-post-publish-button:not([aria-disabled=true])')).click();
  await page.waitForFunction(() => globalThis.wp.data.select('core/editor').isCurrentPostPublished());
  const address = await page.evaluate(() => globalThis.wp.data.select('core/editor').getPermalink());
  await context.close();

  const reader = await open(address);
  const element = await reader.page.waitForSelector('iframe.wp-embedded-content');
  await shown(reader.page);
  await element.scrollIntoView();
  const frame = await element.contentFrame();
  assert.match(await (await frame.waitForSelector('>>> [part=shop]')).evaluate((node) => node.innerText), /^Can I send it back\? Wish$/);
  await tap(frame, 'wrong_item');
  await frame.waitForSelector('>>> [data-do=yesterday]');
  assert.deepEqual(reader.faults, []);
  await reader.page.close();
});
