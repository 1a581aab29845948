import type { ActBy, Step } from '../engine/index.ts';
import { daysBetween } from '../answers/days.ts';
import { shortDay, weekdayAndDay } from '../i18n/format.ts';
import { firstOf, t } from '../i18n/index.ts';
import type { AnswerView } from './selectors.ts';

/** An act with its day, and what is to be said about that day. */
export interface ActLine {
  act: string;
  under: string[];
}

const countdownFrom = 14;

function left(asOf: string, day: string): string[] {
  const days = daysBetween(asOf, day);
  return days > 0 && days <= countdownFrom ? [t('head.allowed.left', { days })] : [];
}

/** "Post it back", for the step of that name. */
export function actName(answerView: AnswerView, step: string | undefined): string {
  return firstOf([`head.do.${step ?? 'any'}`, 'head.do.any'], { shop: answerView.shop });
}

/** "Post it back by Tuesday 8 December.": a day that is past is never given as the day to act on. */
export function actLine(answerView: AnswerView, name: string, by: ActBy | null | undefined): ActLine {
  const asOf = answerView.verdict.as_of;
  const { safe = null, last = null } = by ?? {};
  const day = safe ?? last;
  if (!day) return { act: t('head.plain', { act: name }), under: [] };
  if (day > asOf)
    return {
      act: t('head.by', { act: name, date: weekdayAndDay(day, asOf) }),
      under: [
        ...left(asOf, day),
        ...(safe && last && last > safe ? [t('head.allowed.last', { last: shortDay(last, asOf) })] : []),
      ],
    };
  const act = t('head.today', { act: name });
  if (day === asOf)
    return {
      act,
      under: [last === day ? t('head.allowed.left', { days: 0 }) : t('head.allowed.last_day')],
    };
  const passed = { safe: shortDay(day, asOf), last: last ? shortDay(last, asOf) : '' };
  return { act, under: [t(last && last >= asOf ? 'head.passed' : 'head.passed_open', passed)] };
}

/** Before anything was done, the promise's own last day counts; its step may close on another. */
export function startLine(
  answerView: AnswerView,
  step: Step | undefined,
  by: ActBy | null | undefined,
): ActLine {
  return actLine(answerView, actName(answerView, sameDay(step, by) ? step?.id : undefined), by);
}

/** True where the step gives no other day than the promise does. */
export function sameDay(step: Step | undefined, by: ActBy | null | undefined): boolean {
  const day = step?.act_by?.safe ?? step?.act_by?.last;
  return !day || !by || day === (by.safe ?? by.last);
}

/** The same for a step of the shopper's own. */
export function stepLine(
  answerView: AnswerView,
  step: Step | undefined,
  by: ActBy | null | undefined,
): ActLine {
  return actLine(answerView, actName(answerView, step?.id), step?.act_by ?? by);
}
