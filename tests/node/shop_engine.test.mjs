// The engine as page and widget have it: packs fetched shop by shop, as WebAssembly and as plain JavaScript. Every sheet gets
// the verdict that all other doors give, but for the sentences, which the page fetches apart; and the same faults.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { answer, at, loadChecker, sheets, shopPacks } from './doors.mjs';
import { withoutProse } from './prose.mjs';

const full = await loadChecker({ packs: shopPacks() });
const home = new URL('../../build/checker/', import.meta.url).href;
const ids = full.packs().map(({ id }) => id);

/** The module anew, as another page would have it. */
async function engineOf(page) {
  const { openShop } = await import(`../../build/checker/shop-engine.js?${page}`);
  let engine;
  for (const id of ids) engine = await openShop(home, id);
  return engine;
}

const wasm = await engineOf('wasm');
const kept = globalThis.WebAssembly;
delete globalThis.WebAssembly;
const plain = await engineOf('plain').finally(() => (globalThis.WebAssembly = kept));

function asked(engine, order) {
  try {
    return engine.check(order);
  } catch (error) {
    return { errors: error.errors };
  }
}

test('there are sheets', () => assert.ok(sheets().length > 100));

for (const [name, engine] of Object.entries({ wasm, plain }))
  test(`${name}: every sheet`, () => {
    for (const sheet of sheets())
      assert.deepEqual(withoutProse(asked(engine, sheet.given)), withoutProse(answer(full, sheet.given)), `${sheet.file}: ${sheet.name}`);
  });

test('faults are the same through every door: code, place and message', () => {
  const facts = { marketplace: 'aliexpress', reason: 'brokn', received_on: '2026-06-01', unused: 'x', price: 1.5, colour: 1 };
  const orders = [
    { as_of: '2026-05-10', facts },
    { as_of: '2026-05-10', facts: { ...facts, marketplace: 'nobody' } },
    { as_of: '2026-05-10', facts: { country: 'US' } },
    { as_of: 'never', mood: 1, facts: { marketplace: 'temu' } },
    { as_of: '2026-05-10', currency: 'eur', facts: { marketplace: 'wish' }, items: [{ id: 'a' }, { id: 'a', facts: { country: 'FR' } }] },
  ];
  for (const order of orders) {
    const { errors } = answer(full, JSON.stringify(order));
    assert.ok(errors.length > 0);
    for (const one of [full, wasm, plain]) assert.deepEqual(asked(one, order).errors, errors, JSON.stringify(order));
  }
});

test('the shops are those of the packs', () => {
  const byId = (a, b) => (a.id < b.id ? -1 : 1);
  const names = (packs) => packs.map(({ id, name }) => ({ id, name })).sort(byId);
  assert.deepEqual(names(wasm.packs()), names(full.packs()));
});

test('only the shops that were opened are known; the rest is a fault', async () => {
  const { openShop } = await import('../../build/checker/shop-engine.js?one');
  const one = await openShop(home, 'temu');
  assert.deepEqual(ids.filter((id) => one.has(id)), ['temu']);
  assert.equal(asked(one, { as_of: '2026-05-10', facts: { marketplace: 'wish' } }).errors[0].code, 'bad_value');
});

test('a pack that does not add up to its name is refused', async () => {
  const { openShop } = await import('../../build/checker/shop-engine.js?damaged');
  const { shops } = await import('../../web/src/engine/generated/shops.js');
  const { id, sum } = shops[0];
  const file = readFileSync(at(`build/checker/packs/${id}.${sum}.js`), 'utf8');
  const place = file.indexOf('a', 2000);
  const damaged = `data:text/javascript,${encodeURIComponent(`${file.slice(0, place)}b${file.slice(place + 1)}`)}`;
  const real = globalThis.URL;
  globalThis.URL = class extends real {
    constructor(path, base) {
      super(String(path).startsWith('packs/') ? damaged : path, String(path).startsWith('packs/') ? undefined : base);
    }
  };
  try {
    await assert.rejects(openShop(home, id), /damaged/);
  } finally {
    globalThis.URL = real;
  }
});
