import type { Entitlement, Step, Verdict } from '../engine/index.ts';
import { firstOf } from '../i18n/index.ts';
import type { AnswerView } from './selectors.ts';

/** The statutory entitlement that the verdict points to; null where no law adds anything. */
export function besideOf(verdict: Verdict): Entitlement | null {
  const { beside } = verdict.headline;
  const item = verdict.items.find(({ id }) => id === beside?.item);
  return (beside && item?.entitlements[beside.entitlement]) ?? null;
}

/** The shopper's own step whose turn it is, by law. */
export function dueStep(law: Entitlement): Step | undefined {
  return law.steps.find(({ actor, state }) => actor === 'buyer' && (state === 'due' || state === 'overdue'));
}

/** The law's last day, for the calendar: the act's name and its day. */
export function lawDay(answerView: AnswerView): { day: string; act: string } | null {
  const law = besideOf(answerView.verdict);
  const step = law ? dueStep(law) : undefined;
  const day = step?.act_by?.safe ?? step?.act_by?.last;
  const act = firstOf([`by_law.steps.${step?.id ?? ''}`, `steps.${step?.id ?? ''}`], {
    shop: answerView.shop,
  });
  return day && act ? { day, act } : null;
}
