// A verdict crosses the border with its clauses, conflicts, reasons and assumptions as places: what those name is the
// same in each verdict of a pack. It is fetched once a pack, frozen, and put into each verdict. Steps and lists of codes
// that an item's entitlements have in common cross once, and are one object in all of them.
import type { Assumption, Clause, Conflict, Entitlement, ItemVerdict, Reason, Step, Verdict } from './types.ts';

/** What `parts` of wasm/bindings.cpp gives. */
export interface Parts {
  clauses: { [id: string]: Clause }[];
  conflicts: Conflict[];
  reasons: Reason[];
  assumptions: Assumption[];
}

/** What `check_by_place` of wasm/bindings.cpp gives: `check_by_place_json` of core/include/returnable/json.h. */
export type PlacedVerdict = Omit<Verdict, 'items' | 'clauses'> & { clauses: [number, string]; items: PlacedItem[] };
type PlacedItem = Omit<ItemVerdict, 'entitlements'> & { entitlements: PlacedEntitlement[] };
type PlacedEntitlement = Omit<Entitlement, 'conflicts' | 'reasons' | 'assumes' | 'steps' | 'evidence' | 'support' | 'location'> & {
  conflicts: number[];
  reasons: number[];
  assumes: number[];
  steps: (Step | number)[];
  evidence: string[] | number;
  support?: string[] | number;
  location?: string[] | number;
};

/** Keeps what crosses, and gives it again for its number. */
function keeper<Thing extends object>(): (thing: Thing | number) => Thing {
  const kept: Thing[] = [];
  return (thing) => {
    if (typeof thing === 'number') return kept[thing]!;
    kept.push(thing);
    return thing;
  };
}

function freeze(value: object) {
  for (const child of Object.values(value)) {
    if (typeof child === 'object' && child !== null) freeze(child);
  }
  Object.freeze(value);
}

/** Of a pack; `sets`: the clauses that a verdict cites, by the set as it crosses. Few differ, and each is dear to make. */
interface Known {
  clauses: [string, Clause][];
  conflicts: Conflict[];
  reasons: Reason[];
  assumptions: Assumption[];
  sets: Map<string, Verdict['clauses']>;
}

const most_sets = 256;

function clausesOf({ clauses, sets }: Known, set: string): Verdict['clauses'] {
  const known = sets.get(set);
  if (known) return known;
  const cited = clauses.filter((_, place) => (parseInt(set.charAt(place >> 2), 16) >> (place & 3)) & 1);
  if (sets.size >= most_sets) sets.clear();
  const made = Object.freeze(Object.fromEntries(cited));
  sets.set(set, made);
  return made;
}

/** The parts of the packs, in the order in which the packs were added. They stay good when the core is replaced. */
export class PartsOfPacks {
  #fetch: (pack: number) => Parts;
  #known: Known[] = [];

  constructor(fetch: (pack: number) => Parts) {
    this.#fetch = fetch;
  }

  #of(pack: number): Known {
    const known = this.#known[pack];
    if (known) return known;
    const parts = this.#fetch(pack);
    freeze(parts);
    return (this.#known[pack] = { ...parts, clauses: parts.clauses.flatMap((clause) => Object.entries(clause)), sets: new Map() });
  }

  /** The verdict in full: `placed` itself, changed. */
  join(placed: PlacedVerdict): Verdict {
    const [pack, set] = placed.clauses;
    const known = this.#of(pack);
    for (const { entitlements } of placed.items) {
      const step = keeper<Step>();
      const codes = keeper<string[]>();
      for (const entitlement of entitlements) {
        Object.assign(entitlement, {
          steps: entitlement.steps.map(step),
          reasons: entitlement.reasons.map((place) => known.reasons[place]),
          conflicts: entitlement.conflicts.map((place) => known.conflicts[place]),
          assumes: entitlement.assumes.map((place) => known.assumptions[place]),
        });
        for (const name of ['evidence', 'support', 'location'] as const) {
          const list = entitlement[name];
          if (list !== undefined) entitlement[name] = codes(list);
        }
      }
    }
    return Object.assign(placed, { clauses: clausesOf(known, set) }) as unknown as Verdict;
  }
}
