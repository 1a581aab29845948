// node run.mjs [--quick] [--beside FOLDER] [PART]…: runs the parts, prints what each shows against the targets, writes build/bench.json.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { at } from './measure.mjs';

const parts = {
  native: async () => (await import('./native.mjs')).native,
  node: async () => (await import('./peers-in-node.mjs')).node,
  chromium: async () => (await import('./chromium.mjs')).chromium,
  start: async () => (await import('./chromium.mjs')).start,
  blocking: async () => (await import('./blocking.mjs')).blocking,
  reader: async () => (await import('./reader.mjs')).reader,
  weight: async () => (await import('./weight.mjs')).weight,
  growth: async () => (await import('./growth.mjs')).growth,
  memory: async () => (await import('./memory.mjs')).memory,
};

function nice(value) {
  if (typeof value === 'string') return value;
  if (Number.isInteger(value) && value < 1000) return String(value);
  if (value >= 1000) return Math.round(value).toLocaleString('en');
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
}

function table(head, rows) {
  const cells = [head, ...rows.map((row) => row.map(nice))];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  for (const row of cells) {
    console.log('  ' + row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '));
  }
}

const time = (ns) => (ns < 1000 ? `${nice(ns)} ns` : ns < 1e6 ? `${nice(ns / 1000)} us` : `${nice(ns / 1e6)} ms`);
const spread = ({ quarter }) => `${nice(quarter[0])} .. ${nice(quarter[1])}`;

const print = {
  native({ rows, by_hand_ns, inclusive }) {
    console.log(`  JavaScript by hand, bare answer: ${time(by_hand_ns)}; all below to that`);
    table(['part', 'median', 'times by hand', 'quartiles', 'instructions'], rows.map((row) => [row.what, time(row.ns), row.ratio, spread(row), row.instructions]));
    console.log('  Of the instructions of all of it, with what is called from there:');
    table(['function', '%'], inclusive.slice(0, 25));
  },
  node({ rows, absent }) {
    table(['one case', 'median', 'times by hand', 'quartiles'], rows.map((row) => [row.what, time(row.ns), row.ratio, spread(row)]));
    for (const one of absent) console.log(`  not measured: ${one}`);
  },
  chromium({ version, rows }) {
    table(
      [version, 'by hand', 'check', 'times by hand', 'sweep of 366 days', 'slowest of 20', 'the first of all'],
      rows.map((row) => [row.speed, time(row.by_hand.ns), time(row.check.ns), row.check.ratio, ...[row.sweep, row.slow_sweep, row.first_sweep].map((ms) => time(ms * 1e6))]),
    );
  },
  start({ rows }) {
    const what = { widget: 'the widget', empty: 'an empty Embind module' };
    table(
      ['from the script', 'until ready', 'to the screen', 'quartiles, ms'],
      rows.map((row) => [`${what[row.name]}, ${row.speed}`, time(row.answered * 1e6), time(row.shown * 1e6), spread(row)]),
    );
  },
  blocking({ version, rows }) {
    table(
      [`${version}, before a reader is near`, 'blocking time', 'more than without', 'quartiles, ms', 'main thread', 'more than without'],
      rows.map((row) => [row.name, ...[row.blocked, row.more].map((ms) => `${nice(ms)} ms`), spread(row), ...[row.busy, row.more_busy].map((ms) => `${nice(ms)} ms`)]),
    );
  },
  reader({ version, rounds, rows }) {
    console.log(`  ${version}, 4x throttle, 1.6 Mbps, 150 ms, brotli; medians of ${rounds}, alternating; ms from opening the page`);
    table(
      ['the page', 'KB', 'files', 'first paint', 'tiles', 'first answer', 'quartiles', 'of it after the last tap', 'blocked'],
      rows.map((row) => [row.name, row.kb, row.files, row.painted, row.tiles, row.answer, spread(row), row.wait, row.blocked]),
    );
  },
  weight({ all, parts, others }) {
    table(['part', 'KB brotli', 'the widget without it'], parts.map(({ what, kb }) => [what, kb, all - kb]));
    table(['', 'KB brotli'], [['in all', all], ...others.map(({ what, kb }) => [what, kb])]);
  },
  growth({ curves, refusal }) {
    for (const [name, points] of Object.entries(curves)) {
      console.log(`  ${name}: ${points.map(({ size, us }) => `${size.toLocaleString('en')}: ${time(us * 1000)}`).join(', ')}`);
    }
    console.log(`  13 open facts in one slot: ${refusal ?? 'accepted'}`);
  },
  memory({ module, program }) {
    console.log(`  the module: ${nice(module.from)} MB at the start, ${nice(module.to)} MB after ${nice(module.checks)} checks`);
    console.log(`  the native program: ${nice(program.most)} MB at most, ${nice(program.cases)} cases`);
  },
};

const { values, positionals: chosen } = parseArgs({ options: { quick: { type: 'boolean', default: false }, beside: { type: 'string' } }, allowPositionals: true });
const { quick, beside } = values;
const result = { at: new Date().toISOString(), quick, node: process.version, processors: cpus().map(({ model }) => model), load: loadavg(), parts: {} };
for (const name of chosen.length > 0 ? chosen : Object.keys(parts)) {
  console.log(`== ${name}`);
  const work = await parts[name]();
  const found = await work({ quick, beside });
  print[name](found);
  for (const target of found.targets) {
    target.holds = target.measured <= target.most;
    console.log(`target ${target.what}: at most ${[nice(target.most), target.unit].join(' ').trim()}  measured ${nice(target.measured)}  ${target.holds ? 'holds' : 'misses'}`);
  }
  result.parts[name] = found;
}
const file = at('build/bench.json');
mkdirSync(at('build'), { recursive: true });
let before = {};
try {
  before = JSON.parse(readFileSync(file, 'utf8')).parts; // parts that were not run this time keep what they showed
} catch {}
writeFileSync(file, JSON.stringify({ ...result, parts: { ...before, ...result.parts } }, null, 1) + '\n');
console.log('All figures: build/bench.json');
