import data from './reasons.json';
import type { FactValue, Facts } from './facts.ts';

/** What can be wrong, as a tile of the first question. */
export interface Reason {
  id: string;
  /** Shown at once, or behind "Something else". */
  tile: 'first' | 'more';
  /** The facts that the tile sets; its own id as the reason where left out. */
  sets?: Facts;
  /** With one of these given, the tile fits no more. */
  unless?: string[];
  /** The date that the second question asks for. */
  starts?: string;
  /** The parcel is not in the shopper's hands. */
  undelivered?: boolean;
  /** "Not here yet" is an answer like any other. */
  may_be_undelivered?: boolean;
  /** One more question stands between the tile and the reason: its answers and their reasons. */
  splits?: Record<string, string>;
}

export const defaultStart = data.default_start;
export const reasons = data.reasons as unknown as Reason[];

export function tilesOf(tile: Reason['tile']): Reason[] {
  return reasons.filter((reason) => reason.tile === tile);
}

/** The facts that a tile sets. */
export function factsOfReason(reason: Reason): Facts {
  return reason.sets ?? { reason: reason.id };
}

/** The tile that fits the facts; one with more facts of its own goes before a plain one. */
export function reasonOf(facts: Facts): Reason | undefined {
  const fits = (reason: Reason) =>
    reason.sets
      ? Object.entries(reason.sets).every(([id, value]) => facts[id] === value)
      : reason.id === facts['reason'] || Object.values(reason.splits ?? {}).includes(String(facts['reason']));
  const ruledOut = ({ unless = [] }: Reason) => unless.some((id) => typeof facts[id] === 'string');
  return (
    reasons.find((reason) => reason.sets && fits(reason) && !ruledOut(reason)) ??
    reasons.find((reason) => !reason.sets && fits(reason))
  );
}

/** Which date the second question asks for: by reason, unless the platform counts from the order. */
export function startOf(facts: Facts, countsFrom?: string): string {
  if (countsFrom === 'ordered_on') return countsFrom;
  return reasonOf(facts)?.starts ?? data.default_start;
}

/** The name of the reason's message: the tile's, or the finer one behind it. */
export function reasonName(facts: Facts): FactValue {
  const tile = reasonOf(facts);
  return tile?.sets ? tile.id : (facts['reason'] ?? null);
}
