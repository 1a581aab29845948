import type { Entitlement, Step } from '../engine/index.ts';
import { shortDay } from '../i18n/format.ts';
import { firstOf, has, t } from '../i18n/index.ts';
import { actName, stepLine } from './act-line.ts';
import type { Headline } from './headline.ts';
import { awaited, dueSteps, firstOverdue, overdueStep, ownStep, type AnswerView } from './selectors.ts';
import type { State } from './state.ts';

type Words = Omit<Headline, 'warn'>;

/** The latest day of a step, or null where no source gives one. */
function end(step: Step | undefined): string | null {
  return step?.act_by?.last ?? step?.act_by?.safe ?? null;
}

/** What is left for the shopper after the others have acted: never "nothing" while something is. */
function afterwards(answerView: AnswerView, e: Entitlement): string[] {
  const asOf = answerView.verdict.as_of;
  return e.steps
    .filter((step) => step.actor === 'buyer' && (step.state === 'later' || dueSteps(e).includes(step)))
    .reverse()
    .flatMap((step) => {
      if (step.state === 'due')
        return has(`head.now.${step.id}`) ? [t(`head.now.${step.id}`, { shop: answerView.shop })] : [];
      const from = step.opens?.earliest;
      const dated = from && from > asOf && has(`head.then.${step.id}_from`);
      const key = dated ? `head.then.${step.id}_from` : `head.then.${step.id}`;
      return has(key) ? [t(key, { shop: answerView.shop, date: from ? shortDay(from, asOf) : '' })] : [];
    });
}

function waiting(answerView: AnswerView, e: Entitlement, state: State): Words {
  const asOf = answerView.verdict.as_of;
  const step = awaited(e);
  const id = state.awaits || (step?.id ?? 'any');
  const day = end(step) ?? e.refund_by?.latest ?? null;
  const until = day !== null && day >= asOf;
  const keys = until
    ? [`head.waiting.until.${id}`, 'head.waiting.until.any']
    : [`head.waiting.for.${id}`, 'head.waiting.for.any'];
  const who = firstOf(keys, { shop: answerView.shop, date: day ? shortDay(day, asOf) : '' });
  const then = afterwards(answerView, e);
  const unsure = !state.sure && (e.status === 'contested' || e.status === 'conditional');
  const calm = then.length === 0 && until && !unsure && !state.note && !e.warnings?.length;
  return {
    tone: 'wait',
    lead: state.text || who,
    act: state.text ? who : '',
    under: [
      ...then,
      ...(state.note ? [state.note] : []),
      ...(until ? [] : [t('head.waiting.no_day')]),
      ...(unsure ? [t('head.waiting.unsure')] : []),
      ...(calm ? [t('head.waiting.nothing')] : []),
    ],
  };
}

/** A day of the shopper's own that is over; null where no such step is late. */
export function ownLate(answerView: AnswerView, slow: Step | undefined): Words | null {
  if (slow?.actor !== 'buyer') return null;

  const day = end(slow);
  return {
    tone: 'late',
    lead: firstOf([`head.late.${slow.id}`, 'head.late.any'], { shop: answerView.shop }),
    act: '',
    under: day ? [t('head.late.mine_since', { date: shortDay(day, answerView.verdict.as_of) })] : [],
  };
}

function late(answerView: AnswerView, e: Entitlement): Words {
  const asOf = answerView.verdict.as_of;
  const slow = overdueStep(e);
  const missed = ownLate(answerView, slow);
  if (missed) return missed;
  const money = !slow || slow.id.startsWith('refund');
  const day = (money ? e.refund_by?.latest : null) ?? end(slow);
  const since = money ? ['head.late.money_since'] : [`head.late.since_${slow?.id}`, 'head.late.since'];
  const own = ownStep(e);
  const follows = own && slow && e.steps.indexOf(own) > e.steps.indexOf(slow);
  const chase = firstOf([`head.late.chase_for.${firstOverdue(e)?.id ?? ''}`, 'head.late.chase']);
  return {
    tone: 'late',
    lead: firstOf([`head.late.${slow?.id ?? 'refund_arrives'}`, 'head.late.any'], { shop: answerView.shop }),
    act: follows && has(`head.do.${own.id}`) ? t('head.today', { act: actName(answerView, own.id) }) : chase,
    under: day ? [firstOf(since, { date: shortDay(day, asOf) })] : [],
  };
}

function yourTurn(answerView: AnswerView, e: Entitlement, state: State): Words {
  // An offer wants its answer first: whatever else is open is not what they proposed.
  const offer = state.id === 'offered' ? dueSteps(e).find(({ id }) => id === state.next) : undefined;
  const step = offer ?? ownStep(e, state.next);
  // Nothing of the shopper's is due: the others are awaited, and no source says until when.
  if (!step) return waiting(answerView, e, state);
  const line = stepLine(answerView, step, step.id === state.next ? null : e.act_by);
  const passed = step.act_by?.safe;
  return {
    tone: state.bad || (passed && passed < answerView.verdict.as_of) ? 'maybe' : 'yes',
    lead: state.text || line.act,
    act: state.text ? line.act : '',
    under: line.under,
  };
}

/** The shopper has acted: the answer is whose turn it is, until when, and what comes then. */
export function underWay(answerView: AnswerView, e: Entitlement, state: State): Words | null {
  switch (answerView.verdict.headline.phase) {
    case 'waiting':
      return waiting(answerView, e, state);
    case 'late':
      return late(answerView, e);
    case 'your_turn':
      return yourTurn(answerView, e, state);
    case 'done':
      return { tone: 'yes', lead: t('head.finished.lead'), act: t('head.finished.act'), under: [] };
    default:
      return null;
  }
}
