import type { Conflict, Entitlement, ItemVerdict, PackInfo, Step, Verdict } from '../engine/index.ts';
import type { Answers, Facts } from '../answers/facts.ts';
import { reasonOf, startOf } from '../answers/reasons.ts';

/** What every part of the answer is made from: the verdict, the case, and which item and entitlement are shown. */
export interface AnswerView {
  verdict: Verdict;
  answers: Answers;
  /** The platform's name, from its rules. */
  shop: string;
  /** Whether the same case would be allowed had the item arrived broken: asked of the engine, never guessed. */
  yes_if_broken: boolean;
  /** The platform's pack in words; null until that is known. */
  pack: PackInfo | null;
}

export function leadingItem(verdict: Verdict): ItemVerdict | undefined {
  return verdict.items.find((item) => item.id === verdict.headline.item) ?? verdict.items[0];
}

/** The promise that the headline speaks of; where there is none, the platform's first of the leading item. */
export function leading(verdict: Verdict): Entitlement | undefined {
  const all = leadingItem(verdict)?.entitlements ?? [];
  return all[verdict.headline.entitlement ?? -1] ?? all.find(({ policy }) => policy === verdict.policy);
}

/** What comes back is credit in the shop, and no money. */
export function givesCredit({ pack }: AnswerView, e: Entitlement | undefined): boolean {
  return e?.policy === pack?.id && (pack?.store_credit?.includes(e?.remedy ?? '') ?? false);
}

/** What is taken off the money, in the pack's own sentences. */
export function takenOff({ pack }: AnswerView, e: Entitlement): string[] {
  const known = (e.policy === pack?.id && pack.deductions) || {};
  return (e.deductions ?? []).flatMap((name) => (Object.hasOwn(known, name) ? known[name]!.says : []));
}

export function clausesOf(answerView: AnswerView, ids: readonly string[]) {
  return ids.flatMap((id) => {
    const clause = answerView.verdict.clauses[id];
    return clause ? [{ id, ...clause }] : [];
  });
}

/** The date that the second question asks for in this case. */
export function eventFact(answerView: AnswerView): string {
  return startOf(answerView.answers.facts, leading(answerView.verdict)?.window?.after);
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
  const answerView = (e?.conflicts ?? []).filter((conflict) => conflict.readings.length > 1);
  const main = answerView.filter((conflict) => counting(conflict) > 1 && shows(e!, conflict.slot));
  return { main, smaller: answerView.filter((conflict) => !main.includes(conflict)) };
}

/** The rules say no, and nobody has gone beyond them: who took the parcel back or sent the money has. */
export function isNo(e: Entitlement | undefined): boolean {
  if (e?.status !== 'refused' && e?.status !== 'expired') return false;
  return !e.steps.some(({ id, done_on }) => (id === 'inspection' || id === 'refund_issued') && done_on);
}

/** True where something has been asked for, sent or answered already. */
export function begun(answerView: AnswerView): boolean {
  const done = leading(answerView.verdict)?.steps.some((step) => step.actor === 'buyer' && step.done_on);
  return answerView.verdict.headline.phase !== 'start' || done === true;
}

/** True before the shopper has said what is wrong. */
export function reasonMissing(answers: Answers): boolean {
  return typeof answers.facts['reason'] !== 'string';
}

/** Late, and not here yet: there is nothing to send back and no day of arrival to ask for. */
export function awaitsParcel(answerView: AnswerView): boolean {
  const { facts, no_date } = answerView.answers;
  const returns = leading(answerView.verdict)?.return_shipping?.length !== 0;
  return no_date && returns && (reasonOf(facts)?.may_be_undelivered ?? false);
}

const afterArrival = [
  'returned_on',
  'return_received_on',
  'return_accepted_on',
  'refund_issued_on',
  'refund_received_on',
];

/** So far along that the day of arrival decides nothing any more. */
export function pastArrival(facts: Facts): boolean {
  return afterArrival.some((id) => dayOfFact(facts, id) !== null);
}

const promises = [
  ...afterArrival,
  'return_approved_on',
  'refund_agreed_on',
  'seller_cancelled_on',
  'offer_accepted_on',
  'chargeback_filed_on',
];

/** Whether anybody has agreed or decided to pay: until then it is an answer that is awaited, not the money. */
export function agreed(facts: Facts): boolean {
  const outcome = facts['dispute_outcome'];
  const decided = typeof outcome === 'string' && outcome !== 'refused';
  return facts['seller_agreed'] === true || decided || promises.some((id) => dayOfFact(facts, id) !== null);
}

export function dayOfFact(facts: Facts, id: string): string | null {
  const value = facts[id];
  return typeof value === 'string' ? value : null;
}

const settled: readonly string[] = ['done', 'skipped'];

/** Neither done nor passed over. */
export function pending(step: Step): boolean {
  return !settled.includes(step.state);
}

/** Steps that are somebody's turn now. */
export function openSteps(e: Entitlement | undefined): Step[] {
  return (e?.steps ?? []).filter(
    ({ state }) => state === 'due' || state === 'overdue' || state === 'waiting',
  );
}

/** A step that follows one whose turn has not come has not come either, whatever its state says. */
function premature(e: Entitlement, step: Step): boolean {
  const mine = e.steps.filter(({ actor }) => actor === 'buyer');
  const before = mine[mine.indexOf(step) - 1];
  return before?.state === 'later' && !step.act_by && step.state === 'due';
}

/** The shopper's own step that counts most now: the one that closes on the promise's day, the wanted one, one with a last day, else the furthest along. */
export function ownStep(e: Entitlement | undefined, wanted = ''): Step | undefined {
  const mine = dueSteps(e);
  const by = e?.act_by?.safe ?? e?.act_by?.last;
  return (
    mine.find((step) => by && (step.act_by?.safe ?? step.act_by?.last) === by) ??
    mine.find((step) => step.id === wanted) ??
    mine.find((step) => step.act_by?.safe || step.act_by?.last) ??
    mine.at(-1)
  );
}

/** The shopper's own steps whose turn it is. */
export function dueSteps(e: Entitlement | undefined): Step[] {
  return openSteps(e).filter(
    (step) => step.actor === 'buyer' && step.state !== 'waiting' && !premature(e!, step),
  );
}

/** The first step that somebody else owes and has time for. */
export function awaited(e: Entitlement | undefined): Step | undefined {
  const theirs = openSteps(e).filter((step) => step.actor !== 'buyer' && step.state !== 'overdue');
  return theirs[0] ?? e?.steps.find((step) => step.actor !== 'buyer' && step.state === 'later');
}

/** What holds the rest up: the first step of the others' that is overdue. */
export function firstOverdue(e: Entitlement | undefined): Step | undefined {
  return e?.steps.find((step) => step.state === 'overdue' && step.actor !== 'buyer');
}

/** What is late; of several it is the last, which is the money where money is awaited. */
export function overdueStep(e: Entitlement | undefined): Step | undefined {
  return e?.steps.filter((step) => step.state === 'overdue').at(-1);
}
