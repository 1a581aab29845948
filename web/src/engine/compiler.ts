// The second module (wasm/compiler.cpp), for JSON text: it reads packs and cases for the engine.
import { CaseError, EngineError, PackError } from './errors.ts';
import { faultsIn } from './engine.ts';
import type { PackSentences } from './sentences.ts';
import type { Day, Fault, Warning } from './types.ts';

const largestPack = 1024 * 1024;
const largestCase = 256 * 1024;

/** What wasm/compiler.cpp gives; bytes stand in it until its next call. */
interface Compiler {
  input(size: number): Uint8Array;
  compile(): Uint8Array;
  warnings(as_of: string): Uint8Array;
  read_case(): Uint8Array;
  output(): Uint8Array;
  version(): string;
}

interface Settings extends Partial<Compiler> {
  instantiateWasm?: (
    imports: WebAssembly.Imports,
    received: (instance: WebAssembly.Instance) => void,
  ) => WebAssembly.Exports;
  print: (line: string) => void;
  printErr: (line: string) => void;
  ready?: Promise<unknown>;
}

/** The glue that Emscripten writes: it fills the object that it is given. */
export type CompilerFactory = (settings: Settings) => unknown;

function instantiate(factory: CompilerFactory, module: WebAssembly.Module): Compiler {
  const silent = () => {};
  const settings: Settings = {
    print: silent,
    printErr: silent,
    instantiateWasm(imports, received) {
      const instance = new WebAssembly.Instance(module, imports);
      received(instance);
      return instance.exports;
    },
  };
  try {
    factory(settings);
  } finally {
    settings.ready?.catch(silent); // the failure is thrown already; it must not also be an unhandled rejection
  }
  if (typeof settings.compile !== 'function') throw new EngineError('The compiler did not start.');
  return settings as Compiler;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();
// In a pattern with the u flag, Cs stands only for a surrogate without its other half.
const loneSurrogate = /\p{Cs}/u;

const fault = (code: string, message: string): Fault[] => [{ code, path: '', message }];
const tooLarge = (limit: number) => fault('too_large', `This text has more than ${limit / 1024} KB.`);

/** Text or bytes of JSON to UTF-8, of no more than `limit` bytes, checked before anything is copied; or its faults. */
function utf8(input: string | Uint8Array, limit: number): Uint8Array | Fault[] {
  try {
    return measured(input, limit);
  } catch (cause) {
    return fault('bad_json', `These bytes cannot be read: ${String(cause)}`);
  }
}

function measured(input: string | Uint8Array, limit: number): Uint8Array | Fault[] {
  if (input.length > limit) return tooLarge(limit); // bytes are never fewer than UTF-16 units
  if (typeof input !== 'string') return input.slice(); // a copy: it must be readable, and stay as it is
  if (loneSurrogate.test(input))
    return fault('bad_text', 'This text holds half a character (a lone surrogate).');
  const bytes = encoder.encode(input);
  return bytes.length > limit ? tooLarge(limit) : bytes;
}

function textOf(pack: unknown): string | Uint8Array | Fault[] {
  if (typeof pack === 'string' || pack instanceof Uint8Array) return pack;
  if (typeof pack !== 'object' || pack === null)
    return fault('wrong_type', 'Give an object, or its JSON as text or as UTF-8 bytes.');
  try {
    return JSON.stringify(pack) ?? fault('bad_json', 'This value cannot be written as JSON.');
  } catch (cause) {
    return fault('bad_json', `This value cannot be written as JSON: ${String(cause)}`);
  }
}

export class PackCompiler {
  #make: () => Compiler;
  #compiler: Compiler | null = null;

  constructor(factory: CompilerFactory, module: WebAssembly.Module) {
    this.#make = () => instantiate(factory, module);
  }

  /** As the engine does: an instance that died of a question is dropped, and a fresh one is asked once more. */
  #ask(
    bytes: Uint8Array,
    question: (compiler: Compiler) => Uint8Array,
  ): { answer: string; output: Uint8Array } {
    for (let tries = 2; ; tries -= 1) {
      const used = this.#compiler;
      this.#compiler = null;
      try {
        const compiler = used ?? this.#make();
        compiler.input(bytes.length).set(bytes);
        const answer = decoder.decode(question(compiler));
        const output = compiler.output().slice();
        this.#compiler = compiler;
        return { answer, output };
      } catch (cause) {
        if (tries === 1) throw new EngineError('The compiler failed twice on this text.', cause);
      }
    }
  }

  /** A pack as an object, or as JSON: compiled, and what it says in words. */
  compile(pack: unknown): { archive: Uint8Array; sentences: PackSentences } {
    const { answer, output } = this.#askOfPack(pack, (compiler) => compiler.compile());
    return { archive: output, sentences: answer as PackSentences };
  }

  /** What in a pack without faults nobody would see. `as_of`: for the age of its sources. */
  warnings(pack: unknown, as_of: Day | '' = ''): Warning[] {
    return this.#askOfPack(pack, (compiler) => compiler.warnings(as_of)).answer as Warning[];
  }

  #askOfPack(
    pack: unknown,
    question: (compiler: Compiler) => Uint8Array,
  ): { answer: unknown; output: Uint8Array } {
    const text = textOf(pack);
    const bytes = Array.isArray(text) ? text : utf8(text, largestPack);
    if (Array.isArray(bytes)) throw new PackError(bytes);
    const { answer, output } = this.#ask(bytes, question);
    const read: unknown = JSON.parse(answer);
    const errors = faultsIn(read);
    if (errors) throw new PackError(errors);
    return { answer: read, output };
  }

  /** A case as JSON: the values for the engine. */
  readCase(text: string | Uint8Array): Uint8Array {
    const bytes = utf8(text, largestCase);
    if (Array.isArray(bytes)) throw new CaseError(bytes);
    const { answer, output } = this.#ask(bytes, (compiler) => compiler.read_case());
    if (answer) throw new CaseError((JSON.parse(answer) as { errors: Fault[] }).errors);
    return output;
  }
}
