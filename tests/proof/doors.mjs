// One engine behind every door: native program, WebAssembly and plain JavaScript write the same bytes for every sheet and
// for random cases; the widget's core gives the same verdict but for the prose that it leaves to the page.
//   doors.mjs --cases N --seed N --python PATH      (wants scripts/build native wasm checker)
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { at, sheets } from '../node/doors.mjs';
import { withoutProse } from '../node/prose.mjs';
import { sharedCore } from '../../build/checker/widget-core.js';

const chunk = 500;

/** The texts that a core writes, each an instance of wasm/bindings.cpp with the built-in packs. */
async function core(name, packs) {
  const { default: factory } = await import(at(`web/src/engine/generated/${name}.js`));
  const settings = { print() {}, printErr() {} };
  if (name === 'returnable_core') {
    const module = new WebAssembly.Module(readFileSync(at(`web/src/engine/generated/${name}.wasm`)));
    settings.instantiateWasm = (imports, received) => {
      const instance = new WebAssembly.Instance(module, imports);
      received(instance);
      return instance.exports;
    };
  }
  factory(settings);
  const encoder = new TextEncoder();
  for (const pack of packs) settings.add_pack(encoder.encode(pack));
  return (line) => settings.check(encoder.encode(line));
}

/** The widget knows one item and no currency, and is asked for those alone. */
function leanCase(order) {
  if (order.items || !('as_of' in order)) return null;
  const { as_of, facts } = order;
  return { as_of, facts };
}

function leanAnswer(lean, order) {
  try {
    return lean.check(order);
  } catch (error) {
    if (!error.errors) throw error;
    return { errors: error.errors };
  }
}

async function work() {
  const { packs } = await import(at('web/src/engine/generated/packs.js'));
  const wasm = await core('returnable_core', packs);
  const plain = await core('returnable_plain', packs);
  let lean;
  for (const pack of packs) lean = await sharedCore(new URL('../../build/checker/', import.meta.url).href, JSON.parse(pack).id);
  parentPort.on('message', (lines) => {
    const run = spawnSync(at('build/native/returnable'), ['check'], { input: lines.join('\n'), maxBuffer: 1 << 29 });
    const native = run.stdout.toString('utf8').split('\n').slice(0, -1);
    const counts = { cases: lines.length, faults: 0, lean: 0, first: [] };
    const differ = (door, line) => {
      counts.faults += 1;
      if (counts.first.length < 5) counts.first.push(`${door}: ${line}`);
    };
    if (native.length !== lines.length) differ(`native gave ${native.length} answers to ${lines.length}`, lines[0]);
    for (const [index, line] of lines.entries()) {
      if (wasm(line) !== native[index]) differ('WebAssembly', line);
      if (plain(line) !== native[index]) differ('plain JavaScript', line);
      const order = leanCase(JSON.parse(line));
      // Each of these is asked twice, and compared as objects: one case in ten.
      if (!order || index % 10) continue;
      counts.lean += 1;
      const full = JSON.parse(wasm(JSON.stringify(order)));
      const [a, b] = [leanAnswer(lean, order), full].map((verdict) => JSON.stringify(withoutProse(verdict)));
      if (!full.errors && a !== b) differ('the widget', line);
    }
    parentPort.postMessage(counts);
  });
  parentPort.postMessage(null);
}

async function main() {
  const option = (name, otherwise) => {
    const place = process.argv.indexOf(`--${name}`);
    return place > 0 ? process.argv[place + 1] : otherwise;
  };
  const count = Number(option('cases', '5000'));
  const seed = option('seed', String(Math.floor(Math.random() * 2 ** 32)));
  const words = ['tests/proof/second_opinion.py', '--print', 'cases', '--cases', String(count), '--seed', seed];
  const asked = spawnSync(option('python', 'python3'), words, { cwd: at('.'), maxBuffer: 1 << 30 });
  if (asked.status !== 0) throw new Error(asked.stderr?.toString() || String(asked.error));
  const written = sheets().map((sheet) => JSON.stringify(sheet.given));
  const lines = [...written, ...asked.stdout.toString('utf8').split('\n').filter(Boolean)];
  if (lines.length !== written.length + count) throw new Error(`${lines.length - written.length} cases were drawn, not ${count}`);
  const started = Date.now();
  const sum = { cases: 0, faults: 0, lean: 0 };
  let next = 0;
  const crew = Array.from({ length: Math.min(os.availableParallelism(), Math.ceil(lines.length / chunk)) }, () => {
    const worker = new Worker(new URL(import.meta.url), { workerData: {} });
    return new Promise((resolve, reject) => {
      worker.on('error', reject);
      worker.on('message', (counts) => {
        for (const key of Object.keys(sum)) sum[key] += counts?.[key] ?? 0;
        for (const one of counts?.first ?? []) console.log(one);
        if (next >= lines.length) return worker.terminate().then(resolve);
        worker.postMessage(lines.slice(next, (next += chunk)));
      });
    });
  });
  await Promise.all(crew);
  const minutes = ((Date.now() - started) / 60000).toFixed(1);
  console.log(
    `doors: ${sum.cases} cases (${written.length} sheets) by native, WebAssembly and plain JavaScript, ${sum.lean} of them by the widget's core, ${sum.faults} differ, seed ${seed}, minutes ${minutes}`,
  );
  process.exitCode = sum.faults || sum.cases !== lines.length || !sum.lean ? 1 : 0;
}

await (isMainThread || !workerData ? main() : work());
