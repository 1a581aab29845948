// The widget's core: the engine compiled for size (wasm/lean.cpp), its packs compiled with it. Where WebAssembly is
// blocked or missing, the same engine as plain JavaScript is fetched in its place.
import { utc } from '../answers/days.ts';
import { CaseError, EngineError } from './errors.ts';
import type { Case, Fault, Verdict } from './types.ts';
import type { Asks } from '../view/run-check.ts';
import { packs, shops, wasm } from './generated/lean.js';

/** What wasm/lean.cpp exports; it says what each of them does. */
interface Lean {
  memory: WebAssembly.Memory;
  _initialize(): void;
  room(size: number): number;
  add_archive(): number;
  begin(as_of: number): void;
  cannot_say(): void;
  yes_or_no(yes: number): void;
  number(value: number): void;
  word(size: number): void;
  check(): number;
  text(): number;
}

const wasmLimit = 3000;
const plainLimit = 2000;
const encoder = new TextEncoder();

// Every character is a byte: of all ways to carry bytes in a script this one costs least on the way (2 %).
function bytesOf(latin1: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(latin1.length);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = latin1.charCodeAt(i);
  return bytes;
}

function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new EngineError(`Nothing came within ${ms} ms.`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function put(core: Lean, bytes: Uint8Array) {
  const place = core.room(bytes.length);
  new Uint8Array(core.memory.buffer, place, bytes.length).set(bytes);
}

function fresh(module: WebAssembly.Module): Lean {
  const imports = {
    env: { emscripten_notify_memory_growth() {} },
    wasi_snapshot_preview1: {
      proc_exit() {
        throw new EngineError('The core stopped.');
      },
    },
  };
  const core = new WebAssembly.Instance(module, imports).exports as unknown as Lean;
  core._initialize();
  put(core, bytesOf(packs));
  if (core.add_archive() !== shops.length) throw new EngineError('The packs are damaged.');
  return core;
}

function answer(core: Lean, order: Case): string {
  core.begin((utc(order.as_of) ?? NaN) / 86_400_000);
  for (const [name, value] of Object.entries(order.facts)) {
    if (value === undefined) continue;
    const key = encoder.encode(name);
    if (typeof value === 'string') {
      const word = encoder.encode(value);
      const both = new Uint8Array(key.length + word.length);
      both.set(key);
      both.set(word, key.length);
      put(core, both);
      core.word(word.length);
      continue;
    }
    put(core, key);
    if (value === null) core.cannot_say();
    else if (typeof value === 'boolean') core.yes_or_no(value ? 1 : 0);
    else core.number(value);
  }
  const size = core.check();
  return new TextDecoder().decode(new Uint8Array(core.memory.buffer, core.text(), size));
}

// After a trap nothing in an instance can be relied upon: a fresh one is asked, once.
function checker(module: WebAssembly.Module): Asks {
  let core: Lean | null = fresh(module);
  const ask = (order: Case): string => {
    const used = (core ??= fresh(module));
    core = null;
    const text = answer(used, order);
    core = used;
    return text;
  };
  return {
    check(order) {
      let text: string;
      try {
        text = ask(order);
      } catch {
        text = ask(order);
      }
      const verdict = JSON.parse(text) as Verdict | { errors: Fault[] };
      // Its own: a host page may have put something of that name on every object.
      if (Object.hasOwn(verdict, 'errors')) throw new CaseError((verdict as { errors: Fault[] }).errors);
      return verdict as Verdict;
    },
    packs: () => shops,
  };
}

async function start(home: string): Promise<Asks> {
  try {
    return checker(await within(WebAssembly.compile(bytesOf(wasm)), wasmLimit));
  } catch {
    const address = new URL(__PLAIN_FILE__, home).href;
    const plain = (await within(import(/* @vite-ignore */ address), plainLimit)) as { plainChecker(): Asks };
    return plain.plainChecker();
  }
}

let started: Promise<Asks> | null = null;

/** The one core of this page, however many widgets stand on it. `home`: where the module came from. */
export function sharedCore(home: string): Promise<Asks> {
  return (started ??= start(home).catch((cause: unknown) => {
    started = null; // the next widget, or the next try, begins anew
    throw cause;
  }));
}
