// The built engine by its doors: the native program, and the WebAssembly module through loadChecker.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
export const { loadChecker, CaseError, EngineError, PackError } = await import('../../build/checker/index.js');
export const wasmBytes = () => readFileSync(at('build/checker/generated/returnable_engine.wasm'));

/** Runs the native program, of another build where RETURNABLE_PROGRAM says so. `input` is text or bytes. */
export function returnable(args, input = '') {
  const run = spawnSync(at(process.env.RETURNABLE_PROGRAM ?? 'build/native/returnable'), args, { input, maxBuffer: 1 << 28 });
  if (run.error) throw run.error;
  const lines = run.stdout.toString('utf8').split('\n').slice(0, -1);
  return { status: run.status, lines, stderr: run.stderr.toString('utf8') };
}

/** A case's answer through WebAssembly, in the shape in which the native program writes it. */
export function answer(checker, order) {
  try {
    return checker.check(order);
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    return { errors: error.errors };
  }
}

/** The shops' packs as text, by name: all that page and widget know. */
export const shopPacks = () =>
  readdirSync(at('core/packs'))
    .filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'))
    .sort()
    .map((file) => readFileSync(at(`core/packs/${file}`), 'utf8'));

/** Every sheet of tests/cases: [{file, name, given, expect, …}]. */
export function sheets() {
  return readdirSync(at('tests/cases'))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(at(`tests/cases/${file}`), 'utf8')).map((sheet) => ({ file, ...sheet })));
}
