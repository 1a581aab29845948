// The engine of the page: beside the rules of the shops that are asked about, what these say in words, which comes after the
// first answer.
import type { MakeCore } from './core.ts';
import { sentenceSums } from './generated/sentences.js';
import { Sentences, sentencesOf } from './sentences.ts';
import { makeCore, ShopEngine } from './shop-engine.ts';
import type { CaseInput, PackInfo, Verdict } from './types.ts';

/** Called once it is known what a shop's rules say in words: verdicts have it from then on. */
export type Learned = (info: PackInfo) => void;

/** The shop that is meant where none is named. */
export const firstShop = ShopEngine.known('');

export class PageEngine extends ShopEngine {
  /** Where the files of the site are. */
  readonly home: string;
  #sentences = new Sentences();
  #infos = new Map<string, PackInfo>();

  #learned: Learned;

  constructor(make: MakeCore, home: string, learned: Learned) {
    super(make, home);
    this.home = home;
    this.#learned = learned;
    this.finish = (verdict, edition) => this.#sentences.join(verdict, edition);
  }

  override async open(shop: string, pack?: Promise<Uint8Array>): Promise<number> {
    const first = await super.open(shop, pack);
    if (!this.#infos.has(shop))
      setTimeout(() => void this.learn(`packs/${shop}`, sentenceSums[shop] ?? '', first)); // behind the answer that waits for the rules
    return first;
  }

  /** Fetches what the editions in a file say in words. `pack`: its place, without sum. */
  async learn(pack: string, sum: string, first: number): Promise<void> {
    try {
      const editions = await sentencesOf(pack, sum, this.home);
      const newest = editions.at(-1)?.info;
      if (!newest || this.#infos.has(newest.id)) return;
      editions.forEach((sentences, index) => this.#sentences.add(first + index, sentences));
      this.#infos.set(newest.id, newest);
      this.#learned(newest);
    } catch (cause) {
      console.info('The sentences did not come.', cause instanceof Error ? cause.message : '');
    }
  }

  /** Whose rules these are and what facts of its own the shop has; null until that was learned. */
  info(shop: string): PackInfo | null {
    return this.#infos.get(shop) ?? null;
  }

  /** Whether every shop can be asked about. */
  get whole(): boolean {
    return this.packs().every(({ id }) => this.has(id));
  }

  /** The same case asked of every shop that is open. */
  compare(order: CaseInput): { [shop: string]: Verdict } {
    const open = this.packs().filter(({ id }) => this.has(id));
    return Object.fromEntries(open.map(({ id }) => [id, this.check(order, id)]));
  }

  async openAll(): Promise<void> {
    await Promise.all(this.packs().map(({ id }) => super.open(id)));
  }
}

/** The engine, with the rules of one shop: the first where there is no such shop. */
export async function loadEngine(shop: string, learned: Learned): Promise<PageEngine> {
  const home = new URL('.', document.baseURI).href;
  const pack = PageEngine.fetch(shop, home);
  pack.catch(() => {});
  const engine = new PageEngine(await makeCore(home), home, learned);
  await engine.open(PageEngine.known(shop), pack);
  return engine;
}
