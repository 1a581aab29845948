import { html, nothing, type TemplateResult } from 'lit';
import { latestDay } from '../answers/answering.ts';
import { factSpec, type Answers } from '../answers/facts.ts';
import { faultyFacts } from '../view/fault-words.ts';
import { questionAbout } from '../view/question.ts';
import type { Faults } from '../view/run-check.ts';
import { pastArrival, reasonMissing, type AnswerView } from '../view/selectors.ts';
import { shortDay } from '../i18n/format.ts';
import { firstOf, t } from '../i18n/index.ts';
import { emit } from '../ui/shared-styles.ts';
import './already-started.ts';
import './ask-day.ts';
import './ask-next.ts';
import './ask-reason.ts';
import './ask-start.ts';

/** What decides which question stands open. */
export interface Asking {
  answers: Answers;
  /** The date that the second question asks for. */
  start: string;
  today: string;
  changing: string | null;
  faults: Faults;
  answerView: AnswerView | null;
  undelivered: boolean;
}

type Shown = TemplateResult | typeof nothing;

function dayField(asking: Asking, fact: string, extra: Shown): TemplateResult {
  const { answers, today, faults } = asking;
  const code = faults[fact];
  const value = answers.facts[fact];
  return html`<ask-day
    data-about=${fact}
    .text=${t(`ask.${fact}`)}
    .value=${typeof value === 'string' ? value : ''}
    .today=${today}
    ?future=${factSpec(fact)?.may_be_future === true}
    .error=${code ? firstOf([`error.${code}`, 'error.any']) : ''}
    @day=${(event: CustomEvent<{ day: string }>) =>
      emit(event.currentTarget as HTMLElement, 'answer', { [fact]: event.detail.day })}
    >${extra}</ask-day
  >`;
}

/** The wrong answers, each with its field: of two days in the wrong order, both. */
function faultFields(asking: Asking): Shown {
  const facts = faultyFacts(asking.faults, asking.answers.facts);
  const { answerView } = asking;
  return html`${facts.map((fact) => {
    if (factSpec(fact)?.kind === 'date') return dayField(asking, fact, nothing);
    const question = answerView ? questionAbout(answerView, fact) : null;
    const error = firstOf([`error.${asking.faults[fact] ?? 'any'}`, 'error.any']);
    return question
      ? html`<ask-next .question=${question} .today=${asking.today} .error=${error}></ask-next>`
      : nothing;
  })}`;
}

/** An answer given before, to be changed, kept or taken back. */
function changeDay(asking: Asking, fact: string): TemplateResult {
  const value = asking.answers.facts[fact];
  const close = (event: Event) => emit(event.currentTarget as HTMLElement, 'close-question', {});
  const extra = html`<button type="button" data-keep @click=${close}>
      ${t('arrival.keep', { date: typeof value === 'string' ? shortDay(value, asking.today) : '' })}</button
    ><button
      type="button"
      data-forget
      @click=${(event: Event) => emit(event.currentTarget as HTMLElement, 'forget', { fact })}
    >
      ${t('arrival.forget')}
    </button>`;
  return dayField(asking, fact, extra);
}

/** The one question that stands open above the answer, or nothing. */
export function openQuestion(asking: Asking): Shown {
  const { answers, start, today, changing, faults, answerView } = asking;
  const first = reasonMissing(answers);
  if (first && changing && changing !== 'reason') return changeDay(asking, changing);
  if (first || changing === 'reason')
    return html`<ask-reason
        .facts=${answers.facts}
        .item=${answers.others.length ? answers.place + 1 : 0}
      ></ask-reason>
      ${
        first && answers.others.length === 0
          ? html`<already-started .shop=${answerView?.shop ?? ''} .today=${today}></already-started>`
          : nothing
      }`;
  if (Object.keys(faults).length > 0) return faultFields(asking);
  const day = answers.facts[start];
  const unasked = day === undefined && !answers.no_date && !pastArrival(answers.facts);
  if (unasked || changing === start)
    return html`<ask-start
      .fact=${start}
      .value=${typeof day === 'string' ? day : ''}
      .today=${today}
      .latest=${latestDay(answers.facts, start) ?? ''}
      ?undelivered=${asking.undelivered}
    ></ask-start>`;
  return changing ? changeDay(asking, changing) : nothing;
}
