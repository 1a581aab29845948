import { fullDay, shortDay } from '../i18n/format.ts';
import { firstOf, t } from '../i18n/index.ts';
import { answerBy } from './headline.ts';
import { eventFact, leading, type Told } from './selectors.ts';

function problem(told: Told): string {
  const reason = String(told.answers.facts['reason']);
  const day = told.answers.facts[eventFact(told)];
  return typeof day === 'string'
    ? t(`seller.dated.${reason}`, { date: fullDay(day) })
    : t(`seller.undated.${reason}`);
}

/** A short polite message: whole sentences, one a line. */
export function sellerMessage(told: Told): string {
  const e = leading(told.verdict);
  const remedy = e?.remedy ?? 'refund_on_return';
  const returns = (e?.return_shipping?.length ?? 1) > 0;
  const photos = (e?.evidence ?? []).some((code) => code.startsWith('photos'));
  const answer = answerBy(told);
  return [
    t('seller.hello'),
    '',
    problem(told),
    firstOf([`seller.ask.${remedy}`, 'seller.ask.refund_on_return']),
    photos && told.answers.facts['evidence'] !== false ? t('seller.photos') : '',
    returns && e?.return_shipping?.includes('seller') ? t('seller.label') : '',
    answer ? t('seller.answer_by', { date: fullDay(answer) }) : '',
    '',
    t('seller.bye'),
  ]
    .filter((line, index, all) => line !== '' || (all[index - 1] ?? '') !== '')
    .join('\n')
    .trim();
}

export function disputeText(told: Told): string {
  const e = leading(told.verdict);
  const photos = (e?.evidence ?? []).some((code) => code.startsWith('photos'));
  return [
    problem(told),
    firstOf([`seller.dispute.request.${e?.remedy ?? ''}`, 'seller.dispute.request.refund_without_return']),
    photos && told.answers.facts['evidence'] !== false ? t('seller.dispute.proof') : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** The small line under the button: what comes after the message. */
export function afterMessage(told: Told): string {
  const steps = leading(told.verdict)?.steps ?? [];
  if (steps.some((step) => step.id === 'ship_back' && step.state === 'due')) return t('seller.then_post');
  const dispute = steps.find((step) => step.id === 'open_dispute');
  if (!dispute || dispute.state === 'done') return '';
  const by = dispute.act_by?.safe;
  const asOf = told.verdict.as_of;
  return by && by >= asOf
    ? t('seller.then_dispute', { date: shortDay(by, asOf) })
    : by
      ? ''
      : t('seller.then_dispute_open');
}
