// Before a reader comes near, and what a blogger's markup means: facade, languages, shops, events, the host's own pack.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { article } from './host-page.mjs';
import { siteInChromium } from './open-page.mjs';
import { serveSite, site as folder } from './static-site.mjs';
import { dated, press, sentence, visit as visitIn, words } from './visit.mjs';

const { site, browser } = await siteInChromium();
const open = [];
after(() => Promise.all(open.map((close) => close().catch(() => {}))));

async function visit(html, options) {
  const all = await visitIn(browser, html, options);
  open.push(all.close);
  return all;
}

const script = `<script async src="${site.url}return-checker.js"></script>`;
const checker = (attributes = '', inside = '<a href="/x">Check it</a>') => `<return-checker ${attributes}>${inside}</return-checker>`;
const facade = (page, selector = 'return-checker') => page.waitForFunction((name) => document.querySelector(name)?.shadowRoot?.querySelector('[data-do]'), {}, selector);
const far = '<div style="height: 8000px"></div>';
const brotli = (path) => brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } }).length;
const ours = (asked) => [...new Set(asked.filter((url) => url.startsWith(site.url)).map((url) => url.slice(site.url.length)))];

test('far from a reader: at most 3 KB are requested, the question and the shop’s name are drawn, the room is kept', async () => {
  for (const [lang, name] of [['en', 'Temu'], ['fr', 'Temu']]) {
    const { page, asked, faults } = await visit(article(`${far}${checker(`marketplace="temu" lang="${lang}"`)}${script}`));
    await facade(page);
    await new Promise((next) => setTimeout(next, 400));
    const files = ours(asked);
    const bytes = files.reduce((sum, file) => sum + brotli(`${folder}/${file}`), 0);
    console.log(`# ${lang}: ${bytes} bytes before a reader is near: ${files.join(' ')}`);
    assert.ok(bytes <= 3 * 1024, `${bytes} bytes`);
    const drawn = await page.$eval('return-checker', (node) => ({ text: node.shadowRoot.querySelector('.box').innerText, height: node.offsetHeight, tiles: node.shadowRoot.querySelectorAll('button').length }));
    assert.match(drawn.text, new RegExp(name));
    assert.equal(drawn.tiles, 9);
    assert.ok(drawn.height >= 44 * 16, `${drawn.height} px`);
    assert.deepEqual(faults, []);
  }
});

test('within a second of coming near it answers a tap, and nothing moves', async () => {
  const { page } = await visit(article(`${far}${checker()}<p>after</p>${script}`));
  await facade(page);
  await new Promise((next) => setTimeout(next, 300));
  const took = await page.evaluate(async () => {
    const begun = performance.now();
    scrollTo(0, 7600);
    const root = document.querySelector('return-checker').shadowRoot;
    root.querySelector('[data-do=damaged]').click();
    while (!root.querySelector('[data-do=yesterday]')) await new Promise((next) => setTimeout(next, 5));
    return performance.now() - begun;
  });
  console.log(`# near to answer of a tap: ${took.toFixed(0)} ms; layout shift ${await page.evaluate(() => globalThis.shift)}`);
  assert.ok(took < 1000, `${took} ms`);
  assert.equal(await page.evaluate(() => globalThis.shift), 0);
});

test('the tile that was pressed on the facade is the element’s answer; so is a focus', async () => {
  let release;
  const wait = new Promise((next) => (release = next));
  const slow = await serveSite({ change: async (name) => (/^widget\/element/.test(name) ? wait : null) });
  open.push(slow.close);
  const { page } = await visit(article(`${checker()}<script async src="${slow.url}return-checker.js"></script>`));
  await facade(page);
  await press(page, 'damaged');
  assert.equal(await page.$eval('return-checker', (node) => node.shadowRoot.querySelector('.pressed')?.dataset.do), 'damaged');
  release(null);
  assert.match(await words(page), /When did it arrive\?/);

  let again;
  const more = new Promise((next) => (again = next));
  const slower = await serveSite({ change: async (name) => (/^widget\/element/.test(name) ? more : null) });
  open.push(slower.close);
  const second = await visit(article(`${checker()}<script async src="${slower.url}return-checker.js"></script>`));
  await facade(second.page);
  await second.page.$eval('return-checker', (node) => node.shadowRoot.querySelector('[data-do=wrong_item]').focus());
  again(null);
  await words(second.page);
  await second.page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.dataset.do === 'wrong_item');
});

test('in a closed <details>, and 30 screens down, nothing more is loaded; each checker waits for its own reader', async () => {
  const { page, asked } = await visit(article(`${checker('id="first" marketplace="wish"')}<details><summary>More</summary>${checker('marketplace="temu"')}</details>${far.repeat(3)}${checker('id="last" marketplace="dhgate"')}${script}`));
  await words(page, '#first');
  await new Promise((next) => setTimeout(next, 300));
  assert.deepEqual(ours(asked).filter((name) => name.includes('packs/')).map((name) => name.replace(/\.\w{8}\.js$/, '')), ['widget/packs/wish']);
  await page.evaluate(() => document.querySelector('#last').scrollIntoView());
  await words(page, '#last');
  assert.ok(!ours(asked).some((name) => name.includes('packs/temu')));
});

test('a language that we do not speak is answered in English, from left to right; English on a Hebrew page too; Hebrew from right to left', async () => {
  const cases = [
    [article(checker() + script, { lang: 'fa', dir: 'rtl' }), 'ltr', /^Can I send it back\? AliExpress Usually yes/],
    [article(checker('lang="en"') + script, { lang: 'he', dir: 'rtl' }), 'ltr', /^Can I send it back\? AliExpress Usually yes/],
    [article(checker('lang="fa" dir="rtl"') + script), 'ltr', /^Can I send it back\? AliExpress Usually yes/],
    [article(checker() + script, { lang: 'he', dir: 'rtl' }), 'rtl', /AliExpress/],
    [article(`<div lang="iw">${checker()}</div>${script}`), 'rtl', /AliExpress/],
  ];
  for (const [html, dir, text] of cases) {
    const { page } = await visit(html);
    await facade(page);
    assert.equal(await page.$eval('return-checker', (node) => getComputedStyle(node.shadowRoot.querySelector('.box')).direction), dir);
    assert.match(await words(page), text);
    assert.equal(await page.$eval('return-checker', (node) => getComputedStyle(node.shadowRoot.querySelector('.box')).direction), dir);
  }
});

test('an unknown shop: a sentence and a link, no answer; names that every object has are no shops', async () => {
  for (const name of ['amazon', 'constructor', '__proto__', 'toString']) {
    const { page, said } = await visit(article(checker(`marketplace="${name}"`) + script));
    const { text, link, height, tiles } = await sentence(page);
    assert.equal(text, 'This checker does not know the platform that it was set up for. Check it on the full page');
    assert.ok(link.startsWith(site.url), link);
    assert.equal(tiles, 0);
    assert.ok(height < 200, `${height} px`);
    assert.ok(said.some((line) => line.includes(`marketplace="${name.toLowerCase()}"`)), said.join());
    assert.deepEqual(await page.evaluate(() => globalThis.heard), []);
  }
});

test('"ready" once it can be asked; "verdict" only after a reader’s tap', async () => {
  const { page } = await visit(article(checker('marketplace="temu" country="FR"') + script));
  await words(page);
  await new Promise((next) => setTimeout(next, 200));
  assert.deepEqual(await page.evaluate(() => globalThis.heard), [['ready', { marketplace: 'temu', language: 'en' }]]);
  await press(page, 'wrong_item');
  await page.waitForFunction(() => globalThis.heard.length === 2);
  const [type, verdict] = await page.evaluate(() => globalThis.heard[1]);
  assert.equal(type, 'verdict');
  assert.ok(verdict.items.length > 0);
});

test('home="…" is where "Full answer" leads; what is no address of the web is left out', async () => {
  for (const [home, start] of [['https://returns.example/check/', 'https://returns.example/check/#'], ['javascript:alert(1)', `${site.url}#`], ['', `${site.url}#`]]) {
    const { page } = await visit(article(checker(`home="${home}"`) + script));
    await words(page);
    const link = await page.$eval('return-checker', (node) => node.shadowRoot.querySelector('[part=full]').href);
    assert.ok(link.startsWith(start), link);
  }
});

test('markup that comes after the element is loaded becomes a checker too; what it may not set it does not', async () => {
  const { page } = await visit(article(`${checker('id="first"')}<p id="place"></p>${script}`));
  await words(page, '#first');
  await page.evaluate(() => {
    document.querySelector('#place').innerHTML = '<blockquote data-return-checker data-marketplace="temu" data-country="FR" data-onclick="globalThis.hit=1" data-dir="ltr onclick=hit"><a href="/x">Check it</a></blockquote>';
  });
  assert.match(await words(page, '#place return-checker'), /Temu/);
  const set = await page.$eval('#place return-checker', (node) => node.getAttributeNames());
  assert.deepEqual(set.filter((name) => name.startsWith('on')), []);
  assert.equal(await page.$eval('#place return-checker', (node) => node.shadowRoot.querySelector('[onclick]')), null);
});

test('the snippet twice in one page: one load; an older snippet with type="module" still works', async () => {
  const twice = await visit(article(checker('id="a"') + script + checker('id="b" marketplace="temu"') + script));
  await dated(twice.page, '#a');
  await words(twice.page, '#b');
  assert.equal(twice.asked.filter((url) => url.includes('/widget/element.')).length, 1);
  const old = await visit(article(`${checker()}<script type="module" src="${site.url}return-checker.js"></script>`));
  await dated(old.page);
});

test('the host’s own link stands beside ours, its words under the answer', async () => {
  const { page } = await visit(article(checker('', '<a href="/x">Check it</a><a id="own" slot="link" href="/guide">My guide</a><p id="below-it" slot="below">Mine</p>') + script));
  await words(page);
  for (const id of ['own', 'below-it']) assert.equal(await page.$eval(`#${id}`, (node) => node.checkVisibility() && node.offsetHeight > 0), true, id);
  assert.equal(await page.$eval('return-checker > a', (node) => node.checkVisibility()), false);
});

test('a pack of the host’s own: its words and what it takes off, as text', async () => {
  const pack = JSON.parse(readFileSync(new URL('../../core/packs/wish.json', import.meta.url), 'utf8'));
  const [clause] = Object.keys(pack.clauses);
  Object.assign(pack, { id: 'my_shop', name: 'Corner Shop', words: { battery: 'Never post the <b>battery</b> {shop}' }, deductions: { label: { says: 'The label costs <b>7</b>.' } } });
  pack.advice = [...(pack.advice ?? []), 'battery'];
  pack.rules.push({ id: 'own-warning', slot: 'warning', codes: ['battery'], clauses: [clause] }, { id: 'own-label', slot: 'deductions', codes: ['label'], clauses: [clause] });
  const files = { '/my-shop.json': JSON.stringify(pack) };
  const { page, faults } = await visit(article(checker('packs="/my-shop.json"') + script), { files });
  await words(page);
  await press(page, 'wrong_item');
  await press(page, 'yesterday');
  const shown = await words(page);
  assert.ok(shown.includes(pack.words.battery), shown);
  assert.ok(shown.includes(pack.deductions.label.says), shown);
  assert.deepEqual(faults, []);
});

test('a pack of the host’s own: its name and its days; one with faults gives the sentence', async () => {
  const pack = JSON.parse(readFileSync(new URL('../../core/packs/wish.json', import.meta.url), 'utf8'));
  const own = JSON.stringify({ ...pack, id: 'my_shop', name: 'Corner Shop' });
  const files = { '/my-shop.json': own, '/broken.json': JSON.stringify({ id: 'my_shop', name: 'Corner Shop' }), '/no.json': 'not JSON' };
  const { page, faults } = await visit(article(checker('packs="/my-shop.json"') + script), { files });
  assert.match(await words(page), /^Can I send it back\? Corner Shop /);
  await press(page, 'wrong_item');
  await press(page, 'yesterday');
  await page.waitForFunction(() => globalThis.heard.length >= 3);
  assert.equal(await page.evaluate(() => globalThis.heard.at(-1)[1].policy.split('@')[0]), 'my_shop');
  assert.deepEqual(faults, []);
  for (const name of ['/broken.json', '/no.json', '/missing.json']) {
    const bad = await visit(article(checker(`packs="${name}"`) + script), { files });
    assert.match((await sentence(bad.page)).text, /^We can’t work this out here/, name);
    assert.ok(bad.said.some((line) => line.startsWith('<return-checker>:')), name);
  }
});
