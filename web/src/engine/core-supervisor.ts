// An instance of the C++ core, and what to do when one dies. After a trap nothing in it can be relied upon: its
// stack pointer is lost. So it is dropped, a fresh one is made from the same compiled module, the packs are added
// again, and the question is asked once more.
import { EngineError } from './errors.ts';

/** What wasm/bindings.cpp gives. Text goes in and comes out as UTF-8 bytes; those stand in the core, until its next answer. */
export interface Core {
  /** For the question that the next two are asked. */
  room(size: number): Uint8Array;
  check_by_place(): Uint8Array;
  check_all(): Uint8Array;
  parts(pack: number): Uint8Array;
  compare(order: Uint8Array): Uint8Array;
  sweep(order: Uint8Array, from: string, to: string): Uint8Array;
  add_pack(pack: Uint8Array): Uint8Array;
  packs(): Uint8Array;
  version(): string;
}

/** Makes a fresh instance at once. The one seam between the checker and how the core was built. */
export type MakeCore = () => Core;

interface CoreSettings extends Partial<Core> {
  instantiateWasm?: (
    imports: WebAssembly.Imports,
    received: (instance: WebAssembly.Instance) => void,
  ) => WebAssembly.Exports;
  print: (line: string) => void;
  printErr: (line: string) => void;
  ready?: Promise<unknown>;
}

/** The glue that Emscripten writes: it fills the object that it is given. */
export type CoreFactory = (settings: CoreSettings) => unknown;

function isCore(settings: CoreSettings): settings is CoreSettings & Core {
  return typeof settings.check_by_place === 'function' && typeof settings.add_pack === 'function';
}

function run(factory: CoreFactory, instantiateWasm?: CoreSettings['instantiateWasm']): Core {
  const silent = () => {};
  const settings: CoreSettings = { print: silent, printErr: silent, ...(instantiateWasm && { instantiateWasm }) };
  try {
    factory(settings);
  } finally {
    settings.ready?.catch(silent); // the failure is thrown already; it must not also be an unhandled rejection
  }
  if (!isCore(settings)) throw new EngineError('The core did not start.');
  return settings;
}

/** From a compiled module: instances of it. */
export function fromModule(factory: CoreFactory, module: WebAssembly.Module): MakeCore {
  return () =>
    run(factory, (imports, received) => {
      const instance = new WebAssembly.Instance(module, imports);
      received(instance);
      return instance.exports;
    });
}

/** From the core built as plain JavaScript. */
export function fromPlain(factory: CoreFactory): MakeCore {
  return () => run(factory);
}

const decoder = new TextDecoder();

export class Engine {
  #make: MakeCore;
  #core: Core | null = null;
  #packs: Uint8Array[] = [];

  constructor(make: MakeCore) {
    this.#make = make;
    this.#core = this.#fresh();
  }

  #fresh(): Core {
    const core = this.#make();
    for (const pack of this.#packs) core.add_pack(pack);
    return core;
  }

  /** Asks, and reads the JSON that comes back; where the instance dies of it, asks a fresh one, once. */
  ask(question: (core: Core) => Uint8Array): unknown {
    try {
      return JSON.parse(decoder.decode(question((this.#core ??= this.#fresh()))));
    } catch {
      this.#core = null;
    }
    try {
      return JSON.parse(decoder.decode(question((this.#core = this.#fresh()))));
    } catch (cause) {
      this.#core = null;
      throw new EngineError('The engine failed twice on this question. Please check with the shop.', cause);
    }
  }

  /** A pack that was accepted: fresh instances get it too. */
  remember(pack: Uint8Array) {
    this.#packs.push(pack.slice());
  }
}
