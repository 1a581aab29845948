// loadChecker(): the engine, ready to be asked. Left to itself it takes every built-in pack and its own wasm file.
// `generated/` is filled from the build by scripts/generate.mjs; nothing in it is written by hand.
import { Checker } from './checker.ts';
import { fromModule } from './core-supervisor.ts';
import { EngineError } from './errors.ts';
import factory from './generated/returnable_core.js';
import { packs as builtinPacks } from './generated/packs.js';
import { wasmSum } from './generated/sum.js';
import { loadModule, type WasmInput } from './load-wasm.ts';
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
  /** 3000 where left out. */
  timeout_ms?: number;
}

/** Rejects with EngineError where the engine cannot be had in time, with PackError where a pack has faults. */
export async function loadChecker(options: LoadOptions = {}): Promise<Checker> {
  const { packs = builtinPacks, timeout_ms = 3000 } = options;
  const wasm = options.wasm ?? new URL('./generated/returnable_core.wasm', import.meta.url);
  const make = fromModule(factory, await loadModule(wasm, timeout_ms, options.wasm ? undefined : wasmSum));
  try {
    return new Checker(make, packs);
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PackError') throw cause;
    throw cause instanceof EngineError ? cause : new EngineError('The engine could not be started.', cause);
  }
}
