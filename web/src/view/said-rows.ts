import { factSpec, type Answers } from '../answers/facts.ts';
import { reasonName } from '../answers/reasons.ts';
import { shortDay } from '../i18n/format.ts';
import { has, t } from '../i18n/index.ts';
import { wordsFor } from './assumptions.ts';
import { events } from './events.ts';

export interface SaidRow {
  /** `reason`, or the fact whose question "Change" opens. */
  fact: string;
  label: string;
  value: string;
}

/** What the shopper entered so far, a row each: the problem, the day that counts, and what happened since, which may come first. */
export function saidRows(answers: Answers, start: string, asOf: string): SaidRow[] {
  const { facts } = answers;
  const rows: SaidRow[] =
    typeof facts['reason'] === 'string'
      ? [{ fact: 'reason', label: t('fold.problem'), value: t(`reason.${String(reasonName(facts))}`) }]
      : [];
  const day = facts[start];
  if (typeof day === 'string' || day === null || answers.no_date)
    rows.push({ fact: start, label: t(`row.${start}`), value: dayWords(answers, start, asOf) });
  const dated = Object.entries(facts)
    .filter(([id, value]) => id !== start && typeof value === 'string' && factSpec(id)?.kind === 'date')
    .sort(([, a], [, b]) => (String(a) < String(b) ? -1 : 1));
  for (const [id] of dated)
    if (has(`row.${id}`)) rows.push({ fact: id, label: t(`row.${id}`), value: dayWords(answers, id, asOf) });
  return rows;
}

function dayWords(answers: Answers, id: string, asOf: string): string {
  const value = answers.facts[id];
  if (typeof value !== 'string' && answers.rough.includes(id)) return t('arrival.rough.under_two');
  if (typeof value !== 'string')
    return t(answers.no_date && value !== null && id === 'received_on' ? 'fold.not_here' : 'fold.unknown');
  const date = shortDay(value, asOf);
  const how = answers.rough.includes(id) ? t('fold.about', { date }) : date;
  const detail = events
    .filter((spec) => spec.date === id)
    .flatMap((spec) => [...Object.keys(spec.sets ?? {}), ...(spec.asks ? [spec.asks] : [])])
    .flatMap((fact) => (answers.facts[fact] === undefined ? [] : [wordsFor(fact, answers.facts[fact], asOf)]))
    .filter((words) => words !== '');
  return [how, ...new Set(detail)].join(', ');
}
