// Hostile input: packs, texts with scripts in them, and hosts that change what every object carries.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadChecker } from '../../node/doors.mjs';
import { article, serveHost } from '../host-page.mjs';
import { site as folder } from '../static-site.mjs';
import { answered, cardText, pageText, settle } from '../open-page.mjs';
import { fault, hostWith, lamp, shown, siteWith, visitor, yes } from './faults.mjs';

const kettle = readFileSync(new URL('../../packs/blue_kettle.json', import.meta.url), 'utf8');

fault('a hostile shop’s rules (10 MB, 100,000 levels, a key twice, half a character)', 'each is refused by name, and the answer stays right', async () => {
  const { page, done } = await shown(await siteWith());
  // The page itself takes no rules of others: whoever loads the checker may add some.
  const checker = await loadChecker();
  const hostile = {
    huge: kettle.replace(/}\s*$/, `,"x":"${'x'.repeat(10_000_000)}"}`),
    deep: '['.repeat(100_000) + ']'.repeat(100_000),
    twice: kettle.replace('{', '{"id":"again",'),
    half: kettle.replace(/"name": *"[^"]*"/, '"name":"\\ud800"'),
    raw_half: kettle.replace(/"name": *"[^"]*"/, '"name":"\ud800"'),
    cut: kettle.slice(0, 1000),
    none: '',
  };
  const codes = Object.fromEntries(
    Object.entries(hostile).map(([name, pack]) => {
      try {
        checker.addPack(pack);
        return [name, 'taken'];
      } catch (error) {
        return [name, `${error.name}: ${error.errors.map((one) => one.code).join(' ')}`];
      }
    }),
  );
  for (const [name, said] of Object.entries(codes)) assert.match(said, /^PackError: \w+/, name);
  await page.evaluate(() => (location.hash = location.hash.replace('damaged', 'defective')));
  await settle(page);
  assert.match(await cardText(page), yes);
  await done();
});

// 200 texts, each of which would run in a page that takes text for markup, for an address or for code.
const calls = ['hit()', 'hit`1`', 'window.hit()', 'top.hit(1)', 'eval("hit()")', 'setTimeout("hit()")', 'location="javascript:hit()"', '[1].map(hit)', 'hit?.()', 'self["hit"]()'];
const shapes = [
  (call) => `<script>${call}</script>`,
  (call) => `"><script>${call}</script>`,
  (call) => `</script><script>${call}</script>`,
  (call) => `<img src=x onerror=${call}>`,
  (call) => `'"><img src=x onerror='${call}'>`,
  (call) => `<svg onload=${call}>`,
  (call) => `<svg><script>${call}</script></svg>`,
  (call) => `<iframe srcdoc="<script>parent.${call}</script>">`,
  (call) => `<a href="javascript:${call}">x</a>`,
  (call) => `javascript:${call}`,
  (call) => `<details open ontoggle=${call}>`,
  (call) => `<input autofocus onfocus=${call}>`,
  (call) => `<style>@import 'javascript:${call}'</style>`,
  (call) => `--><script>${call}</script>`,
  (call) => `]]><script>${call}</script>`,
  (call) => `\${${call}}`,
  (call) => `{{constructor.constructor('${call}')()}}`,
  (call) => `<template><script>${call}</script></template>`,
  (call) => `\u202e<script>${call}</script>\u2066`,
  (call) => `<math><mi xlink:href="javascript:${call}">`,
];
const injections = shapes.flatMap((shape) => calls.map(shape));

/** Counts scripts that ran and reports of the page's own policy. */
const watched = (page) =>
  page.evaluateOnNewDocument(() => {
    globalThis.hits = 0;
    globalThis.hit = () => (globalThis.hits += 1);
    globalThis.reports = [];
    document.addEventListener('securitypolicyviolation', (event) => globalThis.reports.push(event.violatedDirective));
  });
const nothingRan = async (page) => assert.deepEqual(await page.evaluate(() => [globalThis.hits, globalThis.reports]), [0, []]);

fault('200 script injections in the link and in what was kept', 'they are text at most; no script runs', async () => {
  assert.equal(new Set(injections).size, 200);
  const site = await siteWith();
  const kept = injections.map((text, at) => ({ id: `${at}${text}`, name: text, answers: { facts: { reason: text, marketplace: text }, ticked: [text], currency: text } }));
  const { page, done } = await shown(site, {
    before: async (page) => {
      await watched(page);
      await page.evaluateOnNewDocument((text) => localStorage.setItem('returnable.kept.v1', text), JSON.stringify(kept));
    },
  });
  // Each text stands in every name at once: the page is drawn once a text, and what is kept with it.
  const names = ['reason', 'received_on', 'marketplace', 'country', 'seller_return_window', 'category', 'as_of', 'currency', 'item1.reason', 'junk'];
  await page.evaluate(
    async (names, all) => {
      for (const text of all) {
        history.replaceState(null, '', `#${names.map((name) => `${name}=${encodeURIComponent(text)}`).join('&')}`);
        dispatchEvent(new Event('hashchange'));
        await document.querySelector('return-page').updateComplete;
      }
    },
    names,
    injections,
  );
  assert.match(await pageText(page), /hit`1`/, 'what was kept is shown as text');
  await nothingRan(page);
  await page.evaluate((hash) => (location.hash = hash), lamp);
  await settle(page);
  assert.match(await cardText(page), yes);
  await done();
}, { timeout: 400_000 });

/** A file of sentences with an injection in each of its texts; gives it and how many texts there were. */
function injected(file) {
  const text = readFileSync(`${folder}/${file}`, 'utf8');
  const carried = JSON.parse(text.slice(text.indexOf('"'), text.lastIndexOf('"') + 1));
  const names = new Set(['title', 'kind', 'section', 'says', 'value', 'why', 'hint', 'prompt', 'name']);
  let next = 0;
  const filled = (value, key) => {
    if (typeof value === 'string') return names.has(key) ? `${value} ${injections[next++ % injections.length]}` : value;
    if (Array.isArray(value)) return value.map((one) => filled(one, key));
    return value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filled(one, name === 'kind' && !('title' in value) ? '' : name)])) : value;
  };
  const sentences = JSON.stringify(filled(JSON.parse(carried), ''));
  return { sentences, texts: next };
}

// As web/src/engine/carried.ts adds up.
const sumOf = (text) => (Buffer.from(text, 'utf8').reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193), 0x811c9dc5) >>> 0).toString(16).padStart(8, '0');

fault('200 script injections in every text of a shop’s rules', 'they are text at most; no script runs', async () => {
  const file = (await siteWith()).files.find((name) => /^packs\/aliexpress\.en\.[0-9a-f]{8}\.js$/.test(name));
  const before = file.match(/([0-9a-f]{8})\.js$/)[1];
  const { sentences, texts } = injected(file);
  assert.ok(texts >= 200, `${texts} texts`);
  const body = `export default ${JSON.stringify(sentences)};`;
  // The whole site takes the changed file for its own: its sum stands where the old one stood.
  const site = await siteWith((name) => {
    if (name === file.replace(before, sumOf(sentences))) return { body, type: 'text/javascript' };
    const own = /^assets\/.*\.js$/.test(name) ? readFileSync(`${folder}/${name}`, 'utf8') : '';
    return own.includes(before) ? { body: own.replaceAll(before, sumOf(sentences)), type: 'text/javascript' } : null;
  });
  const { page, done } = await shown(site, { before: watched });
  await page.waitForFunction(() => document.querySelector('return-page').checker.info('aliexpress'));
  await page.evaluate(async () => {
    const open = (root) => {
      for (const node of root.querySelectorAll('*')) {
        if (node.tagName === 'DETAILS') node.open = true;
        if (node.shadowRoot) open(node.shadowRoot);
      }
    };
    for (let times = 0; times < 3; times += 1) {
      open(document);
      await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    }
  });
  assert.match(await pageText(page), /hit/, 'the texts are on the page');
  await nothingRan(page);
  await done();
});

fault('the host pollutes what every object and list carries', 'the widget’s right answer', async () => {
  const site = await siteWith();
  const polluting = `
    for (const name of ['errors', 'told', 'faults', 'broken', 'reason', 'facts', 'marketplace', 'status', 'items', 'label', 'choices', 'hidden', 'lang', 'theme'])
      Object.prototype[name] = 'polluted';
    Object.prototype.extend = function () { return this; };
    Array.prototype.last = function () { return this[this.length - 1]; };
    Array.prototype.toJSON = function () { return 'polluted'; };
    String.prototype.trimAll = Number.prototype.days = Function.prototype.delay = function () {};`;
  const widget = '<return-checker marketplace="aliexpress"><a href="/x">Check it</a></return-checker>';
  const host = await hostWith(
    serveHost({ '/': article(`<script>${polluting}</script>${widget}<script type="module" src="${site.url}return-checker.js"></script>`) }),
  );
  const { page, errors, context } = await visitor();
  await page.goto(host.url);
  await page.waitForSelector('>>> .lead');
  for (const name of ['damaged', 'yesterday']) await (await page.waitForSelector(`>>> [data-do="${name}"]`)).evaluate((node) => node.click());
  await settle(page);
  const words = await (await page.waitForSelector('>>> .lead')).evaluate((node) => node.innerText);
  assert.match(words, /^Yes, you can send it back\. Open a dispute by \w+day/);
  assert.deepEqual(errors, []);
  await context.close();
});

fault('a fragment of 100 KB', 'the page as at the first visit', async () => {
  const site = await siteWith();
  const { page, words, done } = await shown(site, { hash: `#junk=${'x'.repeat(100_000)}&reason=damaged` });
  assert.equal(words, '', 'no answer yet');
  assert.match(await pageText(page), /What’s wrong\?/);
  await page.reload();
  await answered(page);
  await done();
});
