// The engine of the page and of the widget: it fetches its own file, and the compiled pack of each shop that is asked about.
// Where WebAssembly is blocked or missing, the same engine as plain JavaScript comes in its place.
import { carried, imported } from './carried.ts';
import { fromModule, fromPlain, type MakeCore, type PlainCore } from './core.ts';
import { Engine } from './engine.ts';
import { EngineError } from './errors.ts';
import { engineSum, plainSum } from './generated/files.js';
import { shops } from './generated/shops.js';
import type { PackInfo } from './types.ts';
import { within } from './with-timeout.ts';

const wasmLimit = 3000;
const plainLimit = 2000;

async function compiled(home: string): Promise<WebAssembly.Module> {
  if (typeof WebAssembly !== 'object') throw new EngineError('There is no WebAssembly here.');
  const bytes = await carried('return-checker.engine', engineSum, home);
  return within(WebAssembly.compile(bytes), wasmLimit);
}

/** Makes the first instance at once, so that a module which cannot start is known now and not at the first question. */
function started(make: MakeCore): MakeCore {
  let first: ReturnType<MakeCore> | null = make();
  return () => {
    const core = first ?? make();
    first = null;
    return core;
  };
}

/** From the engine's file, else from that of the plain JavaScript. */
export async function makeCore(home: string): Promise<MakeCore> {
  try {
    return started(fromModule(await compiled(home)));
  } catch (cause) {
    console.info(
      'WebAssembly did not start; plain JavaScript answers.',
      cause instanceof Error ? cause.message : '',
    );
    return fromPlain((await imported('return-checker.plain', plainSum, home, plainLimit)) as PlainCore);
  }
}

export class ShopEngine extends Engine {
  #home: string;
  #open = new Map<string, number>();
  protected infos = new Map<string, PackInfo>();

  constructor(make: MakeCore, home: string) {
    super(make);
    this.#home = home;
  }

  /** The shops that can be asked about. */
  packs(): readonly { id: string; name: string }[] {
    return shops;
  }

  /** What a shop's pack says in words; null until that was learned. */
  info(shop: string): PackInfo | null {
    return this.infos.get(shop) ?? null;
  }

  has(shop: string): boolean {
    return this.#open.has(shop);
  }

  /** The shop of that name; where there is none, the one that is meant where none is named. */
  static known(shop: string): string {
    return (shops.find((one) => one.id === shop) ?? shops[0])?.id ?? '';
  }

  /** The compiled pack of a shop, or of the first where there is no such shop. */
  static fetch(shop: string, home: string): Promise<Uint8Array> {
    const id = ShopEngine.known(shop);
    return carried(`packs/${id}`, shops.find((one) => one.id === id)?.sum ?? '', home);
  }

  /** Whether asking about this shop needs no more files: it is open, or there is no such shop. */
  ready(shop: string): boolean {
    return this.#open.has(shop) || ShopEngine.known(shop) !== shop;
  }

  /** Makes a shop's rules known; gives the number of their first edition. */
  async open(shop: string, pack?: Promise<Uint8Array>): Promise<number> {
    const before = this.#open.get(shop);
    if (before !== undefined) return before;
    const archive = await (pack ?? ShopEngine.fetch(shop, this.#home));
    const known = this.#open.get(shop); // perhaps by now
    if (known !== undefined) return known;
    const edition = this.add(archive);
    if (typeof edition !== 'number') throw new EngineError('These rules are loaded already.');
    this.#open.set(shop, edition);
    return edition;
  }
}

let engineOfPage: Promise<ShopEngine> | null = null;

/** The one engine of this page, however many ask for it, once it knows the shop. `home`: where its files are. */
export async function openShop(home: string, shop: string): Promise<ShopEngine> {
  const pack = ShopEngine.fetch(shop, home); // at the same time as the engine
  pack.catch(() => {});
  const engine = await (engineOfPage ??= makeCore(home)
    .then((make) => new ShopEngine(make, home))
    .catch((cause: unknown) => {
      engineOfPage = null; // the next widget, or the next try, begins anew
      throw cause;
    }));
  await engine.open(ShopEngine.known(shop), pack);
  return engine;
}
