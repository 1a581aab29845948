// The widget's core: every sheet of one item gets the verdict that all other doors give, but for the rules' names and
// the sources' sentences, which the widget leaves to the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, loadChecker, sheets } from './doors.mjs';
import { withoutProse } from './prose.mjs';
import { sharedCore } from '../../build/checker/widget-core.js';

const full = await loadChecker();
const home = new URL('../../build/checker/', import.meta.url).href;
let lean;
for (const { id } of full.packs()) lean = await sharedCore(home, id);
const all = sheets().filter(({ given }) => !given.items && !given.currency && 'as_of' in given);

function leanAnswer(order) {
  try {
    return lean.check(order);
  } catch (error) {
    return { errors: error.errors };
  }
}

test('there are sheets', () => assert.ok(all.length > 100));

for (const sheet of all) {
  test(`${sheet.file}: ${sheet.name}`, () => {
    assert.deepEqual(withoutProse(leanAnswer(sheet.given)), withoutProse(answer(full, sheet.given)));
  });
}

test('a case with faults names each by code and place', () => {
  const order = { as_of: '2026-05-10', facts: { marketplace: 'aliexpress', reason: 'brokn', received_on: '2026-06-01', unused: 'x' } };
  const places = leanAnswer(order).errors.map(({ code, path }) => `${code} ${path}`);
  assert.deepEqual(places.sort(), answer(full, order).errors.map(({ code, path }) => `${code} ${path}`).sort());
  assert.equal(places.length, 3);
});

test('the shops are those of the packs', () => {
  const byId = (a, b) => (a.id < b.id ? -1 : 1);
  assert.deepEqual(lean.packs().map(({ id, name }) => ({ id, name })).sort(byId), full.packs().map(({ id, name }) => ({ id, name })).sort(byId));
});
