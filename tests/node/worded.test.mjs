// core/dictionary/worded.json: the names that pages have words for are those of web/messages and of the built-in packs.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const at = (path) => new URL(`../../${path}`, import.meta.url);
const read = (path) => JSON.parse(readFileSync(at(path), 'utf8'));
const worded = read('core/dictionary/worded.json');
const english = read('web/messages/en.json');
const packs = ['core/packs', 'core/laws'].flatMap((folder) =>
  readdirSync(at(folder))
    .filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'))
    .map((file) => read(`${folder}/${file}`)),
);

test('every name that is listed has words', () => {
  const missing = (names, words) => names.filter((name) => typeof words[name] !== 'string');
  assert.deepEqual(missing(worded.remedies, english.ways), []);
  assert.deepEqual(missing(worded.steps, english.steps), []);
  assert.deepEqual(missing(worded.law_steps, english.by_law.steps), []);
});

test('every code that has words is listed, and no other', () => {
  for (const kind of ['evidence', 'advice', 'help', 'warning']) assert.deepEqual(worded[kind], Object.keys(english[kind]).sort(), kind);
  assert.deepEqual(worded.law_advice, Object.keys(english.by_law.advice).sort());
  assert.deepEqual(worded.law_steps, Object.keys(english.by_law.steps).sort());
});

test('every step and remedy of a built-in shop is listed', () => {
  for (const { governs, steps = [], remedies } of packs) {
    for (const { id } of governs ? [] : steps) assert.ok(worded.steps.includes(id), id);
    for (const { id } of remedies) assert.ok(worded.remedies.includes(id), id);
  }
});
