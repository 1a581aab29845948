import type { Conflict, Entitlement, ItemVerdict, Verdict } from '../engine/index.ts';
import { eventOf, type Answers } from '../answers/facts.ts';

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

/** The date that the second question asks for in this case. */
export function eventFact(told: Told): string {
  return eventOf(told.answers.facts['reason'], leading(told.verdict)?.window?.after);
}

function counting(conflict: Conflict): number {
  return conflict.readings.filter((reading) => reading.counts).length;
}

/** True where this disagreement shows in the answer itself: two dates, two payers, no clear yes. */
function shows(e: Entitlement, slot: string): boolean {
  switch (slot) {
    case 'window':
      return e.act_by ? e.act_by.safe !== e.act_by.last : e.window ? e.window.safe !== e.window.last : false;
    case 'opens':
      return e.opens ? e.opens.earliest !== e.opens.sure : false;
    case 'return_shipping':
      return (e.return_shipping?.length ?? 0) > 1;
    case 'grounds':
    case 'condition':
      return e.status === 'contested';
    default:
      return false;
  }
}

/** The disagreements behind what is on the card, and the smaller ones that lie along the way. */
export function disagreementsOf(e: Entitlement | undefined): { main: Conflict[]; smaller: Conflict[] } {
  const told = (e?.conflicts ?? []).filter((conflict) => conflict.readings.length > 1);
  const main = told.filter((conflict) => counting(conflict) > 1 && shows(e!, conflict.slot));
  return { main, smaller: told.filter((conflict) => !main.includes(conflict)) };
}

/** The rules say no, and the shop has not gone beyond them: who took the parcel back or sent the money has. */
export function isNo(e: Entitlement | undefined): boolean {
  if (e?.status !== 'refused' && e?.status !== 'expired') return false;
  return !e.steps.some(({ id, done_on }) => (id === 'inspection' || id === 'refund_issued') && done_on);
}

/** True where something has been asked for, sent or answered already. */
export function begun(told: Told): boolean {
  return told.verdict.headline.phase !== 'start';
}

/** True before the shopper has said what is wrong. */
export function untold(answers: Answers): boolean {
  return typeof answers.facts['reason'] !== 'string';
}
