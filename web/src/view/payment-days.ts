import type { Entitlement } from '../engine/index.ts';
import { firstOf } from '../i18n/index.ts';
import { leadingItem, type AnswerView } from './selectors.ts';

/** "PayPal", "Your credit card's bank: section 75". */
export function payer(e: Entitlement): string {
  return firstOf([`ladder.who.${e.policy}`, `ladder.who.${e.owed_by ?? ''}`, 'ladder.who.any']);
}

/** What payment services and banks give beside the platform and the law. */
export function byPayment({ verdict }: AnswerView): Entitlement[] {
  return (leadingItem(verdict)?.entitlements ?? []).filter(
    ({ kind, policy, status }) => kind === 'last_resort' && policy !== verdict.policy && status !== 'refused',
  );
}

/** The days that payment services and banks set and that nothing open moves any more, the soonest first. */
export function paymentDays(answerView: AnswerView): { id: string; who: string; day: string }[] {
  const { as_of } = answerView.verdict;
  if (answerView.verdict.headline.phase === 'done') return [];
  return byPayment(answerView)
    .flatMap((e) => {
      const day = e.act_by?.safe;
      if (!day || day < as_of || e.status !== 'allowed') return [];
      return [{ id: e.policy, who: payer(e), day }];
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}
