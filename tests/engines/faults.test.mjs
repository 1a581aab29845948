// The faults that every engine meets in its own way: the engine's file, WebAssembly itself, storage.
// A test's name is a row of the table of faults: the engine: what goes wrong | what the shopper sees.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { serveSite, site as folder } from '../browser/static-site.mjs';
import { click, engines, wordsOf } from './engines.mjs';

const chosen = (process.env.ENGINES ?? Object.keys(engines).join(',')).split(',');
const lamp = '#as_of=2026-05-10&reason=damaged&received_on=2026-05-04';
const yes = /Yes, you can send it back\. Open a dispute by Tuesday,? 19 May/;
const index = readFileSync(`${folder}/index.html`, 'utf8');
const html = (body) => ({ body, type: 'text/html; charset=utf-8' });
/** The page with a script of ours before its own. */
const first = (script) => (name) => {
  if (name === 'index.html') return html(index.replace('<script ', '<script src="./before.js"></script><script '));
  return name === 'before.js' ? { body: script, type: 'text/javascript' } : null;
};
const engineFile = (instead) => (name) => (name.includes('.engine.') ? instead : null);

const rows = [
  ['the engine’s file is missing', engineFile({ status: 404, body: '' })],
  ['the engine’s file hangs for ever', engineFile({ hang: true })],
  ['WebAssembly is blocked by a policy', (name) => (name === 'index.html' ? html(index.replaceAll(" 'wasm-unsafe-eval'", '')) : null), { policy: " 'wasm-unsafe-eval'" }],
  ['WebAssembly is not there', first('delete globalThis.WebAssembly;')],
];

for (const name of chosen) {
  for (const [what, change, { policy: without } = {}] of rows)
    test(`${name}: ${what} | the right answer within five seconds`, { timeout: 60_000 }, async () => {
      const site = await serveSite({ change, without });
      const engine = await engines[name]();
      try {
        const began = Date.now();
        await engine.goto(site.url + lamp);
        assert.match(await wordsOf(engine, '.lead'), yes);
        assert.ok(Date.now() - began < 5500, `${Date.now() - began} ms`);
        await click(engine, '[data-answer=no]');
        assert.match(await wordsOf(engine, '.lead'), yes);
        // What Firefox writes of its own policy is no error of the page.
        assert.deepEqual(engine.faults.filter((text) => !/Content-Security-Policy/.test(text)), []);
      } finally {
        await engine.close();
        await site.close();
      }
    });

  test(`${name}: storage is denied | the right answer; “Keep” says that this browser keeps nothing`, { timeout: 60_000 }, async () => {
    const denied = `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });`;
    const site = await serveSite({ change: first(denied) });
    const engine = await engines[name]();
    try {
      await engine.goto(site.url + lamp);
      assert.match(await wordsOf(engine, '.lead'), yes);
      await click(engine, '[data-save=keep]');
      assert.match(await wordsOf(engine, '.three + [role=status]'), /keeps nothing for us/);
      assert.deepEqual(engine.faults, []);
    } finally {
      await engine.close();
      await site.close();
    }
  });
}
