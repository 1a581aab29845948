import order from '../answers/question-order.json';
import { factSpec, type FactSpec, type FactValue } from '../answers/facts.ts';
import { fullDay } from '../i18n/format.ts';
import { firstOf, has, t } from '../i18n/index.ts';
import { defaultStart, reasonOf } from '../answers/reasons.ts';
import { leading, type AnswerView } from './selectors.ts';

export interface Choice {
  value: FactValue;
  label: string;
}

export interface Question {
  fact: string;
  spec: FactSpec;
  text: string;
  why: string;
  /** Where to look the answer up, said once the shopper is not sure. */
  where: string;
  choices: Choice[];
  /** The answer stands without it: it could only make a day better or sharper. */
  optional: boolean;
  /** What "Yes" opens: a field for a number or a day. */
  field: 'none' | 'number' | 'date';
}

function choicesOf(spec: FactSpec): Choice[] {
  if (spec.kind === 'yes_no')
    return [
      { value: true, label: t('yes') },
      { value: false, label: t('no') },
    ];
  if (spec.kind === 'choice')
    return (spec.values ?? []).flatMap((value) =>
      has(`option.${spec.id}.${value}`)
        ? [{ value, label: t(`option.${spec.id}.${value}`) }]
        : spec.prompt
          ? [{ value, label: value.replaceAll('_', ' ') }]
          : [],
    );
  return [];
}

/** The question about one fact, or null where we have no words for it. */
export function questionAbout(answerView: AnswerView, fact: string): Question | null {
  const spec = factSpec(fact);
  const e = leading(answerView.verdict);
  // A number of days is named only where the window is counted in days; a fact of the platform's own is asked in its rules' words.
  const days = e?.window?.unit === 'calendar_days' ? e.window.safe : null;
  const key = days === null && has(`ask.${fact}_unit`) ? `ask.${fact}_unit` : `ask.${fact}`;
  const text = t(key, { days: days ?? 0 }) || spec?.prompt;
  if (!spec || !text) return null;
  const decides = e?.status === 'conditional' && e.missing.includes(fact);
  const named = answerView.verdict.next_question?.fact === fact ? answerView.verdict.next_question.why : [];
  // The engine names what could change anywhere; a clear answer is not put in doubt by a second way out.
  const slots = named.filter((slot) => decides || !['status', 'grounds', 'condition'].includes(slot));
  const last = e?.act_by?.last;
  const gains = fact === 'seller_return_window' && last && last >= answerView.verdict.as_of;
  return {
    fact,
    spec,
    text,
    why: gains
      ? t('ask.why.act_by_until', { last: fullDay(last) })
      : e?.status === 'expired' || e?.status === 'refused' || !e?.missing.includes(fact)
        ? t('ask.why.other_way')
        : firstOf([...slots.map((slot) => `ask.why.${slot}`), 'ask.why.any']),
    where: t('ask.later', { where: firstOf([`where.${fact}`, 'ask.where_any']) }),
    choices: choicesOf(spec),
    optional:
      answerView.verdict.next_question?.bonus === true ||
      (named.length > 0 && named.every((slot) => slot === 'refund_by')),
    field: spec.kind === 'date' ? 'date' : spec.kind === 'number' ? 'number' : 'none',
  };
}

const askedFirst: Record<string, string[]> = order.asked_first;

/** What the shopper can see for himself is asked before what only the seller's page tells. */
function easiest(answerView: AnswerView, fact: string): string {
  const open = leading(answerView.verdict)?.missing ?? [];
  const known = answerView.answers.facts;
  return (askedFirst[fact] ?? []).find((one) => open.includes(one) && known[one] === undefined) ?? fact;
}

export function nextQuestion(answerView: AnswerView): Question | null {
  const { next_question: next, headline } = answerView.verdict;
  if (headline.phase === 'done') return null;
  const fact = next?.fact;
  // Asked already, and the shopper could not say.
  if (fact && answerView.answers.facts[fact] === null) return null;
  // What has not come has no day of arrival to ask for.
  const reason = reasonOf(answerView.answers.facts);
  if (fact === defaultStart && (reason?.undelivered || answerView.answers.no_date)) return null;
  return fact && fact !== 'reason' ? questionAbout(answerView, easiest(answerView, fact)) : null;
}
