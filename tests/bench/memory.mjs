// What the engine holds on to: the module's memory after very many checks, and the native program's while it reads a
// million cases from a pipe.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { at } from './measure.mjs';
import { asOurs, cases, toDay, toIso } from './reference.mjs';

const mb = 1024 * 1024;

async function ofTheModule(count) {
  const { loadChecker } = await import('../../build/checker/index.js');
  const Instance = WebAssembly.Instance;
  const memories = [];
  WebAssembly.Instance = function (module, imports) {
    const made = new Instance(module, imports);
    memories.push(Object.values(made.exports).find((thing) => thing instanceof WebAssembly.Memory));
    return made;
  };
  const checker = await loadChecker();
  WebAssembly.Instance = Instance;
  const given = cases(10_000).map(asOurs);
  const from = memories[0].buffer.byteLength;
  for (let i = 0; i < count; i += 1) {
    const one = given[i % given.length];
    checker.check(one);
    if (i % 100 === 0) checker.sweep(one, { from: one.as_of, to: toIso(toDay(one.as_of) + 30) });
  }
  if (memories.length !== 1) throw new Error('The module died on the way and was replaced.');
  return { checks: count, from: from / mb, to: memories[0].buffer.byteLength / mb };
}

async function ofTheProgram(count) {
  const program = spawn(at('build/native/returnable'), ['check'], { stdio: ['pipe', 'ignore', 'inherit'] });
  let most = 0;
  const look = () => {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${program.pid}/status`, 'utf8'));
    if (found) most = Math.max(most, Number(found[1]) / 1024);
  };
  const ended = once(program, 'exit');
  const block = cases(1000).map((one) => JSON.stringify(asOurs(one)) + '\n').join('');
  for (let written = 0; written < count; written += 1000) {
    if (!program.stdin.write(block)) await once(program.stdin, 'drain');
    look();
  }
  const last = setInterval(look, 5);
  program.stdin.end();
  const [status] = await ended;
  clearInterval(last);
  if (status !== 0) throw new Error(`build/native/returnable ended with status ${status}`);
  return { cases: count, most };
}

export async function memory({ quick }) {
  const module = await ofTheModule(quick ? 10_000 : 100_000);
  const program = await ofTheProgram(quick ? 50_000 : 1_000_000);
  return {
    module, program,
    targets: [
      { what: `the module's memory after ${module.checks.toLocaleString('en')} checks`, most: 8, unit: 'MB', measured: module.to },
      { what: `the native program, ${program.cases.toLocaleString('en')} cases from a pipe`, most: 16, unit: 'MB', measured: program.most },
    ],
  };
}
