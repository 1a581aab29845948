// What packs say in words. The engine decides without them: its verdicts name rules by number and leave sentences empty.
import { imported, sumOf } from './carried.ts';
import { EngineError } from './errors.ts';
import type { PackInfo, Verdict } from './types.ts';

/** What core/src/reading/pack_sentences.h writes. */
export interface PackSentences {
  info: PackInfo;
  rules: string[];
  clauses: { [id: string]: { section: string; says: string } };
  conflicts: { [id: string]: { value: string; why?: string }[] };
}

export class Sentences {
  #editions: PackSentences[] = [];

  add(edition: number, sentences: PackSentences) {
    this.#editions[edition] = sentences;
  }

  has(edition: number): boolean {
    return this.#editions[edition] !== undefined;
  }

  /** What is known of the packs, in the order in which they were added. */
  infos(): PackInfo[] {
    return this.#editions.flatMap((one) => (one ? [one.info] : []));
  }

  /** Puts them where they belong in a verdict of that edition. */
  join(verdict: Verdict, edition: number): Verdict {
    const words = this.#editions[edition];
    if (!words) return verdict;
    for (const [id, clause] of Object.entries(verdict.clauses)) Object.assign(clause, words.clauses[id]);
    for (const { entitlements } of verdict.items)
      for (const { reasons, conflicts } of entitlements) {
        for (const reason of reasons)
          if (reason.slot !== 'remedy') reason.rule = words.rules[Number(reason.rule)] ?? reason.rule;
        for (const conflict of conflicts)
          conflict.readings = conflict.readings.map(({ counts, clauses }, index) => {
            const { value = '', why } = words.conflicts[conflict.id]?.[index] ?? {};
            return { value, counts, ...(why !== undefined && { why }), clauses };
          });
      }
    return verdict;
  }
}

/** Of all editions of one shop, from the file `packs/ID.en.SUM.js`. */
export async function sentencesOf(shop: string, sum: string, home: string): Promise<PackSentences[]> {
  const text = String(await imported(`packs/${shop}.en`, sum, home));
  if (sumOf(new TextEncoder().encode(text)) !== sum) throw new EngineError('The sentences are damaged.');
  return JSON.parse(text) as PackSentences[];
}
