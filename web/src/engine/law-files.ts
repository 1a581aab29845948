// The laws that stand beside every shop: files of their own, fetched once a country is known. Where one does not come, the shop's
// own rules answer without it.
import { carried } from './carried.ts';
import type { Engine } from './engine.ts';
import { laws } from './generated/laws.js';

/** Called with a law's id and the number of its first edition once it is loaded. */
type Opened = (id: string, first: number) => void;

/** The laws of a country with the sums of their files, those that govern everywhere last; none without a country. */
export function lawsOf(country: string): { id: string; sum: string }[] {
  if (!country) return [];
  const governing = (where: string) =>
    laws
      .filter(({ governs }) => governs.split(' ').includes(where))
      .flatMap(({ sums }) => Object.entries(sums).map(([id, sum]) => ({ id, sum })));
  return [...governing(country), ...governing('everywhere')];
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
    for (const { id, sum } of lawsOf(country)) carried(`laws/${id}`, sum, home).catch(() => {});
  }

  /** Fetches what is missing; once at a time for each country. */
  open(country: string): Promise<void> {
    const coming = this.#coming.get(country) ?? this.#fetch(country).finally(() => this.#coming.delete(country));
    this.#coming.set(country, coming);
    return coming;
  }

  /** All are added in the order of the list, whatever comes first: ties between laws go by it. */
  async #fetch(country: string): Promise<void> {
    const missing = lawsOf(country).filter(({ id }) => !this.#loaded.has(id));
    const archives = await Promise.all(
      missing.map(({ id, sum }) => carried(`laws/${id}`, sum, this.#home).catch(this.#note)),
    );
    missing.forEach(({ id }, index) => this.#add(id, archives[index] ?? null));
  }

  #note = (cause: unknown): null => {
    console.info('A law did not come.', cause instanceof Error ? cause.message : '');
    return null;
  };

  #add(id: string, archive: Uint8Array | null) {
    if (this.#loaded.has(id)) return; // perhaps by now
    const first = archive ? this.#engine.add(archive) : null;
    if (typeof first !== 'number') return void this.#failed.add(id);
    this.#failed.delete(id);
    this.#loaded.add(id);
    this.#opened(id, first);
  }
}
