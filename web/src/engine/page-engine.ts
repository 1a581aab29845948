// The engine of the page: beside the rules of the shops that are asked about, what these say in words, which comes after the
// first answer.
import type { MakeCore } from './core.ts';
import { sentenceSums } from './generated/sentences.js';
import { Sentences, sentencesOf } from './sentences.ts';
import { makeCore, ShopEngine } from './shop-engine.ts';
import type { CaseInput, PackInfo, Verdict } from './types.ts';

/** Called once it is known what a shop's rules say in words: verdicts have it from then on. */
export type Learned = (info: PackInfo) => void;

/** Where a pack's sentences are in the reader's language; null where they are in English alone. */
export type Translated = (pack: string) => Promise<{ tag: string; sum: string } | null>;

const source = 'en';

/** The shop that is meant where none is named. */
export const firstShop = ShopEngine.known('');

export class PageEngine extends ShopEngine {
  /** Where the files of the site are. */
  readonly home: string;
  #sentences = new Sentences();

  /** What was learned, by the pack's place: from which file, and in which language. */
  #known = new Map<string, { sum: string; first: number; tag: string }>();
  #learned: Learned;
  #translated: Translated;

  constructor(make: MakeCore, home: string, learned: Learned, translated: Translated) {
    super(make, home);
    this.home = home;
    this.#learned = learned;
    this.#translated = translated;
    this.finish = (verdict, edition) => this.#sentences.join(verdict, edition);
  }

  override async open(shop: string, pack?: Promise<Uint8Array>): Promise<number> {
    const first = await super.open(shop, pack);
    if (!this.infos.has(shop))
      setTimeout(() => void this.learn(`packs/${shop}`, sentenceSums[shop] ?? '', first)); // behind the answer that waits for the rules
    return first;
  }

  /** Fetches what the editions in a file say in words. `pack`: its place, without sum. */
  async learn(pack: string, sum: string, first: number): Promise<void> {
    const own = await this.#translated(pack).catch(() => null);
    const tag = own?.tag ?? source;
    if (this.#known.get(pack)?.tag === tag) return;
    this.#known.set(pack, { sum, first, tag });
    try {
      const english = () => sentencesOf(pack, source, sum, this.home);
      const editions = await (own ? sentencesOf(pack, tag, own.sum, this.home).catch(english) : english());
      const newest = editions.at(-1)?.info;
      if (!newest || this.#known.get(pack)?.tag !== tag) return; // another language was chosen in between
      editions.forEach((sentences, index) => this.#sentences.add(first + index, sentences));
      this.infos.set(newest.id, newest);
      this.#learned(newest);
    } catch (cause) {
      this.#known.delete(pack);
      console.info('The sentences did not come.', cause instanceof Error ? cause.message : '');
    }
  }

  /** Fetches what is known in the language of the page, where that has changed. */
  learnAgain(): void {
    for (const [pack, { sum, first }] of this.#known) void this.learn(pack, sum, first);
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
export async function loadEngine(
  shop: string,
  learned: Learned,
  translated: Translated,
): Promise<PageEngine> {
  const home = new URL('.', document.baseURI).href;
  const pack = PageEngine.fetch(shop, home);
  pack.catch(() => {});
  const engine = new PageEngine(await makeCore(home), home, learned, translated);
  await engine.open(PageEngine.known(shop), pack);
  return engine;
}
