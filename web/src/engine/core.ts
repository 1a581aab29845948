// An instance of the C++ engine (wasm/engine.cpp), as WebAssembly or as plain JavaScript: the same calls.
import { EngineError } from './errors.ts';

/** What wasm/engine.cpp exports; it says what each of them does. */
export interface Core {
  memory: { buffer: ArrayBuffer };
  input(size: number): number;
  output(): number;
  add_packs(): number;
  check(id_size: number): number;
  _initialize(): void;
}

/** Makes a fresh instance at once. The one seam between the engine and how it was built. */
export type MakeCore = () => Core;

const imports = () => ({
  env: { emscripten_notify_memory_growth() {} },
  wasi_snapshot_preview1: {
    proc_exit() {
      throw new EngineError('The core stopped.');
    },
  },
});

function begun(core: Core): Core {
  core._initialize();
  return core;
}

/** Of a compiled module. */
export function fromModule(module: WebAssembly.Module): MakeCore {
  return () => begun(new WebAssembly.Instance(module, imports()).exports as unknown as Core);
}

/** The same module as plain JavaScript: `generated/plain.js`. */
export type PlainCore = (all: ReturnType<typeof imports>) => unknown;

export function fromPlain(factory: PlainCore): MakeCore {
  return () => begun(factory(imports()) as Core);
}
