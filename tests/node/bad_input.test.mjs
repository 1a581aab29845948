// Input that is no case: each gets errors with code, place and message, the same natively and in WebAssembly, and
// the next check works.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, CaseError, loadChecker, returnable } from './doors.mjs';

const good = {
  as_of: '2026-05-10',
  facts: { marketplace: 'aliexpress', country: 'US', received_on: '2026-05-04', reason: 'damaged', category: 'general' },
};
const withFacts = (facts) => JSON.stringify({ ...good, facts: { ...good.facts, ...facts } });
const text = JSON.stringify(good);
const utf8 = (string) => new TextEncoder().encode(string);
const items = (count) => Array.from({ length: count }, (_, index) => ({ id: `i${index}` }));

// name, input, code of the first error, its place (undefined: any)
const list = [
  ['malformed JSON', '{"as_of":', 'bad_json'],
  ['nothing but a number', '5', 'wrong_type', ''],
  ['an unknown key', JSON.stringify({ ...good, mood: 'bad' }), 'unknown_key', '/mood'],
  ['an unknown fact', withFacts({ colour: 'red' }), 'unknown_key', '/facts/colour'],
  ['a wrong type', withFacts({ received_on: 5 }), undefined, '/facts/received_on'],
  ['a value outside the list', withFacts({ reason: 'bored' }), 'bad_value', '/facts/reason'],
  ['a number outside its range', withFacts({ seller_return_window: 366 }), undefined, '/facts/seller_return_window'],
  ['a day that does not exist', withFacts({ received_on: '2026-02-30' }), 'bad_date', '/facts/received_on'],
  ['a day before 1970', withFacts({ received_on: '1969-12-31' }), 'bad_date', '/facts/received_on'],
  ['a day after 2199', withFacts({ promised_by: '2200-01-01' }), 'bad_date', '/facts/promised_by'],
  ['a day with a time', withFacts({ received_on: '2026-05-04T00:00:00Z' }), 'bad_date', '/facts/received_on'],
  ['received before shipped', withFacts({ shipped_on: '2026-05-05' }), 'out_of_order'],
  ['an event after as_of', withFacts({ received_on: '2026-05-11' }), 'after_as_of', '/facts/received_on'],
  ['not received, with the day of receipt', withFacts({ reason: 'not_received' }), 'contradiction'],
  ['no marketplace', JSON.stringify({ as_of: '2026-05-10', facts: { country: 'US' } }), 'missing', '/facts/marketplace'],
  ['no as_of', JSON.stringify({ facts: good.facts }), 'missing', '/as_of'],
  ['1,001 items', JSON.stringify({ ...good, items: items(1001) }), 'too_many', '/items'],
  ['65 keys in an object', withFacts(Object.fromEntries(items(65).map((item) => [item.id, true]))), 'too_many', '/facts'],
  ['100,000 nested brackets', '['.repeat(100_000), 'too_deep'],
  ['100,000 nested objects', '{"a":'.repeat(50_000), 'too_deep'],
  ['a key given twice', text.replace('"country":"US"', '"country":"US","country":"FR"'), 'duplicate_key', '/facts/country'],
  ['a byte-order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]), 'byte_order_mark', ''],
  ['1e400', text.replace('"damaged"', '"damaged","price":1e400'), 'out_of_range'],
  ['a fraction', withFacts({ price: 1.5 }), undefined, '/facts/price'],
  ['a whole number past 64 bits', text.replace('"damaged"', '"damaged","price":99999999999999999999'), undefined],
  ['invalid UTF-8', Buffer.concat([Buffer.from('{"as_of":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]), 'bad_json'],
  ['a lone surrogate, escaped', text.replace('"US"', '"\\ud800"'), 'bad_json'],
  ['a lone surrogate as three bytes', Buffer.concat([Buffer.from('{"as_of":"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')]), 'bad_json'],
  ['a NUL character', text.replace('"US"', '"U\\u0000"'), undefined],
  ['text behind the case', `${text} {}`, 'bad_json'],
];

const checker = await loadChecker();
const bytes = (input) => (typeof input === 'string' ? utf8(input) : new Uint8Array(input));
const lines = list.flatMap(([, input]) => [Buffer.from(bytes(input)), Buffer.from('\n'), Buffer.from(`${text}\n`)]);
const native = returnable(['check'], Buffer.concat(lines));
const right = JSON.stringify(checker.check(good));

test('natively each line has its answer, and the status at the end is 1', () => {
  assert.equal(native.lines.length, list.length * 2);
  assert.equal(native.status, 1);
});

for (const [index, [name, input, code, path]] of list.entries()) {
  test(name, () => {
    const verdict = answer(checker, bytes(input));
    assert.ok(Array.isArray(verdict.errors) && verdict.errors.length > 0, JSON.stringify(verdict).slice(0, 200));
    for (const error of verdict.errors) {
      assert.match(error.code, /^[a-z_]+$/);
      assert.match(error.path, /^(\/|$)/);
      assert.ok(error.message.length > 0);
    }
    if (code !== undefined) assert.equal(verdict.errors[0].code, code);
    if (path !== undefined) assert.equal(verdict.errors[0].path, path);
    assert.equal(JSON.stringify(verdict), native.lines[index * 2], 'native and WebAssembly differ');
    assert.equal(JSON.stringify(checker.check(good)), right, 'the next check in WebAssembly');
    assert.equal(native.lines[index * 2 + 1], right, 'the next check natively');
  });
}

test('every fault of a case is reported, not only the first', () => {
  const order = { ...good, facts: { ...good.facts, reason: 'bored', received_on: '2026-02-30', price: -1 } };
  const paths = answer(checker, order).errors.map((error) => error.path);
  for (const fact of ['reason', 'received_on', 'price']) assert.ok(paths.includes(`/facts/${fact}`), fact);
});

test('a case of more than 256 KB', () => {
  const large = `${text}${' '.repeat(256 * 1024)}`;
  assert.equal(answer(checker, large).errors[0].code, 'too_large');
  assert.equal(answer(checker, utf8(large)).errors[0].code, 'too_large');
  assert.equal(answer(checker, { ...good, currency: 'x'.repeat(300_000) }).errors[0].code, 'too_large');
  const line = JSON.parse(returnable(['check'], large).lines[0]);
  assert.equal(line.errors[0].code, 'too_large');
});

const cycle = {};
cycle.self = cycle;
const strange = {
  undefined: undefined,
  null: null,
  'a number': 7,
  'a function': () => good,
  'a symbol': Symbol('case'),
  'a cycle': cycle,
  'a BigInt': { as_of: 1n },
  'a getter that throws': { get as_of() { throw new Error('no'); } },
  'a toJSON that gives nothing': { toJSON: () => undefined },
  'not a number': { ...good, facts: { ...good.facts, price: NaN } },
  'a lone surrogate in text': text.replace('US', '\ud800'),
  'a lone surrogate in an object': { ...good, facts: { ...good.facts, country: '\udfff' } },
};
for (const [name, input] of Object.entries(strange)) {
  test(`in JavaScript: ${name}`, () => {
    assert.throws(() => checker.check(input), (error) => error instanceof CaseError && error.errors.length > 0);
    assert.equal(JSON.stringify(checker.check(good)), right);
  });
}

test('what cannot be read costs its own case only', () => {
  const detached = utf8(text);
  structuredClone(detached.buffer, { transfer: [detached.buffer] });
  const cycle = { ...good };
  cycle.facts = { self: cycle };
  const odd = [
    detached,
    cycle,
    { ...good, facts: { price: 5n } },
    Object.defineProperty({ ...good }, 'facts', { enumerable: true, get: () => assert.fail('read') }),
    new Proxy({}, { ownKeys: () => [], get: () => assert.fail('read') }),
    Object.defineProperty(utf8(text), 'length', { get: () => assert.fail('read') }),
    { toJSON: () => undefined },
  ];
  for (const settings of [undefined, { text: false }]) {
    const answers = checker.checkAll([good, ...odd, good], settings);
    assert.equal(answers.length, odd.length + 2);
    for (const one of [answers[0], answers.at(-1)]) assert.equal(one.items[0].status, JSON.parse(right).items[0].status);
    assert.deepEqual(answers.slice(1, -1).map((one) => one.errors?.[0].code), odd.map(() => 'bad_json'));
  }
  for (const one of odd) assert.throws(() => checker.check(one), CaseError);
});
