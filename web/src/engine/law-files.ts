// The laws that stand beside every shop: files of their own, fetched once a country is known. Where one does not come, the shop's
// own rules answer without it.
import { bytesOf, imported, sumOf } from './carried.ts';
import type { Engine } from './engine.ts';
import { EngineError } from './errors.ts';
import { laws } from './generated/laws.js';

/** Called once a file is loaded: its place, the sum of its sentences and the number of the first edition in it. */
type Opened = (place: string, sentencesSum: string, first: number) => void;

type LawFile = (typeof laws)[number];

/** The files of a country's laws, behind them those that govern everywhere; none without a country. */
export function lawsOf(country: string): readonly LawFile[] {
  const governing = (where: string) => laws.filter(({ governs }) => governs.split(' ').includes(where));
  return country ? [...governing(country), ...governing('everywhere')] : [];
}

/** The compiled packs in a file, each by itself. */
async function archivesOf({ id, sum }: LawFile, home: string): Promise<Uint8Array[]> {
  const texts = (await imported(`laws/${id}`, sum, home)) as string[];
  if (sumOf(bytesOf(texts.join(''))) !== sum) throw new EngineError(`laws/${id} is damaged.`);
  return texts.map(bytesOf);
}

export class LawFiles {
  #engine: Engine;
  #home: string;
  #opened: Opened;
  #loaded = new Set<string>();
  #failed = new Set<string>();
  #coming = new Map<string, Promise<void>>();

  constructor(engine: Engine, home: string, opened: Opened) {
    this.#engine = engine;
    this.#home = home;
    this.#opened = opened;
  }

  /** Whether any law is loaded: the facts that only laws ask for may then stand in a case. */
  get any(): boolean {
    return this.#loaded.size > 0;
  }

  /** Whether every law of the country is loaded, or did not come. */
  settled(country: string): boolean {
    return lawsOf(country).every(({ id }) => this.#loaded.has(id) || this.#failed.has(id));
  }

  /** Whether every law of the country is loaded. */
  complete(country: string): boolean {
    return lawsOf(country).every(({ id }) => this.#loaded.has(id));
  }

  /** The files on their way, before there is an engine to add them to. */
  static fetchAhead(country: string, home: string): void {
    for (const file of lawsOf(country)) archivesOf(file, home).catch(() => {});
  }

  /** Fetches what is missing; once at a time for each country. */
  open(country: string): Promise<void> {
    const coming =
      this.#coming.get(country) ?? this.#fetch(country).finally(() => this.#coming.delete(country));
    this.#coming.set(country, coming);
    return coming;
  }

  /** All are added in the order of the list, whatever comes first: ties between laws go by it. */
  async #fetch(country: string): Promise<void> {
    const missing = lawsOf(country).filter(({ id }) => !this.#loaded.has(id));
    const files = await Promise.all(missing.map((file) => archivesOf(file, this.#home).catch(this.#note)));
    missing.forEach((file, index) => this.#add(file, files[index] ?? []));
  }

  #note = (cause: unknown): Uint8Array[] => {
    console.info('A law did not come.', cause instanceof Error ? cause.message : '');
    return [];
  };

  #add({ id, sentencesSum }: LawFile, archives: Uint8Array[]) {
    if (this.#loaded.has(id)) return; // perhaps by now
    const [first] = archives.map((archive) => this.#engine.add(archive));
    if (typeof first !== 'number') return void this.#failed.add(id);
    this.#failed.delete(id);
    this.#loaded.add(id);
    this.#opened(`laws/${id}`, sentencesSum, first);
  }
}
