// The engine of the page and of the widget: it fetches its own file, and the compiled pack of each shop that is asked about.
// Where WebAssembly is blocked or missing, the same engine as plain JavaScript comes in its place.
import { carried, imported } from './carried.ts';
import { fromModule, fromPlain, type MakeCore, type PlainCore } from './core.ts';
import { Engine } from './engine.ts';
import { EngineError } from './errors.ts';
import { engineSum, plainSum } from './generated/files.js';
import { shops } from './generated/shops.js';

async function makeCore(home: string): Promise<MakeCore> {
  try {
    return fromModule(await WebAssembly.compile(await carried('return-checker.engine', engineSum, home)));
  } catch (cause) {
    console.info('WebAssembly did not start; plain JavaScript answers.', cause instanceof Error ? cause.message : '');
    return fromPlain((await imported('return-checker.plain', plainSum, home)) as PlainCore);
  }
}

export class ShopEngine extends Engine {
  #home: string;
  #open = new Map<string, number>();

  constructor(make: MakeCore, home: string) {
    super(make);
    this.#home = home;
  }

  /** The shops that can be asked about. */
  packs(): readonly { id: string; name: string }[] {
    return shops;
  }

  has(shop: string): boolean {
    return this.#open.has(shop);
  }

  /** Makes a shop's rules known; gives the number of their first edition. */
  async open(shop: string, pack = packOf(shop, this.#home)): Promise<number> {
    const archive = await pack;
    const known = this.#open.get(shop); // perhaps by now
    if (known !== undefined) return known;
    const edition = this.add(archive);
    if (typeof edition !== 'number') throw new EngineError('These rules are loaded already.');
    this.#open.set(shop, edition);
    return edition;
  }
}

async function packOf(id: string, home: string): Promise<Uint8Array> {
  const shop = shops.find((one) => one.id === id);
  if (!shop) throw new EngineError('There is no such shop.');
  return carried(`packs/${id}`, shop.sum, home);
}

let started: Promise<ShopEngine> | null = null;

/** The one engine of this page, however many ask for it, once it knows the shop. `home`: where its files are. */
export async function openShop(home: string, shop: string): Promise<ShopEngine> {
  const pack = packOf(shop, home); // at the same time as the engine
  pack.catch(() => {});
  const engine = await (started ??= makeCore(home)
    .then((make) => new ShopEngine(make, home))
    .catch((cause: unknown) => {
      started = null; // the next widget, or the next try, begins anew
      throw cause;
    }));
  await engine.open(shop, pack);
  return engine;
}
