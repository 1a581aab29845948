import type { Checker, Status } from '../engine/index.ts';
import { addDays, daysBetween, type Day } from '../answers/days.ts';
import { factSpec, type Facts } from '../answers/facts.ts';
import { itemId, toCase } from '../answers/case.ts';
import { shortDay } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { leading, type Told } from './selectors.ts';

export type DayKind = 'yes' | 'maybe' | 'early' | 'no';

export interface DayStrip {
  /** One for each day. */
  days: { kind: DayKind; today: boolean }[];
  /** The same in words: a line for each run of days with the same answer. */
  list: { kind: DayKind; text: string }[];
}

const kinds: Record<Status, DayKind> = {
  allowed: 'yes',
  conditional: 'maybe',
  contested: 'maybe',
  not_yet: 'early',
  expired: 'no',
  refused: 'no',
  not_covered: 'no',
};

const longest = 120;
const after = 4;

/** What the answer would be on each day from the last thing that happened to a little after the end; null where it never turns. */
export function dayStrip(checker: Checker, told: Told, defaults: Facts): DayStrip | null {
  const asOf = told.verdict.as_of;
  const e = leading(told.verdict);
  const end = [e?.act_by?.last, e?.opens?.sure, e?.opens?.earliest].find((day) => typeof day === 'string');
  const happened = Object.entries(told.answers.facts).flatMap(([fact, value]) =>
    typeof value === 'string' && factSpec(fact)?.kind === 'date' && value <= asOf ? [value] : [],
  );
  if (!end || happened.length === 0) return null;
  const from = happened.reduce((a, b) => (a > b ? a : b));
  const to = addDays(end > asOf ? end : asOf, after);
  if (daysBetween(from, to) > longest) return null;
  const id = itemId(told.answers);
  let swept: { day: Day; kind: DayKind }[];
  try {
    swept = checker.sweep(toCase(told.answers, defaults), { from, to }).flatMap((day) => {
      const status = 'items' in day ? day.items.find((item) => item.id === id)?.status : undefined;
      return status ? [{ day: day.as_of, kind: kinds[status] }] : [];
    });
  } catch {
    return null;
  }
  const runs: { kind: DayKind; from: Day; to: Day }[] = [];
  for (const { day, kind } of swept) {
    const run = runs.at(-1);
    if (run?.kind === kind) run.to = day;
    else runs.push({ kind, from: day, to: day });
  }
  if (runs.length < 2) return null;
  const list = runs.map((run, index) => ({
    kind: run.kind,
    text: t(index === runs.length - 1 ? `strip.last_${run.kind}` : `strip.${run.kind}`, {
      from: shortDay(run.from, asOf),
      to: shortDay(run.to, asOf),
    }),
  }));
  return { days: swept.map(({ day, kind }) => ({ kind, today: day === asOf })), list };
}
