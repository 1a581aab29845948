import { shortDay } from '../i18n/format.ts';
import { firstOf } from '../i18n/index.ts';
import { latest } from './events.ts';
import { headlineAfter, type Headline } from './headline.ts';
import { noState, type State } from './state.ts';
import { dayOfFact, type Told } from './selectors.ts';

/** What the last thing that happened means, in one sentence; '' where the phase says it well enough. */
export function stateLine(told: Told): State {
  const { facts } = told.answers;
  const spec = latest(facts);
  if (!spec) return noState;
  const day = spec.date ? dayOfFact(facts, spec.date) : null;
  const value = String(facts[spec.asks ?? 'offer'] ?? '');
  const text = firstOf([`state.${spec.id}.${value}`, `state.${spec.id}`], {
    shop: told.shop,
    date: day ? shortDay(day, told.verdict.as_of) : '',
  });
  return { id: spec.id, text, next: spec.next ?? '', note: firstOf([`state_note.${spec.id}.${value}`]) };
}

/** The headline with everything that was told to have happened. */
export function headline(told: Told): Headline {
  return headlineAfter(told, stateLine(told));
}
