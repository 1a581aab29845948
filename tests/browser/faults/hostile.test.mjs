// Hostile input: packs, texts with scripts in them, and hosts that change what every object carries.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadChecker } from '../../node/doors.mjs';
import { article, serveHost } from '../host-page.mjs';
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
  for (const name of ['reason', 'received_on', 'marketplace', 'country', 'seller_return_window', 'category', 'as_of', 'currency', 'item1.reason', 'junk']) {
    await page.evaluate(
      async (name, all) => {
        for (const text of all) {
          history.replaceState(null, '', `#${name}=${encodeURIComponent(text)}`);
          dispatchEvent(new Event('hashchange'));
          await document.querySelector('return-page').updateComplete;
        }
      },
      name,
      injections,
    );
  }
  assert.match(await pageText(page), /hit`1`/, 'what was kept is shown as text');
  await nothingRan(page);
  await page.evaluate((hash) => (location.hash = hash), lamp);
  await settle(page);
  assert.match(await cardText(page), yes);
  await done();
});

fault('200 script injections in every text of a shop’s rules', 'they are text at most; no script runs', async () => {
  const site = await siteWith();
  const { page, done } = await shown(site, { before: watched });
  const taken = await page.evaluate(
    async (kettle, all) => {
      const host = document.querySelector('return-page');
      const texts = { sources: ['title', 'kind'], clauses: ['section', 'says'], conflicts: ['says', 'value', 'why'], facts: ['hint', 'prompt'] };
      let next = 0;
      let taken = 0;
      const filled = (value, key, part) => {
        if (typeof value === 'string') return key === 'name' || texts[part]?.includes(key) ? `${value} ${all[next++ % all.length]}` : value;
        if (Array.isArray(value)) return value.map((one) => filled(one, key, part));
        if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filled(one, name, part ?? name)]));
        return value;
      };
      const open = (root) => {
        for (const node of root.querySelectorAll('*')) {
          if (node.tagName === 'DETAILS') node.open = true;
          if (node.shadowRoot) open(node.shadowRoot);
        }
      };
      for (let edition = 0; next < all.length * 2; edition += 1) {
        const id = `kettle_${edition}`;
        try {
          host.checker.addPack({ ...filled(JSON.parse(kettle), ''), id });
        } catch (error) {
          throw new Error(error.errors.map((one) => `${one.path} ${one.message}`).join('; '));
        }
        taken += 1;
        history.replaceState(null, '', `#marketplace=${id}&reason=damaged&received_on=2026-05-04&as_of=2026-05-10`);
        dispatchEvent(new Event('hashchange'));
        await host.updateComplete;
        await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
        open(document);
      }
      return { taken, next };
    },
    kettle,
    injections,
  );
  assert.ok(taken.taken > 0 && taken.next >= 400, JSON.stringify(taken));
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
  await (await page.waitForSelector('>>> [data-do="damaged"]')).click();
  await (await page.waitForSelector('>>> [data-do="yesterday"]')).click();
  await settle(page);
  const words = await (await page.waitForSelector('>>> .lead')).evaluate((node) => node.innerText);
  assert.match(words, /^Yes, you can send it back\. Open a dispute by \w+day/);
  assert.deepEqual(errors, []);
  await context.close();
});

fault('a fragment of 100 KB', 'the page as at the first visit', async () => {
  const site = await siteWith();
  const { page, words, done } = await shown(site, { hash: `#junk=${'x'.repeat(100_000)}&reason=damaged` });
  assert.match(words, /^Often yes/);
  await page.reload();
  await answered(page);
  await done();
});
