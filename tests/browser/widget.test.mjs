// The widget on pages that are not ours, in a real Chromium.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync } from 'node:zlib';
import { after, test } from 'node:test';
import { article, hostPolicy, serveHost } from './host-page.mjs';
import { siteInChromium } from './open-page.mjs';
import { site as folder } from './static-site.mjs';

const { site, browser } = await siteInChromium();
const origin = new URL(site.url).origin;
const module = `<script async src="${site.url}return-checker.js"></script>`;
const reserved = 'display:block;min-height:44em';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const open = [];
after(() => Promise.all(open.map((one) => one.close().catch(() => {}))));

const element = (attributes = '', inside = '<a href="/x">Check it</a>') => `<return-checker ${attributes}>${inside}</return-checker>`;

/** Opens a host page; `asked` are the requests that it made. */
async function visit(html, { policy = null, files = {}, before, width = 390, dark = false } = {}) {
  const host = await serveHost({ '/': html, ...files }, { policy });
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const faults = [];
  const said = [];
  const asked = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => (message.type() === 'error' ? faults : said).push(message.text()));
  page.on('request', (request) => asked.push(request.url()));
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
  if (before) await before(page);
  await page.goto(host.url);
  open.push({ close: () => Promise.all([context.close(), host.close()]) });
  const press = async (name) => {
    await page.waitForFunction(() => document.querySelector('return-checker')?.shadowRoot?.querySelector('.lead'));
    const button = await page.waitForSelector(`>>> [data-do="${name}"]`);
    await button.click();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  };
  /** What the element says once it stands in the place of its facade, without the line that names the shop. */
  const text = async () => {
    await page.waitForFunction(() => document.querySelector('return-checker')?.shadowRoot?.querySelector('.lead, .box:not(:has(.ask))'));
    const box = await page.waitForSelector('>>> .box');
    return box.evaluate((node) => node.innerText.replace(node.querySelector('[part=shop]')?.innerText ?? '', '').replace(/\s+/g, ' ').trim());
  };
  return { page, host, faults, said, asked, press, text };
}

const ours = (asked) => asked.filter((url) => url.startsWith(origin)).map((url) => url.slice(site.url.length));
/** Without the sum of what it carries. */
const bare = (name) => name.replace(/\.\w{8}\.js$/, '.js');

/** The entry and these, as `bare` names them. */
const files = (...names) => ['return-checker.js', ...names.map((name) => `widget/${name}.js`)].sort();

test('under the policy that it asks for: two taps, a dated answer, the rules of one shop and the law of one country, no storage, no global', async () => {
  const before = (page) => page.evaluateOnNewDocument(() => addEventListener('DOMContentLoaded', () => (globalThis.known = Object.keys(globalThis))));
  const { page, press, text, faults, asked } = await visit(article(element('marketplace="aliexpress" country="FR"') + module), { policy: hostPolicy(origin), before });
  await page.evaluate(() => {
    globalThis.verdicts = [];
    document.body.addEventListener('verdict', (event) => globalThis.verdicts.push(event.detail));
  });
  assert.match(await text(), /^Usually yes\. You have 15 days/);
  await press('damaged');
  await press('yesterday');
  assert.match(await text(), /Yes, you can send it back\. Open a dispute by \w+day \d+ \w+/);
  assert.deepEqual(ours(asked).map(bare).sort(), files('packs/aliexpress', 'element', 'law', 'laws/eu', 'laws/everywhere', 'return-checker.engine'));
  assert.deepEqual(faults, []);
  const verdicts = await page.evaluate(() => globalThis.verdicts);
  assert.equal(verdicts.at(-1).headline.phase, 'start');
  assert.equal(verdicts.at(-1).items[0].status, 'allowed');
  const left = await page.evaluate(() => ({
    storage: localStorage.length + sessionStorage.length,
    cookie: document.cookie,
    globals: Object.keys(globalThis).filter((name) => !globalThis.known.includes(name) && !/^(known|verdicts)$|ariaQuerySelector/.test(name)),
    workers: navigator.serviceWorker.controller,
  }));
  // Lit leaves its three version lists, which its own warning of a second copy needs, and what it knows of properties.
  assert.deepEqual(left, { storage: 0, cookie: '', globals: ['litPropertyMetadata', 'reactiveElementVersions', 'litHtmlVersions', 'litElementVersions'].filter((name) => left.globals.includes(name)), workers: null });
});

test('"Full answer" opens the page with this case behind the #', async () => {
  const { page, press } = await visit(article(element('marketplace="aliexpress" country="DE"') + module));
  await press('wrong_item');
  await press('today');
  const address = await page.$eval('>>> [part=full]', (link) => link.href);
  assert.ok(address.startsWith(`${site.url}#`), address);
  const facts = Object.fromEntries(new URLSearchParams(new URL(address).hash.slice(1)));
  assert.equal(facts.reason, 'wrong_item');
  assert.equal(facts.country, 'DE');
  assert.match(facts.received_on, /^\d{4}-\d\d-\d\d$/);
});

test('marked-up text becomes a checker, and two on one page share one module', async () => {
  const quote = '<blockquote data-return-checker data-marketplace="temu"><p>Check it <a href="/x">here</a></p></blockquote>';
  const { page, asked } = await visit(article(quote + element('marketplace="wish"') + module));
  await page.waitForFunction(() => [...document.querySelectorAll('return-checker')].filter((one) => one.shadowRoot?.querySelector('.lead')).length === 2);
  const labels = await page.$$eval('>>> .box', (boxes) => boxes.map((box) => box.getAttribute('aria-label')));
  assert.deepEqual(labels.map((label) => label.split(' ').at(-1)).sort(), ['Temu', 'Wish']);
  assert.deepEqual(ours(asked).map(bare).sort(), files('packs/temu', 'packs/wish', 'element', 'return-checker.engine'));
});

test('French from the nearest lang: one language file; right to left from the nearest dir', async () => {
  const { page, text, asked } = await visit(article(`<div lang="fr-CA" dir="rtl">${element()}</div>${module}`));
  assert.match(await text(), /^En général, oui/);
  assert.deepEqual(ours(asked).map(bare).sort(), files('packs/aliexpress', 'element', 'facade.fr', 'languages', 'return-checker.engine', 'words.fr'));
  assert.equal(await page.$eval('>>> .box', (box) => getComputedStyle(box).direction), 'rtl');
});

test('a language has its own direction, whatever the page around has; what nobody speaks is answered in English, from left to right', async () => {
  for (const [lang, dir, spoken, drawn] of [['iw', 'ltr', 'he', 'rtl'], ['ar-EG', 'ltr', 'ar', 'rtl'], ['fa', 'rtl', 'en', 'ltr'], ['de', 'rtl', 'de', 'ltr']]) {
    const { page } = await visit(article(`${element(`lang="${lang}"`)}${module}`, { dir }));
    await page.waitForFunction(() => document.querySelector('return-checker').shadowRoot?.querySelector('.box'));
    const found = await page.$eval('>>> .box', (box) => [box.lang, getComputedStyle(box).direction]);
    assert.deepEqual(found, [spoken, drawn], lang);
  }
});

test('a bad attribute is said on screen and in the console; spaces around a good one do not matter', async () => {
  const { text, said } = await visit(article(element('marketplace=" Temu " country="XX" theme="pink"') + module));
  const words = await text();
  assert.match(words, /theme=“pink”/);
  assert.match(words, /country=“XX”/);
  assert.doesNotMatch(words, /marketplace=/);
  assert.ok(said.some((line) => line.includes('theme="pink"')));
});

test('far down the page, or folded away: 3 KB at most, until a reader comes near', async () => {
  const far = '<div style="height: 8000px"></div>';
  const { page, asked } = await visit(article(`${far}<details><summary>More</summary>${element('id="folded"')}</details>${element()}${module}`));
  await new Promise((done) => setTimeout(done, 500));
  assert.deepEqual(ours(asked), ['return-checker.js']);
  assert.ok(brotliCompressSync(readFileSync(`${folder}/return-checker.js`)).length <= 3 * 1024);
  await page.evaluate(() => scrollTo(0, 7000));
  await page.waitForFunction(() => [...document.querySelectorAll('return-checker')].some((one) => /^Usually yes/.test(one.shadowRoot?.querySelector('.lead')?.innerText ?? '')));
  assert.equal(new Set(ours(asked)).size, 4);
});

test('loading="eager" loads at once; a touch loads; marked-up text that comes later becomes a checker', async () => {
  const far = '<div style="height: 8000px"></div>';
  const eager = await visit(article(`${far}${element('loading="eager"')}${module}`));
  assert.match(await eager.text(), /^Usually yes/);
  const late = await visit(article(`<p id="place"></p>${module}`));
  await late.page.evaluate(() => (document.querySelector('#place').innerHTML = '<blockquote data-return-checker data-marketplace="temu"><a href="/x">Check it</a></blockquote>'));
  await late.page.waitForFunction(() => document.querySelector('return-checker')?.shadowRoot?.querySelector('.lead'));
});

test('nothing of the article moves when the checker comes', async () => {
  const before = (page) =>
    page.evaluateOnNewDocument(() => {
      globalThis.shift = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => (globalThis.shift += entry.value))).observe({ type: 'layout-shift', buffered: true });
    });
  for (const width of [360, 700]) {
    const { page, text } = await visit(article(element(`style="${reserved}"`) + module), { before, width });
    await text();
    await new Promise((done) => setTimeout(done, 300));
    assert.equal(await page.evaluate(() => globalThis.shift), 0, `at ${width} px`);
  }
});

test('without WebAssembly the plain JavaScript answers alike; with neither, a kind sentence and a link', async () => {
  const gone = (page) => page.evaluateOnNewDocument(() => delete globalThis.WebAssembly);
  const plain = await visit(article(element() + module), { before: gone });
  await plain.press('damaged');
  await plain.press('today');
  assert.match(await plain.text(), /Yes, you can send it back/);
  assert.deepEqual(ours(plain.asked).map(bare).sort(), files('packs/aliexpress', 'element', 'return-checker.plain'));

  const blocked = await visit(article(element() + module), { policy: hostPolicy(origin).replace("'wasm-unsafe-eval' ", '') });
  await blocked.press('damaged');
  assert.match(await blocked.text(), /When did it arrive/);

  const neither = await visit(article(element() + module), {
    before: async (page) => {
      await gone(page);
      await page.setRequestInterception(true);
      page.on('request', (request) => (request.url().includes('.plain.') ? request.abort() : request.continue()));
    },
  });
  assert.match(await neither.text(), /full page/);
  assert.equal(await neither.page.$eval('return-checker > a', (link) => link.checkVisibility()), true);
});

const hostile = () => {
  const names = ['div', 'p', 'a', 'button', 'dl', 'dt', 'dd', 'section', 'fieldset', 'legend', 'input', 'label', 'b', 'span', 'pre', 'return-checker'];
  const rules = ['* { all: unset !important; color: #333 !important; background: #000 !important; font-size: 60px !important; letter-spacing: 9px !important; text-transform: uppercase !important; float: left !important; }'];
  for (let i = 0; i < 1000; i += 1) rules.push(`${names[i % names.length]}:nth-child(n+${i % 7}) { width: ${i}px !important; margin: ${i % 90}px !important; opacity: 0.${(i % 9) + 1} !important; position: fixed !important; }`);
  return [...rules, 'main { display: block !important; width: 340px !important; position: static !important; margin: 0 !important; opacity: 1 !important }'].join('\n');
};

test('a thousand lines of hostile CSS: it can be read, used by keyboard, and stays inside its column', async () => {
  const { page, text, faults } = await visit(article(element() + module, { head: '<link rel="stylesheet" href="/bad.css">' }), { files: { '/bad.css': hostile() } });
  assert.match(await text(), /^Usually yes/);
  const box = await page.$eval('return-checker', (node) => {
    const inner = node.shadowRoot.querySelector('.box').getBoundingClientRect();
    const column = node.parentElement.getBoundingClientRect();
    return { left: inner.left - column.left, right: column.right - inner.right, size: getComputedStyle(node.shadowRoot.querySelector('.under')).fontSize };
  });
  assert.ok(box.left >= 0 && box.right >= 0, JSON.stringify(box));
  assert.ok(parseFloat(box.size) <= 19, box.size);
  await page.focus('return-checker');
  const reach = async (name) => {
    for (let i = 0; i < 30; i += 1) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.dataset.do);
      if (at === name) return page.keyboard.press('Enter');
    }
    return assert.fail(`the Tab key does not reach ${name}`);
  };
  await reach('damaged');
  await page.waitForSelector('>>> [data-do=yesterday]');
  await reach('yesterday');
  await page.waitForSelector('>>> [data-do=copy]');
  assert.match(await text(), /Yes, you can send it back/);
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run('return-checker', { runOnly: ['wcag2a', 'wcag2aa'] }).then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].failureSummary}`)));
  assert.deepEqual(found, []);
  assert.deepEqual(faults, []);
});

test('axe finds nothing: each theme, light and dark, right to left', async () => {
  for (const [theme, dark, dir] of [['', false, 'ltr'], ['auto', true, 'ltr'], ['light', true, 'rtl'], ['dark', false, 'ltr']]) {
    const head = theme === 'auto' ? '<meta name="color-scheme" content="light dark">' : '';
    const { page, press } = await visit(article(element(`theme="${theme}"`) + module, { head, dir }), { dark });
    await press('defective');
    await press('yesterday');
    await page.evaluate(axe);
    const found = await page.evaluate(() => globalThis.axe.run('return-checker').then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].failureSummary}`)));
    assert.deepEqual(found, [], `${theme} ${dark} ${dir}`);
  }
});

test('a copy whose rules are older than half a year says so and links to the page', async () => {
  const later = (page) =>
    page.evaluateOnNewDocument(() => {
      const { now } = Date;
      const ahead = 400 * 86_400_000;
      globalThis.Date = class extends Date {
        constructor(...given) {
          super(...(given.length ? given : [now() + ahead]));
        }
      };
    });
  const { page } = await visit(article(element() + module), { before: later });
  const words = await (await page.waitForSelector('>>> [data-old]')).evaluate((node) => node.innerText);
  assert.match(words, /These rules were read on 22 November 2026.*See the newest/s);
  assert.equal(await page.$eval('>>> [data-old] a', (link) => link.href), site.url);
});

test('the framed page tells its height and listens to nobody', async () => {
  const frame = `<iframe id="f" sandbox="allow-scripts" width="360" height="300" src="${site.url}embed/?marketplace=temu#?secret=abc123"></iframe>
    <script>heights = []; addEventListener('message', (e) => heights.push(e.data));</script>`;
  const { page, faults } = await visit(article(frame));
  await page.waitForFunction(() => globalThis.heights.some((one) => one.message === 'height' && one.value > 400 && one.secret === 'abc123'));
  const inner = page.frames().find((one) => one.url().includes('/embed/'));
  const words = () => inner.$eval('>>> .box', (box) => box.innerText);
  const was = await words();
  await page.evaluate(() => {
    const target = document.querySelector('#f').contentWindow;
    for (let i = 0; i < 2000; i += 1) target.postMessage({ message: 'height', value: i, secret: 'abc123', type: 'answer', facts: { reason: 'late' } }, '*');
    target.postMessage('x'.repeat(10_000_000), '*');
  });
  await new Promise((done) => setTimeout(done, 500));
  assert.equal(await words(), was);
  assert.deepEqual(faults, []);
});

test('nothing that a reader entered leaves the frame: the page around it learns the height and the bare address', async () => {
  const frame = `<iframe id="f" sandbox="allow-scripts" width="360" height="900" src="${site.url}embed/#?secret=abc123"></iframe>
    <script>told = []; addEventListener('message', (e) => told.push(e.data));</script>`;
  const { page, faults } = await visit(article(frame));
  await page.waitForFunction(() => globalThis.told.some((one) => one.message === 'height'));
  const inner = page.frames().find((one) => one.url().includes('/embed/'));
  for (const name of ['damaged', 'yesterday']) await (await inner.waitForSelector(`>>> [data-do="${name}"]`)).evaluate((node) => node.click());
  await inner.waitForFunction(() => /^Yes/.test(document.querySelector('return-checker').shadowRoot.querySelector('.lead').textContent));
  await (await inner.waitForSelector('>>> a[part=full]')).click();
  await page.waitForFunction(() => globalThis.told.some((one) => one.message === 'link'));
  const told = await page.evaluate(() => globalThis.told);
  for (const one of told) {
    assert.deepEqual(Object.keys(one).sort(), ['message', 'secret', 'value']);
    if (one.message === 'height') assert.equal(typeof one.value, 'number');
    else assert.equal(one.value, site.url);
  }
  assert.doesNotMatch(JSON.stringify(told), /damaged|received|\d{4}-\d\d-\d\d/);
  assert.deepEqual(faults, []);
});

test('the snippet page: choose, copy, and what it says of weight is what was built', async () => {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.setViewport({ width: 1280, height: 1000 });
  await page.goto(`${site.url}snippet/`);
  const value = () => page.$eval('>>> textarea', (area) => area.value);
  await page.waitForSelector('>>> textarea');
  assert.ok((await value()).includes(`${site.url}return-checker.js`));
  await (await page.waitForSelector('>>> input[value=pinned]')).click();
  assert.match(await value(), /v\/\d+\.\d+\.\d+\/return-checker\.js" integrity="sha384-[\w+/=]+"/);
  await page.select('>>> #place', 'link').catch(async () => (await page.$('>>> #place')).select('link'));
  assert.match(await value(), /^<a href=/);
  const preview = await page.waitForFrame((frame) => frame.url().includes('/embed/'));
  await preview.waitForSelector('>>> .box');
  assert.deepEqual(faults, []);
  await context.close();
});

test('the pinned copy runs with its fingerprint', async () => {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(`${site.url}snippet/`);
  await (await page.waitForSelector('>>> input[value=pinned]')).click();
  const snippet = await page.$eval('>>> textarea', (area) => area.value);
  await context.close();
  const { text, faults } = await visit(article(snippet));
  assert.match(await text(), /^Usually yes/);
  assert.deepEqual(faults, []);
});
