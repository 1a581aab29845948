// What a check that failed says, in words for who writes the policy.
import { isDay } from '../answers/days.ts';
import { list, money, shortDay } from '../i18n/format.ts';
import { firstOf } from '../i18n/index.ts';
import { statusWords } from './day-strip.ts';
import { isObject, objectOf, textOf, wordsOf } from './form-read.ts';
import type { Difference } from './sheets.ts';

const payers: Record<string, string> = { seller: 'the seller', buyer: 'the buyer', platform: 'the platform' };
const actLabels: Record<string, string> = {
  request_return: 'Last day to ask',
  ship_back: 'Last day to post it',
};
const plain = (name: string) => name.replaceAll('_', ' ');

function deduction([name, value]: [string, unknown]): string {
  const { amount, currency, percent } = objectOf(value);
  if (typeof percent === 'number') return `${percent} % of the price`;
  return typeof amount === 'number' ? money(amount, textOf(currency)) : `“${plain(name)}”`;
}

const listed = (words: string[], none: string) => (words.length > 0 ? list(words) : none);

/** How the values of one kind of place read. `day` writes a date. */
function wordsFor(kind: string, value: unknown, day: (value: unknown) => string): string {
  if (kind === 'status') return statusWords[textOf(value)] ?? plain(textOf(value));
  if (kind === 'return_shipping')
    return Array.isArray(value)
      ? listed(
          wordsOf(value).map((one) => payers[one] ?? one),
          'nothing goes back',
        )
      : 'not said';
  if (kind === 'evidence')
    return listed(
      wordsOf(value).map((code) => firstOf([`evidence.${code}`]) || plain(code)),
      'nothing',
    );
  if (kind === 'off') return listed(Object.entries(objectOf(value)).map(deduction), 'nothing');
  if (isObject(value))
    return wordsFor(kind, value['last'] ?? value['safe'] ?? value['latest'] ?? value['act_by'], day);
  return day(value);
}

/** The label of a place, and how its values read. */
function kindOf(place: string): { label: string; kind: string } | null {
  const inside = place.replace(/^\/items\/\d+(\/entitlements\/\d+)?/, '');
  const step = /^\/steps\/([^/]+)/.exec(inside)?.[1];
  if (step) return { label: actLabels[step] ?? `Last day for “${plain(step)}”`, kind: 'day' };
  if (inside === '/status') return { label: 'The answer', kind: 'status' };
  if (inside === '/act_by/safe') return { label: 'Last day to ask, to be safe', kind: 'day' };
  if (inside.startsWith('/act_by')) return { label: 'Last day to ask', kind: 'day' };
  if (inside === '/return_shipping') return { label: 'Who pays', kind: 'return_shipping' };
  if (inside === '/refund_by/earliest') return { label: 'Money at the earliest', kind: 'day' };
  if (inside === '/refund_by/basis') return { label: 'The day of the money', kind: 'text' };
  if (inside.startsWith('/refund_by')) return { label: 'Money by', kind: 'day' };
  if (inside === '/evidence') return { label: 'To have ready', kind: 'evidence' };
  if (inside === '/off') return { label: 'Taken off', kind: 'off' };
  return null;
}

const pair = ({ was, now }: Difference) => JSON.stringify([was, now]);

/** Said already: the same change of the last day itself, or of the names whose amounts are compared. */
function repeated(one: Difference, all: Difference[]): boolean {
  if (one.place.endsWith('/deductions')) return all.some(({ place }) => place === '/off');
  if (!one.place.endsWith('/safe')) return false;
  const last = one.place.replace(/safe$/, 'last');
  return all.some((other) => other.place === last && pair(other) === pair(one));
}

function line({ place, was, now }: Difference, as_of: string): string {
  if (place.startsWith('/errors')) return 'The case can be asked now; a fault was right.';
  if (place === '/items' && now === undefined) return 'This case can no longer be asked of the policy.';
  if (isObject(was) && 'remedy' in was)
    return `“${plain(textOf(was['remedy']))}” was right, now the answer is without it.`;
  const day = (value: unknown) =>
    typeof value === 'string'
      ? isDay(value)
        ? shortDay(value, as_of)
        : value
      : value === null || value === undefined
        ? 'none'
        : JSON.stringify(value);
  const found = kindOf(place);
  const { label, kind } = found ?? { label: plain(place.split('/').at(-1) ?? ''), kind: 'text' };
  const words = (value: unknown) => wordsFor(kind, value, day);
  return `${label}: ${words(was)} was right, now ${words(now)}`;
}

/** Each difference once: "Last day to ask: 10 December was right, now 9 December". */
export function inWords(differences: Difference[], as_of: string): string[] {
  const told = differences.filter((one) => !repeated(one, differences));
  return [...new Set(told.map((one) => line(one, as_of)))];
}
