import { daysBetween, type Day } from '../answers/days.ts';
import { fullDay, tinyDay } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { eventFact, leading, type Told } from './selectors.ts';

export interface Mark {
  kind: 'today' | 'event' | 'safe' | 'last' | 'opens';
  x: number;
  label: string;
  /** Second row where the label would run into its neighbour. */
  row: number;
}

export interface Band {
  kind: 'open' | 'disagree' | 'refund';
  from: number;
  to: number;
}

export interface Path {
  marks: Mark[];
  bands: Band[];
  list: string[];
  alt: string;
}

const wide = 340;
const room = 54;

/** The case's dates as a picture: positions from 0 to 340, and the same dates as a list. Null where there are none. */
export function path(told: Told): Path | null {
  const e = leading(told.verdict);
  const asOf = told.verdict.as_of;
  const eventName = eventFact(told);
  const event = told.answers.facts[eventName];
  const safe = e?.act_by?.safe ?? null;
  const last = e?.act_by?.last ?? null;
  const opens = e?.opens?.earliest ?? null;
  const sure = e?.opens?.sure ?? null;
  const from = e?.refund_by?.earliest ?? null;
  const to = e?.refund_by?.latest ?? null;
  const days = [asOf, typeof event === 'string' ? event : null, safe, last, opens, sure, from, to].filter(
    (day): day is Day => day !== null,
  );
  if (!e || e.status === 'refused' || e.status === 'not_covered') return null;
  if (!(safe || opens || to)) return null;
  const first = days.reduce((a, b) => (a < b ? a : b));
  const end = days.reduce((a, b) => (a > b ? a : b));
  const span = Math.max(1, daysBetween(first, end));
  const x = (day: Day) => 24 + (daysBetween(first, day) / span) * (wide - 48);

  const bands: Band[] = [];
  const list: string[] = [];
  const start = opens ?? (typeof event === 'string' ? event : first);
  if (typeof event === 'string')
    list.push(
      t(eventName === 'shipped_on' ? 'path.item_sent' : 'path.item_arrived', { date: fullDay(event) }),
    );
  list.push(t('path.item_today', { date: fullDay(asOf) }));
  if (opens && opens > asOf) list.push(t('path.opens', { date: fullDay(opens) }));
  if (safe) {
    bands.push({ kind: 'open', from: x(start < safe ? start : first), to: x(safe) });
    list.push(t('path.open', { date: fullDay(safe) }));
  }
  if (safe && last && last > safe) {
    bands.push({ kind: 'disagree', from: x(safe), to: x(last) });
    list.push(t('path.disagree', { from: fullDay(safe), to: fullDay(last) }));
  } else if (opens && sure && sure > opens) {
    bands.push({ kind: 'disagree', from: x(opens), to: x(sure) });
    list.push(t('path.disagree', { from: fullDay(opens), to: fullDay(sure) }));
  }
  if (from && to) {
    bands.push({ kind: 'refund', from: x(from), to: x(to) });
    list.push(t('path.refund', { from: fullDay(from), to: fullDay(to) }));
  }

  const marks: Mark[] = [];
  const add = (kind: Mark['kind'], day: Day | null, label: string) => {
    if (!day) return;
    marks.push({ kind, x: x(day), label, row: 0 });
  };
  if (typeof event === 'string' && event !== asOf) add('event', event, tinyDay(event));
  add('today', asOf, t('path.today'));
  if (opens && opens !== asOf && opens !== event) add('opens', opens, tinyDay(opens));
  if (safe && safe !== asOf) add('safe', safe, tinyDay(safe));
  if (last && last !== safe) add('last', last, tinyDay(last));
  marks.sort((a, b) => a.x - b.x);
  const ends = [-room, -room, -room];
  for (const mark of marks) {
    const row = ends.findIndex((taken) => mark.x - taken >= room);
    mark.row = row < 0 ? 2 : row;
    ends[mark.row] = mark.x;
  }
  return { marks, bands, list, alt: t('path.alt', { from: fullDay(first), to: fullDay(end) }) };
}
