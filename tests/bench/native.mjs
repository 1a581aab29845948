// The native engine, part by part: times by Google Benchmark as ratios to hand-written JavaScript, and instructions by
// callgrind, which repeat to the digit and say where they go.
import { mkdirSync, writeFileSync } from 'node:fs';
import { at, compare, run, subject } from './measure.mjs';
import { asOurs, cases } from './reference.mjs';

const parts = { reading: 'read_case', deciding: 'quick_check', explaining: 'check: a Case to its Verdict', writing: 'write_verdict', whole: 'check_json: JSON text to JSON text' };
const folder = at('build/bench');

function casesFile(count) {
  const file = `${folder}/cases-${count}.jsonl`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, cases(count).map((one) => JSON.stringify(asOurs(one)) + '\n').join(''));
  return file;
}

async function googleBenchmark(file, ms) {
  const options = ['--benchmark_format=json', `--benchmark_min_time=${ms / 1000}`];
  const { stdout } = await run(at('build/bench-native/returnable_bench'), options, { env: { ...process.env, CASES: file } });
  const result = {};
  for (const { name, cpu_time, error_message } of JSON.parse(stdout).benchmarks) {
    if (error_message) throw new Error(`${name}: ${error_message}`);
    result[name] = cpu_time; // ns, as Google Benchmark gives it unless told otherwise
  }
  return result;
}

async function instructions(part, file, count) {
  const out = `${folder}/callgrind.${part}.out`;
  const options = ['--tool=callgrind', '--toggle-collect=counted', `--callgrind-out-file=${out}`];
  const { stderr } = await run('valgrind', [...options, at('build/bench-native/returnable_counted'), part, file]);
  const collected = /Collected : (\d+)/.exec(stderr);
  if (!collected) throw new Error(`callgrind counted nothing for ${part}`);
  return Number(collected[1]) / count;
}

/** What costs at least one in a hundred instructions of the whole, with all that it calls. */
async function inclusive() {
  const { stdout } = await run('callgrind_annotate', ['--inclusive=yes', '--threshold=100', `${folder}/callgrind.whole.out`]);
  const shares = {};
  for (const line of stdout.split('\n')) {
    const found = /^ *[\d,]+ \( ?([\d.]+)%\) +\S*?:(.*?)(?: \[.*)?$/.exec(line);
    if (!found || Number(found[1]) < 1) continue;
    let name = found[2].replace(/\(anonymous namespace\)::|returnable::|'2$/g, '').replace(/\(.*/, '').trim();
    while (/<[^<>]*>/.test(name)) name = name.replace(/<[^<>]*>/g, '');
    if (/^(counted|main|PROGRAM|0x|below|__libc)|^$/.test(name)) continue;
    shares[name] = Math.max(shares[name] ?? 0, Number(found[1]));
  }
  return Object.entries(shares).sort((a, b) => b[1] - a[1]);
}

export async function native({ quick }) {
  const file = casesFile(1000);
  const by_hand = await subject('by_hand', quick ? 300 : 1500);
  const times = await compare(by_hand, [(ms) => googleBenchmark(file, ms)], quick ? { rounds: 5, ms: 40 } : { rounds: 15, ms: 100 });
  by_hand.close();
  const count = quick ? 20 : 100;
  const few = casesFile(count);
  const rows = [];
  for (const [part, what] of Object.entries(parts)) {
    rows.push({ part, what, ...times[part], instructions: Math.round(await instructions(part, few, count)) });
  }
  return {
    rows, by_hand_ns: times.by_hand.ns, inclusive: await inclusive(),
    targets: [{ what: 'one full verdict, native, to hand-written JavaScript', most: 150, unit: 'times', measured: times.whole.ratio }],
  };
}
