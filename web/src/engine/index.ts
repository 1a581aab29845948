// loadChecker(): the engine, ready to be asked. Left to itself it takes every built-in pack and its own modules.
// `generated/` is filled from the build by scripts/generate.mjs; nothing in it is written by hand.
import { bytesOf } from './carried.ts';
import { Checker } from './checker.ts';
import { EngineError } from './errors.ts';
import { loadEngine, loadPackCompiler } from './load-own.ts';
import type { WasmInput } from './load-wasm.ts';
import type { CompiledPack, PackSentences } from './sentences.ts';
import type { PackInput } from './types.ts';

export * from './types.ts';
export { CaseError, EngineError, PackError } from './errors.ts';
export type { WasmInput } from './load-wasm.ts';
export type { Checker } from './checker.ts';
export type { CompiledPack } from './sentences.ts';

export interface LoadOptions {
  /** Packs as JSON text, bytes or objects, or compiled by this build. Left out: all built-in ones. */
  packs?: readonly (PackInput | CompiledPack)[];
  /** The engine's file: its address, a response, its bytes, or a compiled module. Left out: its own. */
  wasm?: WasmInput;
  /**
   * The same of the compiler, which reads packs and cases that are JSON text. `false`: without it, which saves loading it;
   * packs must then be compiled ones, and cases objects.
   */
  compiler?: WasmInput | false;
  /** 3000 where left out. */
  timeout_ms?: number;
}

function isCompiled(pack: PackInput | CompiledPack): pack is CompiledPack {
  return typeof pack === 'object' && pack !== null && 'archive' in pack && pack.archive instanceof Uint8Array;
}

async function builtinPacks(): Promise<CompiledPack[]> {
  const { builtin } = await import('./generated/builtin.js');
  return builtin.map(({ archive, sentences }) => ({
    archive: bytesOf(archive),
    sentences: JSON.parse(sentences) as PackSentences[],
  }));
}

/** Rejects with EngineError where the engine cannot be had in time, with PackError where a pack has faults. */
export async function loadChecker(options: LoadOptions = {}): Promise<Checker> {
  const { compiler: bringsCompiler, timeout_ms = 3000 } = options;
  try {
    const [engine, compiler, packs] = await Promise.all([
      loadEngine(options.wasm, timeout_ms),
      bringsCompiler === false ? null : loadPackCompiler(bringsCompiler, timeout_ms),
      options.packs ?? builtinPacks(),
    ]);
    const checker = new Checker(engine, compiler);
    for (const pack of packs) {
      if (isCompiled(pack)) checker.addCompiled(pack.archive, pack.sentences);
      else checker.addPack(pack);
    }
    return checker;
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PackError') throw cause;
    throw cause instanceof EngineError ? cause : new EngineError('The engine could not be started.', cause);
  }
}
