import { addDays } from '../answers/days.ts';
import { factSpec } from '../answers/facts.ts';
import { firstOf, has, t } from '../i18n/index.ts';
import { shortDay, weekdayAndDay } from '../i18n/format.ts';
import type { Entitlement } from '../engine/index.ts';
import { startLine, stepLine } from './act-line.ts';
import { nextQuestion } from './question.ts';
import {
  awaitsParcel,
  begun,
  dayOfFact,
  isNo,
  leading,
  leadingItem,
  overdueStep,
  ownStep,
  reasonMissing,
  type AnswerView,
} from './selectors.ts';
import { noState, type State } from './state.ts';
import { ownLate, underWay } from './under-way.ts';

export type Tone = 'yes' | 'maybe' | 'no' | 'wait' | 'late';

export interface Headline {
  tone: Tone;
  /** The first words that answer. */
  lead: string;
  /** What to do and by when. */
  act: string;
  /** Smaller sentences under it. */
  under: string[];
  /** What would cost the shopper his case, beside the headline; '' where nothing does. */
  warn: string;
}

type Words = Omit<Headline, 'warn'>;

function said(...lines: (string | false | null | undefined)[]): string[] {
  return lines.filter((line): line is string => typeof line === 'string' && line !== '');
}

/** "You have 15 days from the day it arrived.": the window's length, in the pack's own number. */
function windowLine(e: Entitlement | undefined): string {
  const window = e?.window;
  if (!window) return t('head.before.act_open');
  const ordered = window.after === 'ordered_on';
  return t(ordered ? 'head.before.act_ordered' : 'head.before.act', { unit: window.unit, days: window.safe });
}

function allowed(answerView: AnswerView, e: Entitlement): Words {
  const lead = firstOf([
    `head.allowed.${e.remedy}.lead`,
    `ways.${e.remedy}`,
    'head.allowed.refund_on_return.lead',
  ]);
  const line = startLine(answerView, ownStep(e), e.act_by);
  const dated = e.act_by?.safe ?? e.act_by?.last;
  if (dated) return { tone: 'yes', lead, act: line.act, under: line.under };
  return {
    tone: 'yes',
    lead,
    act: '',
    under: said(t(e.act_by_unknown ? 'head.allowed.open' : 'head.allowed.no_end')),
  };
}

/** The usual time is over; a longer one that the seller may give is all that can help. */
function longer(answerView: AnswerView, e: Entitlement): Words | null {
  const asOf = answerView.verdict.as_of;
  const { safe, last } = e.act_by ?? {};
  if (!safe || !last || safe >= asOf || asOf > last || !e.missing.includes('seller_return_window'))
    return null;
  return {
    tone: 'maybe',
    lead:
      e.window?.unit === 'calendar_days'
        ? t('head.depends.longer_lead', { days: e.window.safe })
        : t('head.depends.passed_lead'),
    act: t('head.depends.longer_act'),
    under: said(t('head.allowed.last', { last: shortDay(last, asOf) })),
  };
}

function conditional(answerView: AnswerView, e: Entitlement): Words {
  const asOf = answerView.verdict.as_of;
  const over = longer(answerView, e);
  if (over) return over;
  const safe = e.act_by?.safe;
  const ahead = safe && safe >= asOf ? safe : null;
  const lead = has(`head.asked.${e.remedy}`) ? t(`head.asked.${e.remedy}`) : '';
  const question = nextQuestion(answerView);
  if (question && !question.optional && e.missing.includes(question.fact))
    return {
      tone: 'maybe',
      lead: lead || t('head.depends.lead'),
      act: '',
      under: said(ahead && t('head.depends.deadline', { date: weekdayAndDay(ahead, asOf) })),
    };
  if (e.silent_on.length > 0)
    return {
      tone: 'maybe',
      lead: lead || t('head.depends.norule_lead', { shop: answerView.shop }),
      act: lead
        ? stepLine(answerView, ownStep(e), e.act_by).act
        : ahead
          ? t('head.depends.norule_act', { date: weekdayAndDay(ahead, asOf) })
          : t('head.depends.norule_open'),
      under: [],
    };
  return { tone: 'maybe', lead: lead || t('head.depends.lead_other'), act: '', under: [] };
}

function openingUnsure(answerView: AnswerView, e: Entitlement): Words | null {
  const asOf = answerView.verdict.as_of;
  const { earliest, sure } = e.opens ?? { earliest: null, sure: null };
  if (!earliest || earliest > asOf || earliest === sure || (sure !== null && sure <= asOf)) return null;
  const days = { earliest: shortDay(earliest, asOf), sure: sure ? shortDay(sure, asOf) : '' };
  return {
    tone: 'yes',
    lead: t('head.disagree.opening_lead'),
    act: '',
    under: said(t(sure ? 'head.disagree.opening_under' : 'head.disagree.opening_under_unsure', days)),
  };
}

function disagree(answerView: AnswerView, e: Entitlement): Words {
  const asOf = answerView.verdict.as_of;
  const opening = openingUnsure(answerView, e);
  if (opening) return opening;
  const { safe, last } = e.act_by ?? {};
  const line = startLine(answerView, ownStep(e), e.act_by);
  if (safe && last && safe < asOf) {
    const days = { safe: shortDay(safe, asOf), last: shortDay(last, asOf) };
    return {
      tone: 'maybe',
      lead: t('head.disagree.deadline_lead'),
      act: line.act,
      under: said(t('head.disagree.deadline_under', days)),
    };
  }
  return { tone: 'maybe', lead: t('head.disagree.grounds_lead'), act: line.act, under: line.under };
}

function refused(answerView: AnswerView): Words {
  const category = String(answerView.answers.facts['category'] ?? 'any');
  return {
    tone: 'no',
    lead: t('head.refused.lead'),
    act: firstOf([`head.refused.act.${category}`, 'head.refused.act.any'], { shop: answerView.shop }),
    under: said(
      begun(answerView) ? t('head.under_way') : answerView.yes_if_broken && t('head.refused.under'),
      t('head.left_law'),
    ),
  };
}

function expired(answerView: AnswerView, e: Entitlement | undefined): Words {
  const last = e?.act_by?.last;
  return {
    tone: 'no',
    lead: t('head.expired.lead', { shop: answerView.shop }),
    act: last
      ? t('head.expired.act', { date: shortDay(last, answerView.verdict.as_of) })
      : t('head.expired.act_unknown'),
    under: said(t(begun(answerView) ? 'head.under_way' : 'head.expired.under'), t('head.left_law')),
  };
}

function notYet(answerView: AnswerView, e: Entitlement | undefined): Words {
  const from = e?.opens?.earliest;
  return {
    tone: 'wait',
    lead: t('head.not_yet.lead'),
    act: from
      ? t('head.not_yet.act', { date: weekdayAndDay(from, answerView.verdict.as_of) })
      : t('head.not_yet.act_unknown'),
    under: said(from && t('head.not_yet.under')),
  };
}

function byStatus(answerView: AnswerView, e: Entitlement | undefined): Words {
  switch (e?.status) {
    case 'allowed':
      return allowed(answerView, e);
    case 'conditional':
      return conditional(answerView, e);
    case 'contested':
      return disagree(answerView, e);
    case 'not_yet':
      return notYet(answerView, e);
    case 'expired':
      return expired(answerView, e);
    case 'refused':
      return refused(answerView);
    default:
      return {
        tone: 'maybe',
        lead: t('head.norule.lead'),
        act: t('head.norule.act'),
        under: said(t('law', { shop: answerView.shop })),
      };
  }
}

/** The best last resort: what to do for it, or its name. */
function resortAct(answerView: AnswerView, e: Entitlement, state: State): string {
  const step = ownStep(e, state.next);
  if (step) return stepLine(answerView, step, step.act_by).act;
  return has(`ways.${e.remedy}`) ? t('head.left', { way: t(`ways.${e.remedy}`) }) : '';
}

/** No promise holds (any more): what was decided, and the best thing that is left. */
function whatIsLeft(answerView: AnswerView, e: Entitlement, state: State): Words {
  const best = leadingItem(answerView.verdict)?.entitlements.find((one) => one.kind === 'promise');
  const no = best && isNo(best) ? byStatus(answerView, best) : null;
  const resort = e.kind === 'last_resort' && !isNo(e) && e.status !== 'not_covered';
  const act = resort ? resortAct(answerView, e, state) : '';
  const over = state.text && best?.status === 'refused' ? '' : (no?.act ?? '');
  return {
    tone: resort ? 'maybe' : 'no',
    lead: state.text || no?.lead || t('head.norule.lead'),
    act: act || over,
    under: said(act && !state.text && over, ...(state.text ? [t('head.left_law')] : (no?.under ?? []))),
  };
}

/** What the shopper would like best and no rule gives: said, never dropped. */
function unserved(answerView: AnswerView): string {
  const wants = answerView.answers.facts['wants'];
  const all = leadingItem(answerView.verdict)?.entitlements ?? [];
  const ways = all.filter(({ policy }) => policy === answerView.verdict.policy);
  if (typeof wants !== 'string' || wants === 'refund' || begun(answerView)) return '';
  if (ways.some((e) => e.remedy === wants && !isNo(e) && e.status !== 'not_covered')) return '';
  return firstOf([`head.unserved.${wants}`, 'head.unserved.any']);
}

/** Late by the shopper's own word, and not here: what counts is the promised day. */
function awaiting(answerView: AnswerView): Words | null {
  if (!awaitsParcel(answerView)) return null;
  const promised = dayOfFact(answerView.answers.facts, 'promised_by');
  return {
    tone: 'wait',
    lead: t('head.not_here.lead'),
    act: promised
      ? t('head.not_here.promised', { date: weekdayAndDay(promised, answerView.verdict.as_of) })
      : t('head.not_here.look'),
    under: [],
  };
}

/** Asked, but with no day to count from. */
function noDate(answerView: AnswerView, e: Entitlement): Words | null {
  const window = e.window;
  if (!window || !e.missing.includes(window.after) || e.act_by?.safe) return null;
  if (e.status === 'refused' || e.status === 'not_covered' || e.status === 'expired') return null;
  const ordered = window.after === 'ordered_on';
  // Only dates, and a longer time that the seller may give, are open: the reason itself is good.
  const open = e.missing.filter((fact) => fact !== 'seller_return_window' && factSpec(fact)?.kind !== 'date');
  const sure =
    e.status === 'allowed' || (open.length === 0 && e.silent_on.every((slot) => slot !== 'grounds'));
  const unknown = answerView.answers.no_date || answerView.answers.facts[window.after] === null;
  return {
    tone: 'maybe',
    lead: t(sure ? 'head.nodate.lead' : 'head.nodate.lead_depends'),
    act: windowLine(e),
    under: said(
      t(unknown ? 'head.nodate.under_unknown' : ordered ? 'head.nodate.under_ordered' : 'head.nodate.under'),
    ),
  };
}

function words(answerView: AnswerView, state: State): Words {
  const e = leading(answerView.verdict);
  if (reasonMissing(answerView.answers))
    return {
      tone: 'wait',
      lead: t('head.before.lead'),
      act: windowLine(e),
      under: said(t('head.before.under')),
    };
  const { phase, entitlement } = answerView.verdict.headline;
  if (e && phase === 'done') return underWay(answerView, e, state)!;
  if (!e || entitlement === null)
    return e && isNo(e) ? whatIsLeft(answerView, e, state) : byStatus(answerView, undefined);
  if (isNo(e)) return ownLate(answerView, overdueStep(e)) ?? whatIsLeft(answerView, e, state);
  const under = underWay(answerView, e, state);
  if (under) return under;
  return e.kind === 'last_resort'
    ? whatIsLeft(answerView, e, state)
    : (awaiting(answerView) ?? noDate(answerView, e) ?? byStatus(answerView, e));
}

/** What must not be done now, however it looks. */
function warning(answerView: AnswerView): string {
  return (leading(answerView.verdict)?.warnings ?? [])
    .map((code) => t(`warning.${code}`, { shop: answerView.shop }))
    .join(' ');
}

/** The headline; `state` is the last thing that happened, where events can be entered. */
export function headlineAfter(answerView: AnswerView, state: State = noState): Headline {
  const head = words(answerView, state);
  return { ...head, under: said(...head.under, unserved(answerView)), warn: warning(answerView) };
}

/** A day on which to expect an answer, for the message to the seller: three days, never past the safe day. */
export function answerBy(answerView: AnswerView): string | null {
  const asOf = answerView.verdict.as_of;
  const wish = addDays(asOf, 3);
  const safe = leading(answerView.verdict)?.act_by?.safe;
  if (!safe || safe <= asOf) return null;
  return wish < safe ? wish : safe;
}
