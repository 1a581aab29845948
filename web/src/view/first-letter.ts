import { reasonName, startOf } from '../answers/reasons.ts';
import { fullDay, shortDay } from '../i18n/format.ts';
import { firstOf, has, t } from '../i18n/index.ts';
import { answerBy } from './headline.ts';
import { awaitsParcel, dayOfFact, isNo, leading, type AnswerView } from './selectors.ts';

/** What is wrong, as the letter says it. */
export function problem(answerView: AnswerView): string {
  const { facts } = answerView.answers;
  const reason = String(reasonName(facts));
  const day = dayOfFact(facts, startOf(facts));
  const promised = dayOfFact(facts, 'promised_by');
  if (!day && promised && has(`seller.undated.${reason}_not_here`))
    return t(`seller.undated.${reason}_not_here`, { date: fullDay(promised) });
  return day ? t(`seller.dated.${reason}`, { date: fullDay(day) }) : t(`seller.undated.${reason}`);
}

/** Photos are asked for, and can be had. */
export function photos(answerView: AnswerView): boolean {
  const e = leading(answerView.verdict);
  const codes = e?.remedy === 'cancellation' ? [] : (e?.evidence ?? []);
  return codes.some((code) => code.startsWith('photos')) && answerView.answers.facts['evidence'] !== false;
}

/** What the first letter asks for, in the words of the best remedy. */
export function asking(answerView: AnswerView): string[] {
  const e = leading(answerView.verdict);
  if (isNo(e))
    return [t(e?.status === 'refused' ? 'seller.letter.goodwill_refused' : 'seller.letter.goodwill')];
  const answer = answerBy(answerView);
  const label = e?.return_shipping?.includes('seller') ?? false;
  return [
    firstOf([`seller.ask.${e?.remedy ?? ''}`, 'seller.ask.refund_on_return']),
    photos(answerView) ? t('seller.photos') : '',
    label ? t('seller.label') : '',
    answer ? t('seller.answer_by', { date: fullDay(answer) }) : '',
  ];
}

/** Whole sentences, one a line, with the order's number to fill in. */
export function letterText(lines: string[]): string {
  return [
    t('seller.hello'),
    '',
    ...lines.filter((line) => line !== ''),
    t('seller.order'),
    '',
    t('seller.bye'),
  ].join('\n');
}

/** A text as it is sent: in the reader's language, and behind that in the seller's. */
export function inBoth(own: string, other: string): string {
  return other && other !== own ? `${own}\n\n${other}` : own;
}

/** The first letter: what is wrong and what is asked for; null where it is too early, or already under way. */
export function firstLetter(answerView: AnswerView): string | null {
  if (answerView.verdict.headline.phase !== 'start' || leading(answerView.verdict)?.status === 'not_yet')
    return null;
  if (awaitsParcel(answerView)) return null;
  return letterText([problem(answerView), ...asking(answerView)]);
}

/** The same, and behind it what `other` makes of it in the seller's language. */
export function firstInBoth(answerView: AnswerView, other: (say: () => string) => string): string | null {
  const own = firstLetter(answerView);
  return (
    own &&
    inBoth(
      own,
      other(() => firstLetter(answerView) ?? ''),
    )
  );
}

/** The small line under the button: what comes after the message. */
export function afterMessage(answerView: AnswerView): string {
  const steps = leading(answerView.verdict)?.steps ?? [];
  const dispute = steps.find((step) => step.id === 'open_dispute');
  if (!dispute || dispute.state !== 'due') return '';
  const by = dispute.act_by?.safe;
  const asOf = answerView.verdict.as_of;
  if (by && by >= asOf) return t('seller.then_dispute', { date: shortDay(by, asOf) });
  return by ? '' : t('seller.then_dispute_open');
}
