import { html, nothing } from 'lit';
import type { Answers } from '../answers/facts.ts';
import type { PageEngine } from '../engine/page-engine.ts';
import { latest } from '../view/events.ts';
import type { Headline } from '../view/headline.ts';
import { itemLines } from '../view/items.ts';
import { dayOf } from '../view/run-check.ts';
import { eventFact, pastArrival, reasonMissing, type AnswerView } from '../view/selectors.ts';
import { threeFacts } from '../view/summary-cards.ts';
import './answer-card.ts';
import { lawFirst, lawInstead, paymentDay } from './laws.ts';
import './sharpen-answer.ts';

/** The second question is answered, with a day or without one, or what is known shows already what there is to do. */
export function dated(answerView: AnswerView): boolean {
  const { facts, no_date } = answerView.answers;
  const known = facts[eventFact(answerView)] !== undefined || typeof facts['received_on'] === 'string';
  return known || no_date || pastArrival(facts);
}

interface Around {
  answers: Answers;
  checker: PageEngine | null;
  country: string;
  /** The fact whose question the shopper opened himself. */
  asking: string | null;
}

/** The card, the message, one more question, and the law's card: first where the law has the answer. */
export function answerPart(head: Headline, sound: AnswerView | null, around: Around) {
  const { answers, checker, country, asking } = around;
  const full = sound && !reasonMissing(answers) ? sound : null;
  const shown = full && dated(full) ? full : null;
  const first = shown ? lawInstead(shown, country) !== null : false;
  const law = shown ? lawFirst(shown, checker, country) : nothing;
  return html`<div class="answer">
    <answer-card
      .headline=${head}
      .facts=${shown ? [...threeFacts(shown, latest(answers.facts)?.next), ...paymentDay(shown, country)] : []}
      .count=${full ? itemLines(answers, full).count : ''}
    ></answer-card>
    ${
      shown
        ? html`${first ? law : nothing}
            <sharpen-answer
              .answerView=${shown}
              .today=${dayOf(answers)}
              .asking=${asking}
              ?silent=${first}
            ></sharpen-answer>
            ${first ? nothing : law}`
        : nothing
    }
  </div>`;
}
