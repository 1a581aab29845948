// The widget's core: the engine compiled for size (wasm/lean.cpp), and the compiled pack of each shop that is asked about,
// a file of its own. Where WebAssembly is blocked or missing, the same engine as plain JavaScript is fetched in its place.
import { utc } from '../answers/days.ts';
import { CaseError, EngineError } from './errors.ts';
import type { Case, Fault, Verdict } from './types.ts';
import type { Asks } from '../view/run-check.ts';
import { wasm } from './generated/lean.js';
import { shops } from './generated/shops.js';
import { sumOf } from './load-wasm.ts';

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
const packLimit = 3000;
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

/** The compiled pack of a shop, from the file that carries it; it must add up to what the list of shops says. */
async function packOf(id: string, home: string): Promise<Uint8Array> {
  const shop = shops.find((one) => one.id === id);
  if (!shop) throw new EngineError('There is no such shop.');
  const address = new URL(`packs/${id}.${shop.sum}.js`, home).href;
  const file = (await within(import(/* @vite-ignore */ address), packLimit)) as { default: string };
  const bytes = bytesOf(file.default);
  if (sumOf(bytes) !== parseInt(shop.sum, 16)) throw new EngineError('The rules are damaged.');
  return bytes;
}

function add(core: Lean, pack: Uint8Array) {
  put(core, pack);
  if (core.add_archive() === 0) throw new EngineError('The rules are damaged.');
}

function fresh(module: WebAssembly.Module, packs: Iterable<Uint8Array>): Lean {
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
  for (const pack of packs) add(core, pack);
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

/** A core to which shops are added as they are asked about. */
interface Core extends Asks {
  add(shop: string): Promise<void>;
}

// After a trap nothing in an instance can be relied upon: a fresh one is asked, once.
function checker(module: WebAssembly.Module, home: string): Core {
  const packs = new Map<string, Uint8Array>();
  let core: Lean | null = fresh(module, []);
  const ask = (order: Case): string => {
    const used = (core ??= fresh(module, packs.values()));
    core = null;
    const text = answer(used, order);
    core = used;
    return text;
  };
  return {
    async add(shop) {
      if (packs.has(shop)) return;
      const pack = await packOf(shop, home);
      if (packs.has(shop)) return; // another widget was faster
      if (core) add(core, pack);
      packs.set(shop, pack);
    },
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

async function start(home: string): Promise<Core> {
  try {
    return checker(await within(WebAssembly.compile(bytesOf(wasm)), wasmLimit), home);
  } catch {
    const address = new URL(__PLAIN_FILE__, home).href;
    const plain = (await within(import(/* @vite-ignore */ address), plainLimit)) as { plainChecker(): Asks };
    const all = plain.plainChecker();
    return { check: (order) => all.check(order), packs: () => shops, add: async () => {} };
  }
}

let started: Promise<Core> | null = null;

/** The one core of this page, however many widgets stand on it, once it knows the shop. `home`: where the module came from. */
export async function sharedCore(home: string, shop: string): Promise<Asks> {
  const core = await (started ??= start(home).catch((cause: unknown) => {
    started = null; // the next widget, or the next try, begins anew
    throw cause;
  }));
  await core.add(shop);
  return core;
}
