// loadChecker(): the engine, ready to be asked. Left to itself it takes every built-in pack and its own wasm files.
// `generated/` is filled from the build by scripts/generate.mjs; nothing in it is written by hand.
import { bytesOf } from './carried.ts';
import { Checker } from './checker.ts';
import { PackCompiler } from './compiler.ts';
import { fromModule } from './core.ts';
import { EngineError } from './errors.ts';
import { builtin } from './generated/builtin.js';
import { compilerSum, engineSum } from './generated/files.js';
import factory from './generated/returnable_compiler.js';
import { loadModule, type WasmInput } from './load-wasm.ts';
import type { PackSentences } from './sentences.ts';
import type { PackInput } from './types.ts';

export * from './types.ts';
export { CaseError, EngineError, PackError } from './errors.ts';
export type { WasmInput } from './load-wasm.ts';
export type { Checker } from './checker.ts';

export interface LoadOptions {
  /** Packs as JSON text, bytes or objects. Left out: all built-in ones. */
  packs?: readonly PackInput[];
  /** The engine's file: its address, a response, its bytes, or a compiled module. Left out: the one beside this module. */
  wasm?: WasmInput;
  /** The same of the compiler, which reads packs and cases that are JSON text. */
  compiler?: WasmInput;
  /** 3000 where left out. */
  timeout_ms?: number;
}

/** Rejects with EngineError where the engine cannot be had in time, with PackError where a pack has faults. */
export async function loadChecker(options: LoadOptions = {}): Promise<Checker> {
  const { packs, timeout_ms = 3000 } = options;
  const load = (given: WasmInput | undefined, own: URL, sum: string) =>
    loadModule(given ?? own, timeout_ms, given ? undefined : sum);
  const [engine, compiler] = await Promise.all([
    load(options.wasm, new URL('./generated/returnable_engine.wasm', import.meta.url), engineSum),
    load(options.compiler, new URL('./generated/returnable_compiler.wasm', import.meta.url), compilerSum),
  ]);
  try {
    const checker = new Checker(fromModule(engine), new PackCompiler(factory, compiler));
    if (packs) for (const pack of packs) checker.addPack(pack);
    else
      for (const { archive, sentences } of builtin)
        checker.addCompiled(bytesOf(archive), JSON.parse(sentences) as PackSentences[]);
    return checker;
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PackError') throw cause;
    throw cause instanceof EngineError ? cause : new EngineError('The engine could not be started.', cause);
  }
}
