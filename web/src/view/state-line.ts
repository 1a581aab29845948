import { shortDay } from '../i18n/format.ts';
import { firstOf } from '../i18n/index.ts';
import { latest } from './events.ts';
import { headlineAfter, type Headline } from './headline.ts';
import { noState, type State } from './state.ts';
import { agreed, awaited, dayOfFact, leading, type AnswerView } from './selectors.ts';

/** Until somebody has agreed or decided to pay, it is an answer that is awaited, not the money. */
function awaits(answerView: AnswerView, event: string): Pick<State, 'awaits' | 'actor'> {
  if (event === 'bank_asked') return { awaits: 'bank_decision', actor: 'bank' };
  const money = awaited(leading(answerView.verdict))?.id.startsWith('refund') ?? false;
  return money && !agreed(answerView.answers.facts) ? { awaits: 'seller_reply', actor: 'seller' } : {};
}

/** What the last thing that happened means, in one sentence; '' where the phase says it well enough. */
export function stateLine(answerView: AnswerView): State {
  const { facts } = answerView.answers;
  const spec = latest(facts);
  if (!spec) return noState;
  const day = spec.date ? dayOfFact(facts, spec.date) : null;
  const value = String(facts[spec.asks ?? 'offer'] ?? '');
  const text = firstOf([`state.${spec.id}.${value}`, `state.${spec.id}`], {
    shop: answerView.shop,
    date: day ? shortDay(day, answerView.verdict.as_of) : '',
  });
  return {
    id: spec.id,
    text,
    next: spec.next ?? '',
    note: firstOf([`state_note.${spec.id}.${value}`]),
    ...awaits(answerView, spec.id),
    bad: spec.id === 'declined' || spec.id === 'offered',
    sure: dayOfFact(facts, 'return_approved_on') !== null && dayOfFact(facts, 'returned_on') === null,
  };
}

/** The headline with everything that has been entered as having happened. */
export function headline(answerView: AnswerView): Headline {
  return headlineAfter(answerView, stateLine(answerView));
}
