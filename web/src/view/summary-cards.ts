import type { Entitlement, Step } from '../engine/index.ts';
import { factSpec } from '../answers/facts.ts';
import { reasonOf } from '../answers/reasons.ts';
import { firstOf, t } from '../i18n/index.ts';
import { dayWithWeekday, tinyDay } from '../i18n/format.ts';
import { actName, sameDay } from './act-line.ts';
import {
  awaited,
  awaitsParcel,
  begun,
  dayOfFact,
  firstOverdue,
  givesCredit,
  isNo,
  leading,
  overdueStep,
  ownStep,
  reasonMissing,
  takenOff,
  type AnswerView,
} from './selectors.ts';
import { noState, type State } from './state.ts';

export interface FactCard {
  id: 'ask' | 'postage' | 'money' | 'payment';
  label: string;
  value: string;
  note: string;
  /** What is taken off it. */
  off?: string[];
}

type Row = Omit<FactCard, 'id'>;

function row(label: string, value: string, note = ''): Row {
  return { label, value, note };
}

function who(answerView: AnswerView, actor: Step['actor'] | undefined): string {
  return firstOf([`three.who.${actor ?? 'seller'}`, 'three.who.seller'], { shop: answerView.shop });
}

/** Whose turn it is, once the shopper has acted. */
function turn(answerView: AnswerView, e: Entitlement, state: State): Row | null {
  const asOf = answerView.verdict.as_of;
  const { phase } = answerView.verdict.headline;
  const own = ownStep(e, state.next);
  if (phase === 'your_turn' && own && own.id === state.next && !own.act_by)
    return row(t('three.now'), actName(answerView, own.id));
  if (phase === 'waiting' || (phase === 'your_turn' && !own)) {
    const step = awaited(e);
    const day = step?.act_by?.last ?? step?.act_by?.safe;
    const name = who(answerView, state.actor ?? step?.actor);
    const value =
      day && day >= asOf ? t('three.wait_until', { who: name, date: dayWithWeekday(day, asOf) }) : name;
    return row(t('three.wait'), value);
  }
  if (phase !== 'late') return null;
  const slow = overdueStep(e);
  const day = slow?.act_by?.last ?? slow?.act_by?.safe;
  if (slow?.actor === 'buyer') return day ? row(t('three.due_was'), dayWithWeekday(day, asOf)) : null;
  const decided = dayOfFact(answerView.answers.facts, 'dispute_decided_on') !== null;
  const platform = decided || own?.id === 'escalate_claim';
  const first = firstOverdue(e);
  const actor = first?.id.startsWith('refund') && first.id !== 'refund_arrives' ? 'seller' : first?.actor;
  return row(t('three.ask_now'), who(answerView, platform ? 'platform' : actor));
}

/** The day to act on, for who has a deadline of his own. */
function deadline(answerView: AnswerView, e: Entitlement): Row | null {
  const asOf = answerView.verdict.as_of;
  const { safe = null, last = null } = e.act_by ?? {};
  const from = e.opens?.earliest;
  if (e.status === 'not_yet' && from) return row(t('three.ask_from'), dayWithWeekday(from, asOf));
  const day = safe ?? last;
  if (!day) return null;
  if ((last ?? day) < asOf) return row(t('three.ask_ended'), dayWithWeekday(last ?? day, asOf));
  const note = safe && last && last > safe ? t('three.ask_last', { last: tinyDay(last, asOf) }) : '';
  if (day < asOf) return row(t('three.ask_over'), dayWithWeekday(day, asOf), note);
  const step = ownStep(e);
  const name = begun(answerView) || sameDay(step, e.act_by) ? (step?.id ?? '') : '';
  const label = firstOf([`three.act.${name}`, 'three.ask'], { shop: answerView.shop });
  return row(label, dayWithWeekday(day, asOf), note);
}

function ask(answerView: AnswerView, e: Entitlement | undefined, state: State): Row {
  if (!e || e.status === 'not_covered' || (e.status === 'refused' && isNo(e)))
    return row(t('three.ask'), reasonMissing(answerView.answers) ? t('three.ask_none') : t('three.none'));
  const known = turn(answerView, e, state) ?? deadline(answerView, e);
  if (known) return known;
  const window = e.window;
  if (window && e.missing.includes(window.after))
    return row(
      t('three.ask'),
      t('three.ask_days', { unit: window.unit, days: window.safe }),
      t(window.after === 'ordered_on' ? 'three.ask_days_note_ordered' : 'three.ask_days_note'),
    );
  if (answerView.verdict.headline.phase === 'your_turn')
    return row(t('three.now'), actName(answerView, ownStep(e)?.id));
  if (e.act_by_unknown) return row(t('three.start'), t('three.ask_today'), t('three.ask_today_note'));
  return row(t('three.ask'), t('three.ask_none'), t('three.none_note'));
}

function payerName(payers: Entitlement['return_shipping'] | undefined): string {
  if (!payers) return 'unsaid';
  if (payers.length === 0) return 'nothing';
  if (payers[0] !== 'buyer') return payers[0]!;
  return payers.length > 1 ? 'plan' : 'buyer';
}

function postage(answerView: AnswerView, e: Entitlement | undefined): Row {
  const label = t('three.postage');
  // Once it is on its way, who pays for posting is no question any more.
  const sent = dayOfFact(answerView.answers.facts, 'returned_on');
  if (sent && e?.return_shipping?.length !== 0)
    return row(t('three.sent'), dayWithWeekday(sent, answerView.verdict.as_of));
  if (!e || e.status === 'not_covered' || isNo(e)) return row(label, t('three.none'));
  const name = payerName(e.return_shipping);
  // There is nothing to send.
  if (name === 'unsaid' && reasonOf(answerView.answers.facts)?.undelivered)
    return row(label, t('three.none'));
  const free = name === 'plan' && !e.return_shipping!.includes('seller');
  return row(
    label,
    t(`three.postage_${name}`),
    t(free ? 'three.postage_plan_free_note' : `three.postage_${name}_note`),
  );
}

/** Why the day of the money is no more than it is. */
function moneyNote(answerView: AnswerView, e: Entitlement): string {
  if (e.silent_on.includes('refund_by')) return t('three.money_at_least');
  if (answerView.verdict.headline.phase !== 'start') return '';
  if (e.status === 'not_yet') return t('three.money_later');
  if (e.assumes.some((one) => one.basis === 'assumption')) return t('three.money_guess');
  return t(e.refund_by?.basis === 'estimate' ? 'three.money_estimate' : 'three.money_stated');
}

function money(answerView: AnswerView, e: Entitlement | undefined): Row {
  const label = t('three.money');
  if (!e || e.status === 'not_covered' || isNo(e)) return row(label, t('three.none'));
  if (givesCredit(answerView, e)) return row(label, firstOf([`ways.${e.remedy}`, 'ways.store_credit']));
  const asOf = answerView.verdict.as_of;
  const { earliest, latest } = e.refund_by ?? { earliest: null, latest: null };
  const note = moneyNote(answerView, e);
  if (latest && latest < asOf) return row(label, t('three.money_was', { latest: tinyDay(latest, asOf) }));
  if (latest) {
    const soonest =
      earliest && earliest !== latest && earliest > asOf
        ? t('three.money_range_note', { earliest: tinyDay(earliest, asOf) })
        : '';
    const by = t(note ? 'three.money_usual' : 'three.money_by', { latest: tinyDay(latest, asOf) });
    return row(label, by, [soonest, note].filter(Boolean).join('; '));
  }
  if (earliest) return row(label, t('three.money_least', { earliest: tinyDay(earliest, asOf) }));
  const undated = e.missing.some((fact) => factSpec(fact)?.kind === 'date');
  return undated
    ? row(label, t('three.money_none'), t('three.none_note'))
    : row(label, t('three.money_open'), t('three.money_open_note'));
}

/** The answer's rows: the day to act on or whose turn it is, who pays the way back, and the money. `state`: the last thing that happened. */
export function threeFacts(answerView: AnswerView, state: State = noState): FactCard[] {
  if (answerView.verdict.headline.phase === 'done' || awaitsParcel(answerView)) return [];
  const e = leading(answerView.verdict);
  const cards: FactCard[] = [
    { id: 'ask', ...ask(answerView, e, state) },
    { id: 'postage', ...postage(answerView, e) },
    { id: 'money', ...money(answerView, e), off: e ? takenOff(answerView, e) : [] },
  ];
  return cards.filter((card) => card.value !== t('three.none'));
}
