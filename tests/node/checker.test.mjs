// loadChecker's own promises: what it takes, what it rejects with, and that it survives a dead instance.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { at, CaseError, EngineError, loadChecker, PackError, sheets, wasmBytes } from './doors.mjs';

const good = {
  as_of: '2026-05-10',
  facts: { marketplace: 'aliexpress', country: 'US', received_on: '2026-05-04', reason: 'damaged', category: 'general' },
};
const pack = (name) => readFileSync(at(`core/packs/${name}.json`), 'utf8');
const checker = await loadChecker();
const right = JSON.stringify(checker.check(good));

test('the engine comes as bytes, as a compiled module, as a response, from an address, or by itself', async () => {
  const server = createServer((_, response) => response.end(wasmBytes())).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const sources = [
    wasmBytes(),
    new WebAssembly.Module(wasmBytes()),
    new Response(wasmBytes()),
    `http://127.0.0.1:${server.address().port}/engine.wasm`,
    undefined,
  ];
  for (const wasm of sources) {
    const one = await loadChecker({ wasm });
    assert.equal(JSON.stringify(one.check(good)), right);
  }
  server.close();
});

test('packs come as text, as bytes or as objects', async () => {
  const text = pack('temu');
  for (const one of [text, new TextEncoder().encode(text), JSON.parse(text)]) {
    const small = await loadChecker({ packs: [one] });
    assert.deepEqual(small.packs().map((info) => info.id), ['temu']);
  }
});

test('a load that cannot work rejects with EngineError', async () => {
  const flipped = wasmBytes();
  flipped[3] ^= 1;
  const bad = [flipped, wasmBytes().subarray(0, 5000), new Uint8Array(), new Response('no', { status: 503 }), new Response('<html>'), 'http://127.0.0.1:1/x.wasm'];
  for (const wasm of bad) await assert.rejects(loadChecker({ wasm }), EngineError);
});

test('a download that hangs rejects within the time limit', async () => {
  const server = createServer(() => {}).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const started = performance.now();
  await assert.rejects(loadChecker({ wasm: `http://127.0.0.1:${server.address().port}/`, timeout_ms: 150 }), EngineError);
  assert.ok(performance.now() - started < 2000);
  server.closeAllConnections();
  server.close();
});

test('without WebAssembly it rejects, and does not throw', async () => {
  const kept = globalThis.WebAssembly;
  try {
    delete globalThis.WebAssembly;
    await assert.rejects(loadChecker({ wasm: wasmBytes() }), EngineError);
  } finally {
    globalThis.WebAssembly = kept;
  }
});

test('a pack with faults rejects with PackError, and a later one changes nothing', async () => {
  await assert.rejects(loadChecker({ packs: ['{"id":5}'] }), (error) => error instanceof PackError && error.errors.length > 0);
  const one = await loadChecker({ packs: [pack('temu')] });
  for (const bad of ['{', '{"id":5}', pack('temu'), undefined, ' '.repeat(1024 * 1024 + 1)]) {
    assert.throws(() => one.addPack(bad), (error) => error instanceof PackError && error.errors.length > 0);
  }
  assert.deepEqual(one.packs().map((info) => info.id), ['temu']);
  assert.equal(one.addPack(pack('wish')).id, 'wish');
  assert.deepEqual(one.packs().map((info) => info.id), ['temu', 'wish']);
});

/** Runs `body` with an eye on the instances that are made: how many, and the memory of the newest. */
async function watchingInstances(body) {
  const real = WebAssembly.Instance;
  const seen = { made: 0, memory: null, broken: false };
  WebAssembly.Instance = class {
    constructor(...args) {
      if (seen.broken) throw new WebAssembly.RuntimeError('unreachable');
      const instance = new real(...args);
      if (!instance.exports.add_packs) return instance; // the compiler's
      seen.made += 1;
      seen.memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
      return instance;
    }
  };
  try {
    await body(seen);
  } finally {
    WebAssembly.Instance = real;
  }
}
// Stack, static data and heap: nothing in such an instance is whole, and its next call traps.
const ruin = (seen) => new Uint8Array(seen.memory.buffer).fill(0xff);

test('after a real trap a fresh instance with the same packs answers', () =>
  watchingInstances(async (seen) => {
    const one = await loadChecker({ packs: [pack('aliexpress'), pack('wish')] });
    const before = JSON.stringify(one.check(good));
    assert.equal(seen.made, 1);
    ruin(seen);
    assert.equal(JSON.stringify(one.check(good)), before);
    assert.equal(seen.made, 2, 'a fresh instance was made');
    assert.deepEqual(one.packs().map((info) => info.id), ['aliexpress', 'wish']);
    assert.equal(JSON.stringify(one.check(good)), before);
    assert.equal(seen.made, 2, 'and kept');
  }));

test('an engine that fails twice gives EngineError, and is tried afresh the next time', () =>
  watchingInstances(async (seen) => {
    const one = await loadChecker();
    ruin(seen);
    seen.broken = true;
    assert.throws(() => one.check(good), EngineError);
    assert.deepEqual(one.checkAll([good]).map((answer) => answer.errors?.[0].code), ['engine_failed']);
    seen.broken = false;
    assert.equal(JSON.stringify(one.check(good)), right);
  }));

test('checkAll answers each case, and one bad case costs the others nothing', () => {
  const answers = checker.checkAll([good, { as_of: 'never' }, undefined, good]);
  assert.equal(answers.length, 4);
  assert.equal(JSON.stringify(answers[0]), right);
  assert.ok(answers[1].errors.length > 0 && answers[2].errors.length > 0);
  assert.equal(JSON.stringify(answers[3]), right);
});

test('checkAll without text gives each case what a sweep gives its day, or its faults', () => {
  const given = sheets().map((sheet) => sheet.given);
  const odd = ['{"as_of":\n"2026-05-10",', undefined, { as_of: 1, facts: {} }, ' '.repeat(256 * 1024 + 1), new TextEncoder().encode(JSON.stringify(good)), ''];
  const cases = [...given, ...odd];
  const quick = checker.checkAll(cases, { text: false });
  const full = checker.checkAll(cases);
  assert.equal(quick.length, cases.length);
  let [answered, faulty] = [0, 0];
  for (const [index, one] of quick.entries()) {
    const { errors, items } = full[index];
    if (errors) {
      assert.deepEqual(one, { errors }, `case ${index}`);
      faulty += 1;
      continue;
    }
    const day = cases[index] instanceof Uint8Array ? good.as_of : cases[index].as_of;
    assert.deepEqual(one, checker.sweep(cases[index], { from: day, to: day })[0], `case ${index}`);
    assert.deepEqual(one.items.map((item) => item.status), items.map((item) => item.status), `case ${index}`);
    answered += 1;
  }
  assert.ok(answered > 100 && faulty >= odd.length - 1);
  assert.deepEqual(checker.checkAll([], { text: false }), []);
  const many = Array.from({ length: 3000 }, (_, i) => given[i % given.length]); // more than cross at once
  assert.deepEqual(checker.checkAll(many, { text: false }), many.map((_, i) => quick[i % given.length]));
});

test('without text, too, a dead instance is replaced, and one that fails twice costs each case its answer', () =>
  watchingInstances(async (seen) => {
    const one = await loadChecker();
    const before = one.checkAll([good, good], { text: false });
    ruin(seen);
    assert.deepEqual(one.checkAll([good, good], { text: false }), before);
    ruin(seen);
    seen.broken = true;
    assert.deepEqual(one.checkAll([good, {}], { text: false }).map((answer) => answer.errors[0].code), ['engine_failed', 'engine_failed']);
    seen.broken = false;
    assert.deepEqual(one.checkAll([good, good], { text: false }), before);
  }));

test('a verdict is the caller’s own: what becomes of it changes no other', () => {
  const [one, other] = [checker.check(good), checker.check(good)];
  const [mine] = one.items[0].entitlements;
  assert.ok(Object.keys(one.clauses).length > 0 && mine.conflicts.length > 0 && mine.reasons.length > 0);
  for (const clause of Object.values(one.clauses)) clause.says = 'nothing';
  mine.reasons[0].rule = 'none';
  mine.conflicts.length = 0;
  one.items[0].entitlements.length = 1;
  assert.equal(JSON.stringify(other), right);
  assert.equal(JSON.stringify(checker.check(good)), right);
});

test('sentences are those of their own pack, also of one added later, and outlive a dead instance', () =>
  watchingInstances(async (seen) => {
    const alone = async (name, order) => JSON.stringify((await loadChecker({ packs: [pack(name)] })).check(order));
    const order = { as_of: '2026-05-10', facts: { marketplace: 'temu', received_on: '2026-05-04', reason: 'damaged' } };
    const [inTemu, inAliExpress] = [await alone('temu', order), await alone('aliexpress', good)];
    const one = await loadChecker({ packs: [pack('temu')] });
    assert.ok(Object.values(one.check(order).clauses).every(({ says }) => says.length > 0));
    one.addPack(pack('aliexpress'));
    assert.equal(JSON.stringify(one.check(good)), inAliExpress);
    assert.equal(JSON.stringify(one.check(order)), inTemu);
    ruin(seen);
    assert.equal(JSON.stringify(one.check(good)), inAliExpress);
    assert.equal(JSON.stringify(one.check(order)), inTemu);
  }));

test('sweep gives each day what check gives that day', () => {
  const days = checker.sweep(good, { from: '2026-05-01', to: '2026-06-30' });
  assert.equal(days.length, 61);
  let compared = 0;
  for (const day of days) {
    if (day.as_of < good.facts.received_on) {
      assert.ok(day.errors.length > 0, day.as_of);
      continue;
    }
    const verdict = checker.check({ ...good, as_of: day.as_of });
    assert.deepEqual(day.items.map(({ id, status }) => [id, status]), verdict.items.map(({ id, status }) => [id, status]));
    assert.deepEqual(day.items[0].return_shipping, verdict.items[0].entitlements[0].return_shipping);
    compared += 1;
  }
  assert.equal(compared, 58);
  assert.throws(() => checker.sweep(good, { from: 'x'.repeat(10_000_000), to: '2026-06-30' }), CaseError);
  assert.throws(() => checker.sweep(good, { from: '2026-06-30', to: '2026-05-01' }), CaseError);
  assert.throws(() => checker.sweep(good, undefined), CaseError);
  const many = { ...good, items: Array.from({ length: 41 }, (_, n) => ({ id: `${n}` })) };
  assert.throws(() => checker.sweep(many, { from: '2026-05-10', to: '2029-02-02' }), { errors: [
    { code: 'too_many', path: '/to', message: 'A sweep answers at most 40,000 times: its days times the items of the case.' },
  ] }); // 41 items on 1,000 days
});

test('the largest pack and the largest case fit', () =>
  watchingInstances(async (seen) => {
    const one = await loadChecker();
    const large = JSON.parse(pack('temu'));
    large.id = 'large';
    const clause = Object.keys(large.clauses)[0];
    for (let i = 0; JSON.stringify(large).length < 1020 * 1024; ++i) {
      large.clauses[`X${i}`] = { ...large.clauses[clause], says: 'A long sentence. '.repeat(60) };
    }
    assert.equal(one.addPack(large).id, 'large');
    const facts = { reason: 'damaged', category: 'general', unused: true, complete: true, labels_attached: true, original_packaging: true, evidence: true, opened: false };
    const items = Array.from({ length: 1000 }, (_, i) => ({ id: `item-${i}`, facts: { ...facts, price: 100 + i } }));
    const order = { as_of: good.as_of, facts: { marketplace: 'aliexpress', country: 'US', received_on: '2026-05-04' }, items };
    assert.ok(JSON.stringify(order).length > 180 * 1024);
    assert.equal(one.check(order).items.length, 1000);
    assert.equal(seen.made, 1, 'no instance died of it');
  }));

test('memory stays at 8 MB through 5,000 checks, good and bad', () =>
  watchingInstances(async (seen) => {
    const one = await loadChecker();
    for (let i = 0; i < 2500; ++i) one.checkAll([good, '{"facts":{}}']);
    assert.equal(JSON.stringify(one.check(good)), right);
    assert.equal(seen.memory.buffer.byteLength, 8 * 1024 * 1024);
    assert.equal(seen.made, 1);
  }));

test('a case of 256 KB that is nothing but values gets errors, not a dead engine', () => {
  const zeros = `{"as_of":[${'0,'.repeat(130_000)}0]}`;
  assert.throws(() => checker.check(zeros), CaseError);
  assert.equal(JSON.stringify(checker.check(good)), right);
});

test('a prototype that the host has spoiled changes nothing', async () => {
  Object.prototype.instantiateWasm = () => { throw new Error('spoiled'); };
  try {
    assert.equal(JSON.stringify((await loadChecker()).check(good)), right);
  } finally {
    delete Object.prototype.instantiateWasm;
  }
});

test('no module needs eval, and the compiler’s glue names no address', () => {
  const plain = readdirSync(at('web/src/engine/generated/site')).find((name) => name.includes('.plain.'));
  for (const file of ['build/wasm/returnable_compiler.js', `web/src/engine/generated/site/${plain}`]) {
    assert.doesNotMatch(readFileSync(at(file), 'utf8'), /\beval\(|new Function\(|Function\(["']/, file);
  }
  assert.doesNotMatch(readFileSync(at('web/src/engine/generated/returnable_compiler.js'), 'utf8'), /new URL\(/);
});

test('the engine has no reader of JSON: nothing of the library’s is in it', () => {
  const engine = readFileSync(at('build/wasm/returnable_engine.wasm'), 'latin1');
  assert.doesNotMatch(engine, /json\.exception|parse_error|nlohmann/);
  assert.match(readFileSync(at('build/wasm/returnable_compiler.wasm'), 'latin1'), /not valid JSON/);
});
