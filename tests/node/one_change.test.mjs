// A pack with one thing changed, at every place of it: the engine never falls, and lets nothing through that the schema refuses.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { at, returnable } from './doors.mjs';

const read = (path) => JSON.parse(readFileSync(at(path), 'utf8'));
const accepts = new Ajv2020.default({ strict: false }).compile(read('core/packs/pack.schema.json'));

/** The Blue Kettle with something of everything that a pack may hold. */
function fullPack() {
  const pack = read('tests/packs/blue_kettle.json');
  Object.assign(pack, {
    effective: { from: '2020-01-01', to: '2199-12-31' },
    shared: [{ fact: 'kettle_club', when: { opened: true } }],
    advice: ['ask'],
    evidence: ['photo'],
    words: { ask: 'Ask at the counter.', photo: 'A photo of the kettle.' },
  });
  Object.assign(pack.facts, {
    transit_days: { range: [1, 5], ours: true },
    size: { kind: 'choice', values: ['s', 'm'], prompt: 'Which size?' },
    price: { absent: 'unstated' },
  });
  Object.assign(pack.remedies[0], { refund_step: 'ship_back', leads: { opened: true } });
  pack.steps[0].advised_by = { by: 'received_on', when: { opened: true } };
  pack.rules.push(
    { id: 'ask', slot: 'advice', codes: ['ask'], clauses: ['R1'] },
    {
      id: 'photo',
      slot: 'evidence',
      codes: ['photo'],
      when: { any: [{ price: { at_least: 5 } }, { not: { past: 'window_end' } }] },
      clauses: 'R1',
    },
    {
      id: 'later',
      slot: 'opens',
      by: { later_of: ['shipped_on', { after: 'shipped_on', least: 1, most: 2, unit: 'business_days', roll: 'following' }] },
      clauses: 'R1',
    },
  );
  return pack;
}

function* places(node, path = []) {
  if (node === null || typeof node !== 'object') return;
  for (const key of Object.keys(node)) {
    yield [...path, key];
    yield* places(node[key], [...path, key]);
  }
}

/** Every way to change this place: other values, nothing at all, twice in its list, a key that no pack has. */
function* changes(parent, key) {
  for (const value of [5, -1, 1.5, 'x', '', [], {}, null, true, [5], { x: 1 }]) yield [JSON.stringify(value), (node) => (node[key] = value)];
  yield ['left out', (node) => (Array.isArray(node) ? node.splice(key, 1) : delete node[key])];
  if (Array.isArray(parent)) yield ['twice', (node) => node.push(structuredClone(node[key]))];
  const member = parent[key];
  if (member && typeof member === 'object' && !Array.isArray(member)) yield ['one key more', (node) => (node[key].zzz = 1)];
}

// Where the schema, which helps to write a pack, is narrower than the engine: one value for a list of one, a list of
// none, a remedy that the page has no words for yet.
const narrower = [/^facts\/size\/values = "x"$/, /^(remedies\/0\/acts|steps\/0\/done) = \[\]$/, /^remedies\/0\/id = "x"$/];

test('the engine accepts no pack with one change that the schema refuses', () => {
  const pack = fullPack();
  const folder = mkdtempSync(join(tmpdir(), 'returnable-'));
  const tried = [];
  for (const path of places(pack)) {
    const key = path.at(-1);
    const parentOf = (root) => path.slice(0, -1).reduce((node, step) => node[step], root);
    for (const [what, change] of changes(parentOf(pack), key)) {
      const changed = structuredClone(pack);
      change(parentOf(changed));
      const file = join(folder, `${tried.length}.json`);
      writeFileSync(file, JSON.stringify(changed));
      tried.push({ name: `${path.join('/')} = ${what}`, file, schema: accepts(changed) });
    }
  }
  const asItIs = join(folder, 'as-it-is.json');
  writeFileSync(asItIs, JSON.stringify(pack));
  const refused = new Set();
  for (let from = 0; from < tried.length; from += 500) {
    const run = returnable(['validate', asItIs, ...tried.slice(from, from + 500).map(({ file }) => file)]);
    assert.equal(run.status, 1, 'some are refused, and nothing falls');
    assert.equal(run.lines[0], `${asItIs}: ok`);
    // Those that are sound are editions of one shop, which must not overlap.
    for (const line of run.lines) if (!/: ok$|: overlap: |: warning: /.test(line)) refused.add(line.slice(0, line.indexOf('.json: ') + 5));
  }
  rmSync(folder, { recursive: true });
  assert.ok(tried.length > 3000, String(tried.length));
  assert.ok(refused.size > tried.length / 2 && refused.size < tried.length - 100, String(refused.size));
  const slipped = tried.filter(({ name, file, schema }) => !refused.has(file) && !schema && !narrower.some((known) => known.test(name)));
  assert.deepEqual(slipped.map(({ name }) => name), []);
});
