// The matcher itself: a matcher that lets everything through would make every sheet pass.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mismatch, sheetFault } from './match.mjs';

const holds = (expected, actual) => assert.equal(mismatch(expected, actual), null);
const fails = (expected, actual) => assert.notEqual(mismatch(expected, actual), null);

test('objects: keys given must match, others are free', () => {
  holds({ a: 1 }, { a: 1, b: 2 });
  fails({ a: 1 }, { a: 2 });
  fails({ a: 1 }, { b: 1 });
  fails({ a: { b: 1 } }, { a: null });
});

test('null means null, and absent is not null', () => {
  holds({ act_by: null }, { act_by: null });
  fails({ act_by: null }, {});
  fails({ act_by: null }, { act_by: { safe: null } });
});

test('lists of objects: by id, by remedy and policy, else any; order is free', () => {
  holds({ items: [{ id: 'b', x: 1 }] }, { items: [{ id: 'a', x: 2 }, { id: 'b', x: 1 }] });
  fails({ items: [{ id: 'b', x: 2 }] }, { items: [{ id: 'a', x: 2 }, { id: 'b', x: 1 }] });
  holds({ e: [{ remedy: 'r', policy: 'q', s: 1 }] }, { e: [{ remedy: 'r', policy: 'p', s: 2 }, { remedy: 'r', policy: 'q', s: 1 }] });
  fails({ e: [{ remedy: 'r', policy: 'p', s: 1 }] }, { e: [{ remedy: 'r', policy: 'p', s: 2 }, { remedy: 'r', policy: 'q', s: 1 }] });
  holds({ r: [{ value: 'x' }] }, { r: [{ value: 'y' }, { value: 'x' }] });
  fails({ r: [{ value: 'x' }] }, { r: [] });
  fails({ r: [{ value: 'x' }] }, { r: null });
});

test('return_shipping is equal and in order; other words need only be there', () => {
  holds({ return_shipping: ['buyer', 'seller'] }, { return_shipping: ['buyer', 'seller'] });
  fails({ return_shipping: ['buyer', 'seller'] }, { return_shipping: ['seller', 'buyer'] });
  fails({ return_shipping: ['buyer'] }, { return_shipping: ['buyer', 'seller'] });
  holds({ return_shipping: [] }, { return_shipping: [] });
  fails({ return_shipping: [] }, { return_shipping: null });
  holds({ missing: ['b'] }, { missing: ['a', 'b'] });
  fails({ missing: ['c'] }, { missing: ['a', 'b'] });
});

const verdict = {
  headline: { item: 'b', entitlement: 1, phase: 'start' },
  items: [
    { id: 'a', entitlements: [{ remedy: 'r', missing: ['x'], steps: [{ id: 's', state: 'due' }] }] },
    { id: 'b', entitlements: [{ remedy: 'q', missing: [] }, { remedy: 'p', kind: 'promise' }] },
  ],
  next_question: { fact: 'country' },
};
const passes = (sheet, ask) => assert.equal(sheetFault(sheet, verdict, ask), null);
const fallsShort = (sheet, words, ask) => assert.match(sheetFault(sheet, verdict, ask) ?? 'passed', words);

test('at: what stands at the pointer equals the value, and something stands there', () => {
  passes({ at: { '/headline/phase': 'start', '/items/0/entitlements/0/missing': ['x'] } });
  passes({ at: { '/items/*/entitlements/0/steps/0': { state: 'due', id: 's' } } });
  fallsShort({ at: { '/headline/phase': 'done' } }, /"done" was expected/);
  fallsShort({ at: { '/headline/phases': 'start' } }, /nothing stands there/);
  fallsShort({ at: { '/items/0/entitlements/0/missing': [] } }, /was expected/);
  fallsShort({ at: { '/items/length': 2 } }, /nothing stands there/);
  fallsShort({ at: { '/items/*/id': 'a' } }, /was expected/);
});

test('never: none of the values, by itself, in a list, or as an object’s fact or id', () => {
  passes({ never: { '/headline/phase': ['done', 'late'], '/next_question/fact': ['protection'], '/no/such/place': ['x'] } });
  fallsShort({ never: { '/headline/phase': ['done', 'start'] } }, /"start" stands there/);
  fallsShort({ never: { '/items/*/entitlements/*/missing': ['x'] } }, /stands there/);
  fallsShort({ never: { '/next_question': ['country'] } }, /stands there/);
  fallsShort({ never: { '/items/0/entitlements/0/steps/*': ['s'] } }, /stands there/);
  fallsShort({ never: { '/items/1/entitlements/0/missing': [[]] } }, /stands there/);
  passes({ never: { '/items/1/entitlements/0/missing': ['x'] } });
  assert.equal(sheetFault({ never: { '/next_question': ['country'] } }, { next_question: null }), null);
  assert.match(sheetFault({ never: { '/next_question': [null] } }, { next_question: null }), /null stands there/);
});

test('lead: the entitlement at which the headline points', () => {
  passes({ lead: { remedy: 'p', kind: 'promise' } });
  fallsShort({ lead: { remedy: 'q' } }, /lead/);
  assert.match(sheetFault({ lead: { remedy: 'p' } }, { ...verdict, headline: null }), /no entitlement/);
});

test('differs: the other case has another verdict', () => {
  passes({ differs: { as_of: 'other' } }, (order) => ({ ...verdict, as_of: order.as_of }));
  fallsShort({ differs: { as_of: 'other' } }, /the same verdict/, () => structuredClone(verdict));
});

test('a sheet that expects nothing fails, and so does one with a misspelt key', () => {
  fallsShort({ name: 'n', given: {}, clauses: [] }, /expects nothing/);
  fallsShort({ expect: {}, at: {}, never: {} }, /expects nothing/);
  fallsShort({ expect: { headline: {} }, nevr: {} }, /nothing reads: nevr/);
});

test('errors fail a sheet that expects none', () => {
  const faulty = { errors: [{ path: '/facts/country' }] };
  assert.match(sheetFault({ never: { '/headline/phase': ['done'] } }, faulty), /no error was expected/);
  assert.equal(sheetFault({ expect: { errors: [{ path: '/facts/country' }] } }, faulty), null);
  assert.match(sheetFault({ expect: { errors: [{ path: '/facts/price' }] } }, faulty), /price/);
});
