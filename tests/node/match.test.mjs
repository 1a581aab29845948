// The matcher itself: a matcher that lets everything through would make every sheet pass.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mismatch } from './match.mjs';

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
