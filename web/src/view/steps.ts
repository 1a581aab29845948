import { weekdayAndDay, shortDay } from '../i18n/format.ts';
import { firstOf, has, t } from '../i18n/index.ts';
import type { Step } from '../engine/index.ts';
import { isNo, leading, type Told } from './selectors.ts';

export interface StepView {
  id: string;
  text: string;
  when: string;
  mine: boolean;
  done: boolean;
  overdue: boolean;
  /** The fact that a tick tells the engine, where there is one. */
  fact: string | null;
}

export interface Plan {
  steps: StepView[];
  evidence: string[];
  advice: string[];
  help: string[];
  places: string[];
}

// Ticking these tells the engine the day; the others are for the shopper's own overview.
const factOf: Record<string, string> = {
  open_dispute: 'dispute_opened_on',
  request_return: 'return_requested_on',
  ship_back: 'returned_on',
  seller_reply: 'seller_replied_on',
  approval: 'return_approved_on',
  inspection: 'return_accepted_on',
  refund_issued: 'refund_issued_on',
  refund_arrives: 'refund_received_on',
  chargeback: 'chargeback_filed_on',
  bank_decision: 'chargeback_decided_on',
};

function when(step: Step, asOf: string): string {
  if (step.state === 'done')
    return step.done_on ? t('steps.done_on', { date: shortDay(step.done_on, asOf) }) : '';
  const safe = step.act_by?.safe;
  const last = step.act_by?.last;
  if (step.actor === 'buyer') {
    if (safe && last && safe !== last)
      return t('steps.by_last', { date: weekdayAndDay(safe, asOf), last: shortDay(last, asOf) });
    if (safe ?? last) return t('steps.by', { date: weekdayAndDay((safe ?? last)!, asOf) });
    if (step.advised_by) return t('steps.advised', { date: weekdayAndDay(step.advised_by, asOf) });
    const opens = step.opens?.earliest;
    return opens && opens > asOf ? t('steps.from', { date: shortDay(opens, asOf) }) : '';
  }
  const from = safe ?? step.opens?.earliest;
  const to = last ?? safe;
  if (from && to && from !== to)
    return t('steps.between', { earliest: shortDay(from, asOf), latest: shortDay(to, asOf) });
  return to ? t('steps.by', { date: shortDay(to, asOf) }) : '';
}

function words(prefix: string, codes: readonly string[] | undefined, shop: string): string[] {
  return (codes ?? []).flatMap((code) =>
    has(`${prefix}.${code}`) ? [t(`${prefix}.${code}`, { shop })] : [],
  );
}

export function plan(told: Told): Plan {
  const e = leading(told.verdict);
  const asOf = told.verdict.as_of;
  return {
    steps: (e?.steps ?? [])
      .filter((step) => step.id !== 'refund_clock' && has(`steps.${step.id}`))
      // After a no, what a yes would lead to is not held out.
      .filter((step) => step.state !== 'later' || !isNo(e))
      .map((step) => ({
        id: step.id,
        text: firstOf([`steps.${step.id}`], { shop: told.shop }),
        when: when(step, asOf),
        mine: step.actor === 'buyer',
        done: step.state === 'done' || told.answers.ticked.includes(step.id),
        overdue: step.state === 'overdue',
        fact: factOf[step.id] ?? null,
      })),
    evidence: words('evidence', e?.evidence, told.shop),
    advice: words('advice', e?.advice, told.shop),
    help: words('help', e?.support, told.shop),
    places: words('help', e?.location, told.shop),
  };
}
