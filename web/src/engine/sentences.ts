// What packs say in words. The engine decides without them: its verdicts name rules by number and leave sentences empty.
import { imported, sumOf } from './carried.ts';
import { EngineError } from './errors.ts';
import type { Conflict, PackInfo, Verdict } from './types.ts';

/** What core/src/writing/pack_sentences.h writes. */
export interface PackSentences {
  info: PackInfo;
  rules: string[];
  clauses: { [id: string]: { section: string; says: string; language?: string } };
  conflicts: { [id: string]: { value: string; why?: string }[] };
}

/** A pack as the build compiles it, all its editions in one. Only the engine of the same build reads it. */
export interface CompiledPack {
  readonly archive: Uint8Array;
  readonly sentences: PackSentences[];
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

  /** Puts them where they belong in a verdict of that edition and of the laws that stand beside it. */
  join(verdict: Verdict, edition: number): Verdict {
    const cited = new Set([edition]);
    for (const { entitlements } of verdict.items)
      for (const { reasons, conflicts } of entitlements) {
        for (const reason of reasons) {
          if (reason.slot === 'remedy') continue; // named by itself
          const [pack, rule] = reason.rule.split('.').map(Number) as [number, number]; // the numbers of its pack and its own
          reason.rule = this.#editions[pack]?.rules[rule] ?? reason.rule;
          cited.add(pack);
        }
        for (const conflict of conflicts) conflict.readings = this.#readings(conflict, cited);
      }
    // No two packs that may stand in one verdict have a clause or a conflict of one id.
    for (const [id, clause] of Object.entries(verdict.clauses))
      for (const pack of cited) Object.assign(clause, this.#editions[pack]?.clauses[id]);
    return verdict;
  }

  #readings({ id, readings }: Conflict, cited: Set<number>): Conflict['readings'] {
    const words = [...cited].map((pack) => this.#editions[pack]?.conflicts[id]).find((found) => found);
    return readings.map(({ counts, clauses, value: unnamed }, index) => {
      const { value = unnamed, why } = words?.[index] ?? {};
      return { value, counts, ...(why !== undefined && { why }), clauses };
    });
  }
}

/** Of all editions of one pack, from the file `packs/ID.TAG.SUM.js` or `laws/ID.TAG.SUM.js`. `pack`: folder and id. */
export async function sentencesOf(
  pack: string,
  tag: string,
  sum: string,
  home: string,
): Promise<PackSentences[]> {
  const text = String(await imported(`${pack}.${tag}`, sum, home));
  if (sumOf(new TextEncoder().encode(text)) !== sum) throw new EngineError('The sentences are damaged.');
  return JSON.parse(text) as PackSentences[];
}
