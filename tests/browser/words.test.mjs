// The words: no engine vocabulary on screen, both languages whole, every code of every pack worded.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');

function flatten(tree, prefix = '') {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}
const english = new Map(flatten(JSON.parse(read('web/messages/en.json'))));
const french = new Map(flatten(JSON.parse(read('web/messages/fr.json'))));
const packs = readdirSync(new URL('core/packs/', root))
  .filter((name) => name.endsWith('.json') && !name.includes('schema'))
  .map((name) => JSON.parse(read(`core/packs/${name}`)));

test('words of the engine never reach the screen', () => {
  const banned = /\b(entitlements?|verdicts?|clauses?|contested|conditional|remed(y|ies)|payers?|silent|null|packs?)\b/i;
  for (const [key, text] of english) assert.doesNotMatch(text, banned, key);
  assert.ok(english.size > 400);
});

test('both catalogues have the same messages with the same parts', () => {
  const parts = (text) => [...text.matchAll(/\{(\w+)[,}]/g)].map((found) => found[1]).sort();
  assert.deepEqual([...french.keys()].sort(), [...english.keys()].sort());
  for (const [key, text] of english) {
    const own = new Set(parts(text).filter((part) => part !== 'one' && part !== 'other'));
    const other = new Set(parts(french.get(key)).filter((part) => part !== 'one' && part !== 'other'));
    assert.deepEqual(other, own, key);
  }
});

test('every message that the code names exists', () => {
  const source = readdirSync(new URL('web/src/', root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
    .join('\n');
  const names = [...source.matchAll(/\bt\(\s*'([a-z_.]+)'/g)].map((found) => found[1]);
  assert.ok(names.length > 80);
  for (const name of names) assert.ok(english.has(name), name);
});

test('every code that a pack can give has words', () => {
  for (const pack of packs) {
    const codes = (slot) => pack.rules.filter((rule) => [rule.slot].flat().includes(slot)).flatMap((rule) => rule.codes ?? []);
    for (const code of codes('advice')) assert.ok(english.has(`advice.${code}`), `${pack.id}: advice.${code}`);
    for (const code of codes('evidence')) assert.ok(english.has(`evidence.${code}`), `${pack.id}: evidence.${code}`);
    for (const code of [...codes('support'), ...codes('location')]) assert.ok(english.has(`help.${code}`), `${pack.id}: help.${code}`);
    for (const remedy of pack.remedies) assert.ok(english.has(`ways.${remedy.id}`), `${pack.id}: ways.${remedy.id}`);
    for (const step of pack.steps) assert.ok(english.has(`steps.${step.id ?? step}`), `${pack.id}: steps.${step.id}`);
  }
  assert.ok(packs.length >= 1);
});

test('no shop, number of days or date in the page’s code', () => {
  const names = packs.map((pack) => pack.name);
  const folder = fileURLToPath(new URL('web/src/', root));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts') || entry.parentPath.includes('generated')) continue;
    const text = readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8');
    for (const pack of packs) assert.ok(!text.includes(pack.name) && !text.includes(`'${pack.id}'`), `${pack.name} in ${entry.name}`);
    assert.ok(text.split('\n').length <= 400, entry.name);
  }
  for (const [key, text] of english) for (const name of names) assert.ok(!text.includes(name), `${name} in ${key}`);
});

test('no template has a style attribute and the lock names no registry', () => {
  const folder = fileURLToPath(new URL('web/src/page/', root));
  for (const name of readdirSync(folder)) assert.doesNotMatch(readFileSync(folder + name, 'utf8'), /\sstyle=/, name);
  assert.doesNotMatch(read('web/package-lock.json'), /"resolved"|registry\./);
});
