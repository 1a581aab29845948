// A shop that nobody programmed for, told by its rules alone: the program with --pack and JavaScript with addPack answer alike.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { at, loadChecker, returnable } from './doors.mjs';

const path = at('tests/packs/blue_kettle.json');
const checker = await loadChecker();
checker.addPack(readFileSync(path, 'utf8'));

/** Both doors' answer; they must be equal. */
function asked(as_of, facts) {
  const order = { as_of, facts: { marketplace: 'blue_kettle', received_on: '2026-02-20', ...facts } };
  const run = returnable(['check', '--pack', path], `${JSON.stringify(order)}\n`);
  assert.equal(run.status, 0, run.stderr);
  const verdict = JSON.parse(run.lines[0]);
  assert.deepEqual(checker.check(order), verdict);
  return { verdict, first: verdict.items[0].entitlements[0] };
}

test('a broken kettle: 40 days, the shop pays; the last day and the day after, over a leap-free February', () => {
  const { first } = asked('2026-04-01', { reason: 'damaged' });
  assert.equal(first.status, 'allowed');
  assert.deepEqual(first.act_by, { safe: '2026-04-01', last: '2026-04-01' });
  assert.deepEqual(first.return_shipping, ['seller']);
  assert.equal(asked('2026-04-02', { reason: 'damaged' }).first.status, 'expired');
});

test('the shop’s own fact decides, is asked for, and both answers are followed', () => {
  const open = asked('2026-03-01', { reason: 'changed_mind' });
  assert.equal(open.first.status, 'conditional');
  assert.equal(open.verdict.next_question.fact, 'kettle_club');
  assert.equal(asked('2026-03-01', { reason: 'changed_mind', kettle_club: true }).first.status, 'allowed');
  assert.equal(asked('2026-03-01', { reason: 'changed_mind', kettle_club: false }).first.status, 'refused');
  assert.deepEqual(asked('2026-03-01', { reason: 'changed_mind', kettle_club: true }).first.return_shipping, ['buyer']);
});

test('what is assumed is said, and flipping it turns the answer', () => {
  const { first } = asked('2026-03-01', { reason: 'changed_mind', kettle_club: true });
  assert.ok(first.assumes.some(({ fact, value }) => fact === 'boiled' && value === false));
  assert.equal(asked('2026-03-01', { reason: 'changed_mind', kettle_club: true, boiled: true }).first.status, 'refused');
  assert.equal(asked('2026-03-01', { reason: 'defective', boiled: true }).first.status, 'allowed');
});

test('the blog’s reading is shown and set aside', () => {
  const { first } = asked('2026-03-01', { reason: 'damaged', ordered_on: '2026-02-01' });
  const [conflict] = first.conflicts.filter(({ id }) => id === 'X1');
  assert.deepEqual(conflict.readings.map(({ counts }) => counts), [true, false]);
  assert.equal(first.act_by.last, '2026-04-01');
});
