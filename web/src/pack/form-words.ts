// The sentences that the form writes for a rule. While the author has not put his own in their place, they follow the numbers.
import { objectOf, type Json } from './form-read.ts';

export const units: Record<string, string> = {
  calendar_days: 'days',
  business_days: 'business days',
  calendar_months: 'months',
  calendar_years: 'years',
};

/** What a length can count from, as it reads behind a number of days. */
export const starts = {
  window: {
    received_on: 'from the day it arrived',
    delivered_on: 'from the delivery that the tracking shows',
    shipped_on: 'from the day it was sent',
    ordered_on: 'from the day of the order',
  },
  ship_back: {
    request_return: 'after you asked for the return',
    return_approved_on: 'after the return was approved',
    received_on: 'after the day it arrived',
  },
  refund_issued: {
    transit: 'after the shop has received the item',
    ship_back: 'after you posted it',
    request_return: 'after you asked for the return',
  },
} satisfies Record<string, Record<string, string>>;

export type Slot = keyof typeof starts;

export function startWords(slot: Slot, after: string): string {
  const words: Record<string, string> = starts[slot];
  return Object.hasOwn(words, after) ? words[after]! : `after “${after}”`;
}

function span(by: Json): string {
  const { length, least, most, unit } = by;
  const name = units[String(unit)] ?? String(unit);
  const count = length ?? `${String(least)} to ${String(most)}`;
  return `${String(count)} ${count === 1 ? name.replace(/s$/, '') : name}`;
}

/** The sentence for a length of time. */
export function sentence(slot: Slot, by: unknown): string {
  const from = objectOf(by);
  const when = startWords(slot, String(from['after']));
  if (slot === 'window') return `You have ${span(from)} ${when} to ask for a return.`;
  if (slot === 'ship_back') return `Post it within ${span(from)} ${when}.`;
  return `The refund is sent ${from['length'] === undefined ? '' : 'within '}${span(from)} ${when}.`;
}

/** Where the author's own words have numbers, and not those of the rule: says so; else ''. */
export function otherNumbers(says: string, wanted: unknown[]): string {
  const written = says.match(/\d+(?:[.,]\d+)?/g) ?? [];
  const values = written.map((one) => Number(one.replace(',', '.')));
  const numbers = wanted.filter((one): one is number => typeof one === 'number');
  if (written.length === 0 || numbers.every((one) => values.includes(one))) return '';
  return `You wrote ${written.slice(0, 3).join(', ')}; the rule says ${numbers.join(' to ')}.`;
}
