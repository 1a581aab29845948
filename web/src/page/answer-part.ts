import { html, nothing } from 'lit';
import { factSpec, type Answers } from '../answers/facts.ts';
import type { PageEngine } from '../engine/page-engine.ts';
import type { Headline } from '../view/headline.ts';
import { itemLines } from '../view/items.ts';
import { dayOf } from '../view/run-check.ts';
import {
  begun,
  dayOfFact,
  eventFact,
  leading,
  pastArrival,
  reasonMissing,
  type AnswerView,
} from '../view/selectors.ts';
import { stateLine } from '../view/state-line.ts';
import { threeFacts, type FactCard } from '../view/summary-cards.ts';
import { firstOf, t } from '../i18n/index.ts';
import './answer-card.ts';
import { lawFirst, lawInstead, otherDays } from './laws.ts';
import './sharpen-answer.ts';

/** The second question is answered, with a day or without one, or what is known shows already what there is to do. */
export function dated(answerView: AnswerView): boolean {
  const { facts, no_date } = answerView.answers;
  const known = facts[eventFact(answerView)] !== undefined || typeof facts['received_on'] === 'string';
  return known || no_date || pastArrival(facts);
}

/** The question whose day is missing. */
function whichDay(answerView: AnswerView): string {
  const { facts } = answerView.answers;
  const missing = leading(answerView.verdict)?.missing ?? [];
  const day = missing.find((fact) => factSpec(fact)?.kind === 'date' && facts[fact] === undefined) ?? '';
  return firstOf([`arrival.${day}`, `ask.${day}`]);
}

/** The card's rows, without what is no question any more, and with what the law adds to them. */
function rows(answerView: AnswerView): FactCard[] {
  const { facts } = answerView.answers;
  const posted = dayOfFact(facts, 'returned_on') !== null && dayOfFact(facts, 'refund_issued_on') === null;
  const noPostage = (pastArrival(facts) && !posted) || leading(answerView.verdict)?.remedy === 'chargeback';
  return threeFacts(answerView, stateLine(answerView)).flatMap((row) => {
    if (row.id === 'postage' && noPostage) return [];
    if (row.id === 'money' && begun(answerView) && row.value === t('three.money_none')) return [];
    if (row.note === t('three.none_note')) return [{ ...row, note: whichDay(answerView) || row.note }];
    return [row];
  });
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
      .facts=${shown ? [...rows(shown), ...otherDays(shown, country)] : []}
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
