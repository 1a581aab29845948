import type { Conflict, Entitlement, ItemVerdict, Verdict } from '../checker/index.ts';
import type { Answers } from '../case/facts.ts';

/** What every part of the answer is told from. */
export interface Told {
  verdict: Verdict;
  answers: Answers;
  /** The shop's name, from its rules. */
  shop: string;
  /** Whether the same case would be allowed had the item arrived broken: asked of the engine, never guessed. */
  yes_if_broken: boolean;
}

export function leadingItem(verdict: Verdict): ItemVerdict | undefined {
  return verdict.items.find((item) => item.id === verdict.headline.item) ?? verdict.items[0];
}

/** The promise that the headline speaks of; where there is none, the first of the leading item. */
export function leading(verdict: Verdict): Entitlement | undefined {
  const item = leadingItem(verdict);
  return item?.entitlements[verdict.headline.entitlement ?? 0] ?? item?.entitlements[0];
}

export function clausesOf(told: Told, ids: readonly string[]) {
  return ids.flatMap((id) => {
    const clause = told.verdict.clauses[id];
    return clause ? [{ id, ...clause }] : [];
  });
}

/** Points on which readings that count disagree. Those with one counting reading are told in the fold only. */
export function realConflicts(entitlement: Entitlement | undefined): Conflict[] {
  return (entitlement?.conflicts ?? []).filter(
    (conflict) => conflict.readings.filter((reading) => reading.counts).length > 1,
  );
}

/** True before the shopper has said what is wrong. */
export function untold(answers: Answers): boolean {
  return typeof answers.facts['reason'] !== 'string';
}
