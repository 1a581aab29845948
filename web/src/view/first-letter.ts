import { reasonName, startOf } from '../answers/reasons.ts';
import { fullDay, shortDay } from '../i18n/format.ts';
import { firstOf, has, t } from '../i18n/index.ts';
import { answerBy } from './headline.ts';
import { awaitsParcel, dayOfFact, isNo, leading, type Told } from './selectors.ts';

/** What is wrong, as the letter says it. */
export function problem(told: Told): string {
  const { facts } = told.answers;
  const reason = String(reasonName(facts));
  const day = dayOfFact(facts, startOf(facts));
  const promised = dayOfFact(facts, 'promised_by');
  if (!day && promised && has(`seller.undated.${reason}_not_here`))
    return t(`seller.undated.${reason}_not_here`, { date: fullDay(promised) });
  return day ? t(`seller.dated.${reason}`, { date: fullDay(day) }) : t(`seller.undated.${reason}`);
}

/** Photos are asked for, and can be had. */
export function photos(told: Told): boolean {
  const e = leading(told.verdict);
  const codes = e?.remedy === 'cancellation' ? [] : (e?.evidence ?? []);
  return codes.some((code) => code.startsWith('photos')) && told.answers.facts['evidence'] !== false;
}

/** What the first letter asks for, in the words of the best remedy. */
export function asking(told: Told): string[] {
  const e = leading(told.verdict);
  if (isNo(e)) return [t('seller.letter.goodwill')];
  const answer = answerBy(told);
  const label = e?.return_shipping?.includes('seller') ?? false;
  return [
    firstOf([`seller.ask.${e?.remedy ?? ''}`, 'seller.ask.refund_on_return']),
    photos(told) ? t('seller.photos') : '',
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
export function firstLetter(told: Told): string | null {
  if (told.verdict.headline.phase !== 'start' || leading(told.verdict)?.status === 'not_yet') return null;
  if (awaitsParcel(told)) return null;
  return letterText([problem(told), ...asking(told)]);
}

/** The same, and behind it what `other` makes of it in the seller's language. */
export function firstInBoth(told: Told, other: (say: () => string) => string): string | null {
  const own = firstLetter(told);
  return (
    own &&
    inBoth(
      own,
      other(() => firstLetter(told) ?? ''),
    )
  );
}

/** The small line under the button: what comes after the message. */
export function afterMessage(told: Told): string {
  const steps = leading(told.verdict)?.steps ?? [];
  const dispute = steps.find((step) => step.id === 'open_dispute');
  if (!dispute || dispute.state !== 'due') return '';
  const by = dispute.act_by?.safe;
  const asOf = told.verdict.as_of;
  if (by && by >= asOf) return t('seller.then_dispute', { date: shortDay(by, asOf) });
  return by ? '' : t('seller.then_dispute_open');
}
