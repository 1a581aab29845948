// The widget enters nothing that happened since: of what is under way it meets only an order that the seller cancelled.
import type { Entitlement } from '../../engine/index.ts';
import { shortDay } from '../../i18n/format.ts';
import { firstOf, t } from '../../i18n/index.ts';
import type { Headline } from '../../view/headline.ts';
import { awaited, type AnswerView } from '../../view/selectors.ts';

type Words = Omit<Headline, 'warn'>;

export function ownLate(): Words | null {
  return null;
}

export function underWay({ verdict, shop }: AnswerView, e: Entitlement): Words | null {
  const { phase } = verdict.headline;
  const step = awaited(e);
  const theirs = phase === 'waiting' ? (step?.act_by?.last ?? step?.act_by?.safe) : null;
  const day = theirs ?? e.refund_by?.latest;
  const date = day ? shortDay(day, verdict.as_of) : '';
  if (phase === 'late')
    return {
      tone: 'late',
      lead: t('head.late.refund_issued'),
      act: t('head.late.chase'),
      under: date ? [t('head.late.money_since', { date })] : [],
    };
  if (phase !== 'waiting') return null;
  const until = day && day >= verdict.as_of;
  const words = until ? 'until' : 'for';
  const lead = firstOf([`head.waiting.${words}.${step?.id}`, `head.waiting.${words}.any`], { shop, date });
  return { tone: 'wait', lead, act: '', under: [t(until ? 'head.waiting.nothing' : 'head.waiting.no_day')] };
}
