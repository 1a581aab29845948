// The case that is asked while a policy is written.
import { addDays, today, isDay } from '../answers/days.ts';
import { factSpec, type FactSpec, type FactValue } from '../answers/facts.ts';
import { startOf } from '../answers/reasons.ts';
import { firstOf } from '../i18n/index.ts';
import type { Case, PackInfo, Verdict } from '../engine/types.ts';
import { leading } from '../view/selectors.ts';

export interface Sample {
  as_of: string;
  facts: Record<string, FactValue>;
}

export function firstSample(): Sample {
  const as_of = today();
  return { as_of, facts: { reason: 'changed_mind', received_on: addDays(as_of, -10) } };
}

/** What it says of the order: the shop is put in by whoever asks. */
export function caseOf({ as_of, facts }: Sample): Case {
  return { as_of, facts };
}

/** The date that this policy counts from. */
export function startFact(sample: Sample, verdict: Verdict | null): string {
  const after = verdict ? leading(verdict)?.window?.after : undefined;
  return startOf(sample.facts, after && factSpec(after)?.kind === 'date' ? after : undefined);
}

/** The days of the strip: from the one that is counted from to some days after the last. */
export function daysOf(sample: Sample, verdict: Verdict | null): { from: string; to: string } {
  const e = verdict ? leading(verdict) : undefined;
  const start = sample.facts[startFact(sample, verdict)];
  const known = typeof start === 'string' && isDay(start) ? start : addDays(sample.as_of, -10);
  const from = known < sample.as_of ? known : sample.as_of;
  const ends = [e?.act_by?.last, e?.act_by?.safe, sample.as_of].filter((day) => typeof day === 'string');
  const last = ends.reduce((a, b) => (a > b ? a : b));
  const to = addDays(last, 14);
  return { from, to: to > addDays(from, 800) ? addDays(from, 800) : to };
}

/** What else can be said in the case, by the policy's own list. */
export function furtherFacts(info: PackInfo, sample: Sample): string[] {
  const steps = [
    'return_requested_on',
    'return_approved_on',
    'returned_on',
    'return_received_on',
    'refund_issued_on',
  ];
  const all = new Set([...Object.keys(info.facts), 'category', 'country', 'price', ...steps]);
  return [...all].filter(
    (id) => !Object.hasOwn(sample.facts, id) && factSpec(id) && !/^(marketplace|reason)$/.test(id),
  );
}

export function nameOfFact(id: string): string {
  return (
    firstOf([`row.${id}`]) ||
    id
      .replaceAll('_', ' ')
      .replace(/ on$/, '')
      .replace(/^./, (one) => one.toUpperCase())
  );
}

/** What a fact is when it is put in. */
export function firstValue(spec: FactSpec, as_of: string): FactValue {
  if (spec.kind === 'yes_no') return true;
  if (spec.kind === 'date') return as_of;
  if (spec.kind === 'number') return spec.least ?? 0;
  return spec.values?.[0] ?? '';
}
