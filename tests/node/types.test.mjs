// types.ts is written by hand. Every key, enum value and null that the verdict on any sheet carries is in it, and so is what
// the other questions answer.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { faultsOf, typeNamed } from './types.mjs';

const program = fileURLToPath(new URL('../../build/native/returnable', import.meta.url));
const linesOf = (word, input = '') => spawnSync(program, [word], { input, encoding: 'utf8', maxBuffer: 1 << 28 }).stdout.split('\n').slice(0, -1);

const folder = new URL('../cases/', import.meta.url);
const sheets = readdirSync(folder).flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
const input = sheets.map((sheet) => `${JSON.stringify(sheet.given)}\n`).join('');
const answers = linesOf('check', input).map((line) => JSON.parse(line));
const verdicts = answers.filter((answer) => !answer.errors);

const faults = (value, type) => [...faultsOf(value, typeNamed(type))];

test('every sheet: its verdict is what types.ts says', () => {
  assert.ok(verdicts.length > 200);
  const found = new Set(verdicts.flatMap((verdict) => faults(verdict, 'Verdict')));
  assert.deepEqual([...found], []);
});

test('every sheet: its case is what types.ts says', () => {
  assert.deepEqual([...new Set(sheets.flatMap((sheet) => faults(sheet.given, 'Case')))], []);
});

test('what the sheets carry is more than the required keys', () => {
  const text = JSON.stringify(verdicts);
  for (const part of ['"says":"may"', '"hangs_on"', '"bonus"', '"act_by_unknown"', '"advised_by"', '"done_on"', '"state":"skipped"', '"warnings"']) {
    assert.ok(text.includes(part), `no sheet's verdict has ${part}`);
  }
  assert.ok(verdicts.some((verdict) => verdict.items.some((item) => item.entitlements.some((one) => one.conflicts.some((c) => c.clauses)))));
});

test('the list of packs, and faults, are what types.ts says', () => {
  const packs = JSON.parse(linesOf('packs')[0]);
  assert.deepEqual([...new Set(packs.flatMap((pack) => faults(pack, 'PackInfo')))], []);
  const { errors } = JSON.parse(linesOf('check', '{}\n')[0]);
  assert.deepEqual(errors.flatMap((error) => faults(error, 'Fault')), []);
});

// The comparison sees each kind of drift.
const drifts = {
  'a key that is not there': [(v) => (v.mood = 'good'), '.mood: this key is not there'],
  'a key deep inside': [(v) => (v.items[0].entitlements[0].steps[0].colour = 1), '.items[].entitlements[].steps[].colour: this key is not there'],
  'a key that is missing': [(v) => delete v.headline, '.headline: this key is missing'],
  'a status that is not one': [(v) => (v.items[0].status = 'perhaps'), '.items[].status: "perhaps" is not among Status'],
  'a null that is not foreseen': [(v) => (v.policy = null), '.policy: null is not among string'],
  'a text for a number': [(v) => (v.headline.entitlement = '0'), '.headline.entitlement: "0" is not among number | null'],
  'a list for a text': [(v) => (v.policy = []), '.policy: no list is foreseen'],
  'a clause with a key too many': [(v) => (Object.values(v.clauses)[0].page = 3), '.clauses{}.page: this key is not there'],
};
for (const [what, [plant, expected]] of Object.entries(drifts)) {
  test(`seen: ${what}`, () => {
    const verdict = structuredClone(verdicts.find((one) => one.items[0].entitlements[0]?.steps.length));
    const before = faults(verdict, 'Verdict');
    plant(verdict);
    assert.deepEqual(faults(verdict, 'Verdict').filter((fault) => !before.includes(fault)), [expected]);
  });
}
