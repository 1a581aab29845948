// One engine behind every door: native program and WebAssembly (of a case as text and as values) write the same bytes for
// every sheet and for random cases; plain JavaScript, as the page has it, gives the same verdict but for the sentences.
//   doors.mjs --cases N --seed N --python PATH      (wants scripts/build native wasm checker)
import { spawnSync } from 'node:child_process';
import os from 'node:os';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { answer, at, loadChecker, sheets, shopPacks } from '../node/doors.mjs';
import { withoutProse } from '../node/prose.mjs';
import { openShop } from '../../build/checker/shop-engine.js';

const chunk = 500;

/** The engine as page and widget have it, as plain JavaScript. */
async function plainEngine(ids) {
  const kept = globalThis.WebAssembly;
  delete globalThis.WebAssembly;
  try {
    let engine;
    for (const id of ids) engine = await openShop(new URL('../../build/checker/', import.meta.url).href, id);
    return engine;
  } finally {
    globalThis.WebAssembly = kept;
  }
}

async function work() {
  const checker = await loadChecker();
  const shops = await loadChecker({ packs: shopPacks() });
  const plain = await plainEngine(shops.packs().map(({ id }) => id));
  parentPort.on('message', (lines) => {
    const run = spawnSync(at('build/native/returnable'), ['check'], { input: lines.join('\n'), maxBuffer: 1 << 29 });
    const native = run.stdout.toString('utf8').split('\n').slice(0, -1);
    const counts = { cases: lines.length, faults: 0, plain: 0, first: [] };
    const differ = (door, line) => {
      counts.faults += 1;
      if (counts.first.length < 5) counts.first.push(`${door}: ${line}`);
    };
    if (native.length !== lines.length) differ(`native gave ${native.length} answers to ${lines.length}`, lines[0]);
    for (const [index, line] of lines.entries()) {
      if (JSON.stringify(answer(checker, line)) !== native[index]) differ('WebAssembly, of text', line);
      const order = JSON.parse(line);
      if (JSON.stringify(answer(checker, order)) !== native[index]) differ('WebAssembly, of values', line);
      if (index % 10) continue; // this one is ten times slower
      counts.plain += 1;
      const [a, b] = [plain, shops].map((engine) => JSON.stringify(withoutProse(verdictOf(engine, order))));
      if (a !== b) differ('plain JavaScript', line);
    }
    parentPort.postMessage(counts);
  });
  parentPort.postMessage(null);
}

function verdictOf(engine, order) {
  try {
    return engine.check(order);
  } catch (error) {
    if (!error.errors) throw error;
    return { errors: error.errors };
  }
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
  const sum = { cases: 0, faults: 0, plain: 0 };
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
    `doors: ${sum.cases} cases (${written.length} sheets) by native program and WebAssembly, ${sum.plain} of them by plain JavaScript, ${sum.faults} differ, seed ${seed}, minutes ${minutes}`,
  );
  process.exitCode = sum.faults || sum.cases !== lines.length || !sum.plain ? 1 : 0;
}

await (isMainThread || !workerData ? main() : work());
