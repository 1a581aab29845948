import { factSpec, type FactValue } from '../answers/facts.ts';
import { countryName, shortDay } from '../i18n/format.ts';
import { firstOf, has, t } from '../i18n/index.ts';
import { eventFact, leading, type AnswerView } from './selectors.ts';

export interface Chip {
  fact: string;
  text: string;
  /** What a tap does: sets this value at once, or opens the fact's own question. */
  tap: { set: FactValue } | 'ask' | 'forget';
}

export interface Chips {
  assumed: Chip[];
  yours: Chip[];
  later: Chip[];
}

/** The words for a fact with a value, or '' where the catalogue has none. */
export function wordsFor(fact: string, value: FactValue, asOf: string): string {
  const spec = factSpec(fact);
  if (!spec) return '';
  if (value === null) return t(`chips.never.${fact}`);
  if (typeof value === 'boolean') return t(`chips.fact.${fact}.${value ? 'yes' : 'no'}`);
  if (spec.kind === 'number') return t(`chips.number.${fact}`, { value });
  if (spec.kind === 'date') return t(`chips.date.${fact}`, { date: shortDay(String(value), asOf) });
  if (fact === 'country') return countryName(String(value));
  return t(`chips.choice.${fact}.${String(value)}`);
}

// What a shopper is most likely to correct comes first; three are shown at once.
const telling = [
  'free_return',
  'unused',
  'opened',
  'original_packaging',
  'dispute_opened_on',
  'labels_attached',
  'complete',
  'protection',
  'evidence',
];

function rank(fact: string): number {
  const place = telling.indexOf(fact);
  return place < 0 ? telling.length : place;
}

function tapFor(fact: string, value: unknown): Chip['tap'] {
  if (typeof value === 'boolean') return { set: !value };
  if (fact === 'protection') return { set: value === 'basic' ? 'advanced' : 'basic' };
  return 'ask';
}

/** What the answer takes for granted, what the shopper said, and what is left for later. */
export function chips(answerView: AnswerView): Chips {
  const asOf = answerView.verdict.as_of;
  const facts = answerView.answers.facts;
  const shown = new Set(['marketplace', 'country', 'reason', eventFact(answerView)]);
  const assumed: Chip[] = [];
  for (const { fact, value } of leading(answerView.verdict)?.assumes ?? []) {
    if (facts[fact] !== undefined && facts[fact] !== null) continue;
    const range = typeof value === 'object' && value !== null ? value : null;
    const text = range
      ? t(`chips.range.${fact}`, { min: range.min, max: range.max })
      : wordsFor(fact, value as FactValue, asOf);
    if (text && has(`ask.${fact}`)) assumed.push({ fact, text, tap: tapFor(fact, range ? null : value) });
  }
  assumed.sort((a, b) => rank(a.fact) - rank(b.fact));
  const yours: Chip[] = [];
  const later: Chip[] = [];
  for (const [fact, value] of Object.entries(facts)) {
    if (shown.has(fact)) continue;
    if (value === null) {
      later.push({
        fact,
        text: firstOf([`chips.later.${fact}`, `depends.${fact}`, 'chips.later.any']),
        tap: 'forget',
      });
      continue;
    }
    const text = wordsFor(fact, value, asOf);
    if (text) yours.push({ fact, text, tap: tapFor(fact, value) });
  }
  return { assumed, yours, later };
}
