import { weekdayAndDay, shortDay } from '../i18n/format.ts';
import { firstOf, has, t } from '../i18n/index.ts';
import type { Step } from '../engine/index.ts';
import { eventOfStep, type EventSpec } from './events.ts';
import { letter } from './seller-message.ts';
import { awaitsParcel, dayOfFact, dueSteps, isNo, leading, type AnswerView } from './selectors.ts';

export interface StepView {
  id: string;
  text: string;
  when: string;
  done: boolean;
  overdue: boolean;
  /** What its tick tells the engine, with a day; null where it is for the shopper's own overview. */
  event: EventSpec | null;
}

export interface Plan {
  /** The shopper's own next acts, three at most, and those done by a tick. */
  acts: StepView[];
  /** Nothing may be posted yet. */
  hold: string;
  evidence: string[];
  advice: string[];
  help: string[];
  places: string[];
}

const most = 3;

/** The day of a step of the shopper's own: a day that is past is never given as the day to act on. */
function ownDay(step: Step, asOf: string): string {
  const { safe = null, last = null } = step.act_by ?? {};
  const day = safe ?? last;
  if (day && day < asOf && step.state !== 'later') {
    const days = { safe: shortDay(day, asOf), last: last ? shortDay(last, asOf) : '' };
    return t(last && last >= asOf ? 'steps.today_passed_last' : 'steps.today_passed', days);
  }
  if (safe && last && safe !== last)
    return t('steps.by_last', { date: weekdayAndDay(safe, asOf), last: shortDay(last, asOf) });
  if (day) return t('steps.by', { date: weekdayAndDay(day, asOf) });
  if (step.advised_by) return t('steps.advised', { date: weekdayAndDay(step.advised_by, asOf) });
  const opens = step.opens?.earliest;
  return opens && opens > asOf ? t('steps.from', { date: shortDay(opens, asOf) }) : '';
}

/** When others act: a day for what is awaited, a span for what lies further ahead. */
function theirDay(step: Step, asOf: string): string {
  const from = step.act_by?.safe ?? step.opens?.earliest;
  const to = step.act_by?.last ?? step.act_by?.safe;
  if (!to) return '';
  if (to < asOf) return t('steps.was_due', { date: shortDay(to, asOf) });
  if (from && from !== to && from >= asOf)
    return t('steps.between', { earliest: shortDay(from, asOf), latest: shortDay(to, asOf) });
  return t('steps.expected', { date: shortDay(to, asOf) });
}

export function dayOfStep(step: Step, asOf: string): string {
  if (step.state === 'done')
    return step.done_on ? t('steps.done_on', { date: shortDay(step.done_on, asOf) }) : '';
  return step.actor === 'buyer' ? ownDay(step, asOf) : theirDay(step, asOf);
}

function words(prefix: string, codes: readonly string[] | undefined, shop: string): string[] {
  return (codes ?? []).flatMap((code) =>
    has(`${prefix}.${code}`) ? [t(`${prefix}.${code}`, { shop })] : [],
  );
}

/** The steps that have words; after a no, what a yes would lead to is not held out. */
export function shownSteps(answerView: AnswerView): Step[] {
  const e = leading(answerView.verdict);
  return (e?.steps ?? []).filter(
    (step) => has(`steps.${step.id}`) && step.id !== 'refund_clock' && (step.state !== 'later' || !isNo(e)),
  );
}

function view(answerView: AnswerView, step: Step): StepView {
  return {
    id: step.id,
    text: firstOf([`steps.${step.id}`], { shop: answerView.shop }),
    when: dayOfStep(step, answerView.verdict.as_of),
    done: step.state === 'done' || answerView.answers.ticked.includes(step.id),
    overdue: step.state === 'overdue',
    event: eventOfStep(step.id) ?? null,
  };
}

export function plan(answerView: AnswerView): Plan {
  const e = leading(answerView.verdict);
  if (answerView.verdict.headline.phase === 'done' || awaitsParcel(answerView))
    return { acts: [], hold: '', evidence: [], advice: [], help: [], places: [] };
  // The letter has a button of its own.
  const written = letter(answerView)?.does;
  const mine = shownSteps(answerView).filter((step) => step.actor === 'buyer' && step.id !== written);
  const posting = mine.find((step) => step.id === 'ship_back');
  const now = dueSteps(e);
  // What follows the posting is no act before it.
  const known = posting?.state === 'later' ? mine.slice(0, mine.indexOf(posting) + 1) : mine;
  const ahead = [
    ...mine.filter((step) => now.includes(step)),
    ...known.filter((step) => step.state === 'later'),
  ];
  return {
    acts: ahead.slice(0, most).map((step) => view(answerView, step)),
    hold:
      posting?.state === 'later' && !isNo(e) && !dayOfFact(answerView.answers.facts, 'return_approved_on')
        ? t('steps.no_post_yet')
        : '',
    // Once it may be posted, what is wrong has been shown.
    evidence: posting && posting.state !== 'later' ? [] : words('evidence', e?.evidence, answerView.shop),
    advice: words('advice', e?.advice, answerView.shop),
    help: words('help', e?.support, answerView.shop),
    places: words('help', e?.location, answerView.shop),
  };
}
