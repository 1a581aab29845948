import { daysBetween, addDays } from '../answers/days.ts';
import { factSpec } from '../answers/facts.ts';
import { firstOf, has, t } from '../i18n/index.ts';
import { shortDay, weekdayAndDay } from '../i18n/format.ts';
import type { Entitlement } from '../engine/index.ts';
import { begun, isNo, leading, leadingItem, untold, type Told } from './selectors.ts';

export type Tone = 'yes' | 'maybe' | 'no' | 'wait' | 'late';

export interface Headline {
  tone: Tone;
  /** The first words that answer. */
  lead: string;
  /** What to do and by when. */
  act: string;
  /** Smaller sentences under it. */
  under: string[];
}

function said(...lines: (string | false | null | undefined)[]): string[] {
  return lines.filter((line): line is string => typeof line === 'string' && line !== '');
}

function left(asOf: string, day: string): string {
  const days = daysBetween(asOf, day);
  return days >= 0 && days <= 14 ? t('head.allowed.left', { days }) : '';
}

/** The sentence before anything is known of the case: the window's length, in the pack's own number. */
function before(entitlement: Entitlement | undefined): Headline {
  const window = entitlement?.window;
  const ordered = window?.after === 'ordered_on';
  return {
    tone: 'yes',
    lead: t('head.before.lead'),
    act: window
      ? t(ordered ? 'head.before.act_ordered' : 'head.before.act', { unit: window.unit, days: window.safe })
      : t('head.before.act_open'),
    under: said(t('head.before.under')),
  };
}

function allowed(told: Told, e: Entitlement): Headline {
  const asOf = told.verdict.as_of;
  const lead = firstOf([`head.allowed.${e.remedy}.lead`, 'head.allowed.refund_on_return.lead']);
  const safe = e.act_by?.safe;
  const last = e.act_by?.last;
  if (!safe) {
    return {
      tone: 'yes',
      lead,
      act: '',
      under: said(e.act_by_unknown ? t('head.allowed.open') : t('head.allowed.no_end')),
    };
  }
  return {
    tone: 'yes',
    lead,
    act:
      safe === asOf
        ? t('head.allowed.act_today')
        : t('head.allowed.act', { date: weekdayAndDay(safe, asOf) }),
    under: said(
      safe !== asOf && left(asOf, safe),
      last && last !== safe && t('head.allowed.last', { last: shortDay(last, asOf) }),
    ),
  };
}

function conditional(told: Told, e: Entitlement): Headline {
  const asOf = told.verdict.as_of;
  const safe = e.act_by?.safe;
  const last = e.act_by?.last;
  const open = e.missing;
  if (safe && last && safe < asOf && asOf <= last && open.includes('seller_return_window')) {
    return {
      tone: 'maybe',
      lead: t('head.depends.longer_lead', { days: e.window?.safe ?? 0 }),
      act: t('head.depends.longer_act'),
      under: said(t('head.allowed.last', { last: shortDay(last, asOf) })),
    };
  }
  const asked = told.verdict.next_question?.fact;
  const fact = [asked, ...open].find((one) => one && open.includes(one) && has(`depends.${one}`));
  if (fact) {
    return {
      tone: 'maybe',
      lead: t('head.depends.lead', { question: t(`depends.${fact}`) }),
      act: '',
      under:
        safe && safe >= asOf
          ? said(
              t('head.depends.under'),
              t('head.depends.act', { date: weekdayAndDay(safe, asOf) }),
              left(asOf, safe),
            )
          : said(t('head.depends.act_plain')),
    };
  }
  if (e.silent_on.length > 0) {
    return {
      tone: 'maybe',
      lead: t('head.depends.norule_lead', { shop: told.shop }),
      act:
        safe && safe >= asOf
          ? t('head.depends.norule_act', { date: weekdayAndDay(safe, asOf) })
          : t('head.depends.norule_open'),
      under: said(safe && safe >= asOf && left(asOf, safe)),
    };
  }
  return { tone: 'maybe', lead: t('head.depends.lead_other'), act: t('head.depends.act_plain'), under: [] };
}

function disagree(told: Told, e: Entitlement): Headline {
  const asOf = told.verdict.as_of;
  const { earliest, sure } = e.opens ?? { earliest: null, sure: null };
  if (earliest && earliest <= asOf && (sure === null || sure > asOf) && earliest !== sure) {
    return {
      tone: 'maybe',
      lead: sure
        ? t('head.disagree.opening_lead', { sure: shortDay(sure, asOf) })
        : t('head.disagree.opening_lead_unsure'),
      act: '',
      under: said(
        sure
          ? t('head.disagree.opening_under', {
              earliest: shortDay(earliest, asOf),
              sure: shortDay(sure, asOf),
            })
          : t('head.disagree.opening_under_unsure', { earliest: shortDay(earliest, asOf) }),
      ),
    };
  }
  const safe = e.act_by?.safe;
  const last = e.act_by?.last;
  if (safe && last && safe < asOf) {
    return {
      tone: 'maybe',
      lead: t('head.disagree.deadline_lead'),
      act: '',
      under: said(
        t('head.disagree.deadline_under', { safe: shortDay(safe, asOf), last: shortDay(last, asOf) }),
      ),
    };
  }
  return {
    tone: 'maybe',
    lead: t('head.disagree.grounds_lead'),
    act: safe
      ? t('head.disagree.grounds_act', { date: weekdayAndDay(safe, asOf) })
      : t('head.disagree.grounds_open'),
    under: said(safe && left(asOf, safe)),
  };
}

function refused(told: Told): Headline {
  const category = String(told.answers.facts['category'] ?? 'any');
  return {
    tone: 'no',
    lead: t('head.refused.lead'),
    act: firstOf([`head.refused.act.${category}`, 'head.refused.act.any'], { shop: told.shop }),
    under: said(
      begun(told) ? t('head.under_way') : told.yes_if_broken && t('head.refused.under'),
      t('law', { shop: told.shop }),
    ),
  };
}

function byStatus(told: Told, e: Entitlement | undefined): Headline {
  const asOf = told.verdict.as_of;
  const status = e?.status ?? leadingItem(told.verdict)?.status ?? 'not_covered';
  switch (e ? status : 'not_covered') {
    case 'allowed':
      return allowed(told, e!);
    case 'conditional':
      return conditional(told, e!);
    case 'contested':
      return disagree(told, e!);
    case 'not_yet': {
      const from = e?.opens?.earliest;
      return {
        tone: 'wait',
        lead: t('head.not_yet.lead'),
        act: from
          ? t('head.not_yet.act', { date: weekdayAndDay(from, asOf) })
          : t('head.not_yet.act_unknown'),
        under: said(from && t('head.not_yet.under')),
      };
    }
    case 'expired': {
      const last = e?.act_by?.last;
      return {
        tone: 'no',
        lead: t('head.expired.lead', { shop: told.shop }),
        act: last ? t('head.expired.act', { date: shortDay(last, asOf) }) : t('head.expired.act_unknown'),
        under: said(t(begun(told) ? 'head.under_way' : 'head.expired.under'), t('law', { shop: told.shop })),
      };
    }
    case 'refused':
      return refused(told);
    default:
      return {
        tone: 'maybe',
        lead: t('head.norule.lead'),
        act: t('head.norule.act'),
        under: said(t('law', { shop: told.shop })),
      };
  }
}

/** The shopper has acted: the answer is whose turn it is. */
function underWay(told: Told, e: Entitlement): Headline | null {
  const asOf = told.verdict.as_of;
  const { earliest, latest } = e.refund_by ?? { earliest: null, latest: null };
  switch (told.verdict.headline.phase) {
    case 'waiting':
      return {
        tone: 'wait',
        lead: t('head.waiting.lead'),
        act:
          earliest && latest && earliest > asOf && earliest !== latest
            ? t('head.waiting.act', { earliest: shortDay(earliest, asOf), latest: shortDay(latest, asOf) })
            : latest
              ? t('head.waiting.act_by', { latest: shortDay(latest, asOf) })
              : t('head.waiting.act_open'),
        under: said(
          (e.status === 'contested' || e.status === 'conditional') && t('head.waiting.unsure'),
          t('head.waiting.under'),
        ),
      };
    case 'late': {
      const late = e.steps.filter((step) => step.state === 'overdue' && step.actor !== 'buyer');
      // Of several it is the money that the shopper waits for.
      const slow = late.find((step) => step.id === 'refund_arrives') ?? late[0];
      const money = !slow || slow.id === 'refund_issued' || slow.id === 'refund_arrives';
      const due = slow?.act_by?.last ?? slow?.act_by?.safe;
      return {
        tone: 'late',
        lead: t(money ? 'head.late.lead' : 'head.late.lead_step'),
        act: money
          ? latest && latest <= asOf
            ? t('head.late.act', { latest: shortDay(latest, asOf) })
            : due
              ? t('head.late.act', { latest: shortDay(due, asOf) })
              : t('head.late.act_open')
          : due
            ? t('head.late.act_step', { date: shortDay(due, asOf) })
            : '',
        under: said(t('head.late.under')),
      };
    }
    case 'your_turn': {
      const mine = e.steps.find(
        (step) => step.actor === 'buyer' && (step.state === 'due' || step.state === 'overdue'),
      );
      if (!mine) return null;
      const by = mine.act_by?.safe ?? e.act_by?.safe;
      const act = t(`head.your_turn.${mine.id}`, { shop: told.shop });
      if (by && by < asOf)
        return {
          tone: 'maybe',
          lead: t('head.your_turn.past'),
          act,
          under: [t('head.your_turn.was', { date: weekdayAndDay(by, asOf) })],
        };
      return {
        tone: 'yes',
        lead: t('head.your_turn.lead'),
        act,
        under: said(by && t('head.your_turn.by', { date: weekdayAndDay(by, asOf) }), by && left(asOf, by)),
      };
    }
    case 'done':
      return { tone: 'yes', lead: t('head.finished.lead'), act: t('head.finished.act'), under: [] };
    default:
      return null;
  }
}

/** Asked, but with no day to count from. */
function noDate(told: Told, e: Entitlement): Headline | null {
  const window = e.window;
  if (!window || !e.missing.includes(window.after) || e.act_by?.safe) return null;
  if (e.status === 'refused' || e.status === 'not_covered' || e.status === 'expired') return null;
  const ordered = window.after === 'ordered_on';
  // Only dates, and a longer time that the seller may give, are open: the reason itself is good.
  const open = e.missing.filter((fact) => fact !== 'seller_return_window' && factSpec(fact)?.kind !== 'date');
  const sure =
    e.status === 'allowed' || (open.length === 0 && e.silent_on.every((slot) => slot !== 'grounds'));
  return {
    tone: sure ? 'yes' : 'maybe',
    lead: t(sure ? 'head.nodate.lead' : 'head.nodate.lead_depends'),
    act: t(ordered ? 'head.before.act_ordered' : 'head.before.act', { unit: window.unit, days: window.safe }),
    under: said(
      told.answers.no_date && !ordered
        ? t('head.nodate.under_yet')
        : t(ordered ? 'head.nodate.under_ordered' : 'head.nodate.under'),
    ),
  };
}

export function headline(told: Told): Headline {
  const e = leading(told.verdict);
  if (untold(told.answers)) return before(e);
  if (told.verdict.headline.entitlement === null || !e) return byStatus(told, undefined);
  return (isNo(e) ? null : underWay(told, e)) ?? noDate(told, e) ?? byStatus(told, e);
}

/** A day on which to expect an answer, for the message to the seller: three days, never past the safe day. */
export function answerBy(told: Told): string | null {
  const asOf = told.verdict.as_of;
  const wish = addDays(asOf, 3);
  const safe = leading(told.verdict)?.act_by?.safe;
  if (!safe || safe <= asOf) return null;
  return wish < safe ? wish : safe;
}
