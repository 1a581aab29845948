// Random addresses, kept files and words through the page's own readers (fast-check): what is read is right or left out,
// and nothing throws. A failure prints the seed that repeats it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { tags } from '../../web/scripts/check-messages.mjs';
import fc from 'fast-check';
import { createServer } from '../../web/node_modules/vite/dist/node/index.js';

const root = new URL('../../', import.meta.url);
const dictionary = JSON.parse(readFileSync(new URL('core/dictionary/facts.json', root), 'utf8')).facts;
const runs = { numRuns: Number(process.env.RANDOM_RUNS ?? 2000), seed: Number(process.env.SEED ?? 6) };

let server, fragment, store, facts, words;
before(async () => {
  server = await createServer({
    configFile: fileURLToPath(new URL('web/vite.config.ts', root)),
    logLevel: 'error',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
    appType: 'custom',
  });
  const load = (path) => server.ssrLoadModule(path);
  // A language comes in several files: what only the law or the page for authors says is apart.
  const every = async (language) => {
    const files = await Promise.all(['catalogue', 'law', 'snippet'].map((part) => load(`/messages/${language}.json?${part}`)));
    return Object.assign({}, ...files.map((file) => file.default));
  };
  fragment = await load('/src/answers/url-state.ts');
  store = await load('/src/answers/saved-returns.ts');
  facts = await load('/src/answers/facts.ts');
  words = {
    speak: (await load('/src/i18n/index.ts')).speak,
    t: (await load('/src/i18n/index.ts')).t,
  };
  for (const tag of tags()) words[tag] = await every(tag);
});
after(() => server.close());

const plain = (value) => JSON.parse(JSON.stringify(value));

// Text that hurts: markup, scripts, direction overrides, halves of characters, names that every object has, and plain noise.
const nasty = fc.oneof(
  fc.constantFrom('<img src=x onerror=alert(1)>', '</script><script>', 'javascript:0', '\u202e\u2066', '\ud800', '__proto__', 'constructor', '%', '%ff', '\0', '{x}', "'{'"),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);

const day = fc.date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }).map((one) => one.toISOString().slice(0, 10));
function valueOf(spec) {
  const known = {
    yes_no: fc.boolean(),
    number: fc.nat({ max: 2_000_000_000 }),
    choice: fc.constantFrom(...(spec.values ?? [''])),
    word: fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/).filter((word) => word !== 'unsure'),
    date: day,
  }[spec.kind];
  return fc.oneof({ weight: 4, arbitrary: known }, { weight: 1, arbitrary: fc.constant(null) });
}
const some = (specs) => fc.record(Object.fromEntries(specs.map((spec) => [spec.id, valueOf(spec)])), { requiredKeys: [] });
const ofItem = some(dictionary.filter((spec) => spec.level !== 'order'));
const answers = fc
  .record({
    facts: some(dictionary),
    // An item of which nothing is known cannot be told from none.
    others: fc.array(ofItem.filter((item) => Object.keys(item).length > 0), { maxLength: 8 }),
    place: fc.nat({ max: 8 }),
    rough: fc.constant([]),
    no_date: fc.boolean(),
    as_of: fc.option(day),
    currency: fc.option(fc.stringMatching(/^[A-Z]{3}$/)),
    ticked: fc.constant([]),
  })
  .map((one) => ({ ...one, place: Math.min(one.place, one.others.length) }));

test('what the page writes into the address, it reads back', () => {
  fc.assert(
    fc.property(answers, (given) => {
      const text = fragment.writeFragment(given);
      fc.pre(text.length <= 4000);
      const read = fragment.readFragment(text);
      assert.deepEqual(plain(read.answers), plain(given));
      assert.equal(read.dropped, 0);
    }),
    runs,
  );
});

test('any address at all gives facts that the engine knows, each of its kind', () => {
  const names = fc.oneof(fc.constantFrom(...dictionary.map((spec) => spec.id), 'as_of', 'currency', 'no_date', 'item1.reason', 'item9.price'), nasty);
  const pairs = fc.array(fc.tuple(names, nasty), { maxLength: 30 }).map((list) => {
    const params = new URLSearchParams();
    for (const [name, value] of list) params.append(name.toWellFormed(), value.toWellFormed());
    return `#${params}`;
  });
  const kinds = { yes_no: 'boolean', number: 'number', choice: 'string', word: 'string', date: 'string' };
  fc.assert(
    fc.property(fc.oneof(pairs, nasty), (hash) => {
      const { answers: read } = fragment.readFragment(hash);
      for (const [name, value] of [read.facts, ...read.others].flatMap((one) => Object.entries(one))) {
        const spec = dictionary.find((one) => one.id === name);
        assert.ok(spec, name);
        if (value === null) continue;
        assert.equal(typeof value, kinds[spec.kind]);
        assert.match(String(value), /^[A-Za-z0-9_-]{1,64}$/);
      }
      assert.ok(read.place >= 0 && read.place <= read.others.length);
      // Read, written and read again: the same.
      assert.deepEqual(plain(fragment.readFragment(fragment.writeFragment(read)).answers), plain(read));
      assert.equal(typeof facts.itemsOf(read).length, 'number');
    }),
    runs,
  );
});

test('a kept file of any text: each entry is read or told to be damaged, none is lost', () => {
  const entry = fc.oneof(
    fc.record({ id: nasty, name: nasty, answers }),
    fc.record({ id: nasty, name: nasty, answers: fc.object({ maxDepth: 2 }) }),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
      const read = store.readKeptText(JSON.stringify(entries));
      assert.equal(read.kept.length + read.damaged.length, entries.length);
      for (const one of read.kept) {
        assert.equal(typeof one.name, 'string');
        assert.ok(one.answers.place <= one.answers.others.length);
      }
      const again = store.readKeptText(JSON.stringify(read.kept));
      assert.deepEqual(plain(again), plain({ kept: read.kept, damaged: [] }));
    }),
    runs,
  );
  fc.assert(
    fc.property(nasty, (text) => {
      const { kept, damaged } = store.readKeptText(text);
      assert.ok(kept.length === 0 && damaged.length <= 1);
    }),
    runs,
  );
});

test('a kept file is read up to 200 returns of 64 facts and 64 marks', () => {
  const facts = (count) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`fact_${n}`, true]));
  const kept = (id, answers) => ({ id: `${id}`, name: 'One', answers: { facts: {}, ...answers } });
  const read = (entries) => store.readKeptText(JSON.stringify(entries));
  const many = read(Array.from({ length: 201 }, (_, n) => kept(n)));
  assert.deepEqual([many.kept.length, many.damaged.length], [200, 1]);
  assert.equal(many.damaged[0].id, '200', 'it is told, and not lost');
  assert.equal(Object.keys(read([kept('a', { facts: facts(64) })]).kept[0].answers.facts).length, 64);
  assert.equal(read([kept('a', { facts: facts(65) })]).damaged.length, 1);
  assert.equal(read([kept('a', { others: [facts(65)] })]).damaged.length, 1);
  assert.equal(read([kept('a', { ticked: Array(65).fill('x') })]).kept[0].answers.ticked.length, 64);
});

function flat(tree, prefix = '', out = {}) {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') out[prefix + key] = value;
    else flat(value, `${prefix}${key}.`, out);
  }
  return out;
}

for (const language of tags()) {
  test(`every message (${language}) says what it is given, to the letter`, () => {
    words.speak(language, words[language]);
    const written = Object.entries(flat(JSON.parse(readFileSync(new URL(`web/messages/${language}.json`, root), 'utf8'))));
    assert.ok(written.length > 300, `${written.length} messages`);
    const simple = written.filter(([, text]) => /\{\w+\}/.test(text) && !/\{\w+,/.test(text));
    const worded = written.filter(([, text]) => /\{\w+,/.test(text));
    assert.ok(simple.length > 50 && worded.length > 10);
    // Between right-to-left words each value stands by itself.
    const [before, after] = written.some(([key, text]) => key === 'meta.dir' && text === 'rtl') ? ['\u2068', '\u2069'] : ['', ''];
    const namesIn = (text) => [...new Set([...text.matchAll(/\{(\w+)/g)].map((found) => found[1]))];
    fc.assert(
      fc.property(fc.constantFrom(...simple), fc.array(nasty, { minLength: 8, maxLength: 8 }), ([key, text], given) => {
        const params = Object.fromEntries(namesIn(text).map((name, i) => [name, given[i]]));
        assert.equal(words.t(key, params), text.replace(/\{(\w+)\}/g, (_, name) => before + params[name] + after));
      }),
      runs,
    );
    const value = fc.oneof(fc.integer({ min: -1, max: 400 }), fc.constantFrom('yes', 'no', 'buyer', 'other'), fc.string(), fc.constant(null));
    fc.assert(
      fc.property(fc.constantFrom(...worded), fc.array(value, { minLength: 8, maxLength: 8 }), ([key, text], given) => {
        const said = words.t(key, Object.fromEntries(namesIn(text).map((name, i) => [name, given[i]])));
        assert.equal(typeof said, 'string');
        assert.doesNotMatch(said, /undefined|\[object|, plural|, select/);
      }),
      runs,
    );
  });
}
