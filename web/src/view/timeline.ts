import { addDays, type Day } from '../answers/days.ts';
import { factSpec } from '../answers/facts.ts';
import { shortDay, weekdayAndDay } from '../i18n/format.ts';
import { has, t } from '../i18n/index.ts';
import { isNo, leading, pending, type AnswerView } from './selectors.ts';
import { dayOfStep, shownSteps } from './steps.ts';

export interface Moment {
  kind: 'past' | 'today' | 'yes' | 'unsure' | 'ahead' | 'late';
  text: string;
  /** Somebody else's step that may have happened: its name, for "It happened". */
  step?: string;
}

/** What was said to have happened, in the order of its days. */
function past(answerView: AnswerView): Moment[] {
  const asOf = answerView.verdict.as_of;
  return Object.entries(answerView.answers.facts)
    .flatMap(([id, value]) =>
      typeof value === 'string' && factSpec(id)?.kind === 'date' && value <= asOf && has(`row.${id}`)
        ? [{ id, day: value as Day }]
        : [],
    )
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ id, day }) => ({
      kind: 'past' as const,
      text: t('path.line', { date: shortDay(day, asOf), what: t(`row.${id}`) }),
    }));
}

/** The shopper's own deadline as spans: to one day in time, from the next uncertain. */
function spans(answerView: AnswerView): Moment[] {
  const e = leading(answerView.verdict);
  const asOf = answerView.verdict.as_of;
  const { safe = null, last = null } = e?.act_by ?? {};
  const moments: Moment[] = [];
  const { earliest = null, sure = null } = e?.opens ?? {};
  if (earliest && earliest > asOf)
    moments.push({ kind: 'yes', text: t('path.opens', { date: weekdayAndDay(earliest, asOf) }) });
  if (earliest && sure && sure > earliest && sure > asOf)
    moments.push({
      kind: 'unsure',
      text: t('path.unsure_opens', { from: shortDay(earliest, asOf), to: shortDay(sure, asOf) }),
    });
  if (safe && safe >= asOf)
    moments.push({ kind: 'yes', text: t('path.yes_until', { date: weekdayAndDay(safe, asOf) }) });
  if (safe && last && last > safe && last >= asOf)
    moments.push({
      kind: 'unsure',
      text: t('path.unsure_until', { from: shortDay(addDays(safe, 1), asOf), to: shortDay(last, asOf) }),
    });
  return moments;
}

/** What is still to come, the shopper's steps and the others'. */
function ahead(answerView: AnswerView): Moment[] {
  const asOf = answerView.verdict.as_of;
  return shownSteps(answerView)
    .filter(pending)
    .map((step) => {
      const what = t(`steps.${step.id}`, { shop: answerView.shop });
      const day = dayOfStep(step, asOf);
      const late = step.state === 'overdue' ? 'late' : 'ahead';
      const text = day ? `${what}: ${day}` : what;
      return step.actor === 'buyer' ? { kind: late, text } : { kind: late, text, step: step.id };
    });
}

/** The case's days in a row: what happened, today, how long there is time, what comes. Null where nothing has a day. */
export function timeline(answerView: AnswerView): Moment[] | null {
  const e = leading(answerView.verdict);
  if (!e || e.status === 'not_covered') return null;
  const today: Moment = {
    kind: 'today',
    text: t('path.line', {
      date: shortDay(answerView.verdict.as_of, answerView.verdict.as_of),
      what: t('path.today'),
    }),
  };
  const rest = isNo(e) ? [] : [...spans(answerView), ...ahead(answerView)];
  const before = past(answerView);
  return before.length + rest.length > 0 ? [...before, today, ...rest] : null;
}
