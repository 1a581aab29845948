// The JSON Schema for editors accepts every pack that the engine accepts, and refuses what it should.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';

const root = new URL('../../', import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const validate = new Ajv2020.default({ allErrors: true, strict: false }).compile(read('core/packs/pack.schema.json'));

const packs = readdirSync(new URL('core/packs/', root))
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .map((name) => `core/packs/${name}`)
  .concat(readdirSync(new URL('core/laws/', root)).filter((name) => name.endsWith('.json')).map((name) => `core/laws/${name}`))
  .concat(readdirSync(new URL('tests/packs/', root)).filter((name) => name.endsWith('.json')).map((name) => `tests/packs/${name}`));

for (const path of packs) {
  test(`the schema accepts ${path}`, () => assert.ok(validate(read(path)), JSON.stringify(validate.errors)));
}

test('there are packs to check', () => assert.ok(packs.length >= 5));

const faults = {
  'a misspelt key': (pack) => (pack.remedys = []),
  'a rule without a clause': (pack) => delete pack.rules[0].clauses,
  'a unit that is not one': (pack) => (pack.rules[0].by.unit = 'days'),
  'two effects': (pack) => (pack.rules[0].says = 'yes'),
  'a reason that is not one': (pack) => (pack.rules[1].when = { reason: 'damagd' }),
};
for (const [what, plant] of Object.entries(faults)) {
  test(`the schema refuses ${what}`, () => {
    const pack = read('tests/packs/blue_kettle.json');
    plant(pack);
    assert.equal(validate(pack), false);
  });
}

test('the schema names itself, and its examples hold', () => {
  const schema = read('core/packs/pack.schema.json');
  assert.equal(schema.$id, '/schema/pack.schema.json');
  // Packs may have facts of their own; an example names only what the schema knows, so that a misspelt fact shows.
  schema.$defs.condition.additionalProperties = false;
  const ajv = new Ajv2020.default({ allErrors: true, strict: false });
  ajv.addSchema(schema, 'pack');
  let examples = 0;
  const visit = (part, pointer) => {
    if (typeof part !== 'object' || part === null) return;
    if (Array.isArray(part.examples) && typeof part.description === 'string') {
      const check = ajv.getSchema(`pack#${pointer}`);
      for (const example of part.examples) {
        assert.ok(check(example), `${pointer}: ${JSON.stringify(example)} ${JSON.stringify(check.errors)}`);
        examples += 1;
      }
    }
    for (const [key, value] of Object.entries(part)) if (key !== 'examples') visit(value, `${pointer}/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`);
  };
  visit(schema, '');
  assert.ok(examples > 200);
});

test('the schema knows every fact of the dictionary', () => {
  const known = Object.keys(read('core/packs/pack.schema.json').$defs.condition.properties);
  for (const fact of [...read('core/dictionary/facts.json').facts, ...read('core/dictionary/law_facts.json').facts]) {
    if (fact.kind !== 'word') assert.ok(known.includes(fact.id), fact.id);
  }
});

/** Each property of a schema, as [its place, what is said of it]. */
function* properties(schema, place = '') {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'examples') continue;
    if (key === 'properties' && !Array.isArray(value)) for (const [name, property] of Object.entries(value)) yield [`${place}/${name}`, property];
    yield* properties(value, `${place}/${key}`);
  }
}

test('every property of the schema has a description and an example', () => {
  const all = [...properties(read('core/packs/pack.schema.json'))].filter(([place]) => !place.includes('/properties/properties'));
  assert.ok(all.length > 150);
  assert.deepEqual(all.filter(([, property]) => !(property.description?.length > 10)).map(([place]) => place), []);
  assert.deepEqual(all.filter(([, { examples }]) => !(Array.isArray(examples) && examples.length > 0)).map(([place]) => place), []);
});

test('core/packs/README.md names every property of a pack', () => {
  const readme = readFileSync(new URL('core/packs/README.md', root), 'utf8');
  const facts = new Set(['core/dictionary/facts.json', 'core/dictionary/law_facts.json'].flatMap((path) => read(path).facts.map(({ id }) => id)));
  const names = new Set([...properties(read('core/packs/pack.schema.json'))].map(([place]) => place.split('/').at(-1)).filter((name) => !facts.has(name)));
  assert.ok(names.size > 60);
  assert.deepEqual([...names].filter((name) => !new RegExp(`[\"\`]${name.replace('$', '\\$')}[\"\`]`).test(readme)), []);
});
