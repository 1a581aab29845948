import { utc, type Day } from '../answers/days.ts';
import { language, t } from './index.ts';

// Each catalogue names the form of its dates: in English the day comes first and the month is a word, so that
// nobody can read 5/6 the wrong way round.
function locale(): string {
  return t('meta.date_locale') || language();
}

// Making one takes longer than all the days of a page take to be written.
const formats = new Map<string, Intl.DateTimeFormat>();

function format(day: Day, options: Intl.DateTimeFormatOptions): string {
  const ms = utc(day);
  if (ms === null) return day;
  const key = locale() + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known.format(ms);
  const made = new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC', calendar: 'gregory' });
  formats.set(key, made);
  return made.format(ms);
}

/** 19 May 2026 */
export function fullDay(day: Day): string {
  return format(day, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** 19 May, with the year where it is not the year of `near`. */
export function shortDay(day: Day, near: Day): string {
  return day.slice(0, 4) === near.slice(0, 4) ? format(day, { day: 'numeric', month: 'long' }) : fullDay(day);
}

/** Tuesday 19 May, with the year where it is not the year of `near`. */
export function weekdayAndDay(day: Day, near: Day): string {
  const sameYear = day.slice(0, 4) === near.slice(0, 4);
  return format(day, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

/** 19 May with a short month, small enough for the picture and the narrow cards; the year where it differs. */
export function tinyDay(day: Day, near: Day = day): string {
  const sameYear = day.slice(0, 4) === near.slice(0, 4);
  return format(day, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) });
}

/** Tue 19 May, short enough for a row; the year where it differs. */
export function dayWithWeekday(day: Day, near: Day): string {
  const sameYear = day.slice(0, 4) === near.slice(0, 4);
  return format(day, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

/** How many digits stand behind the point in this currency. */
export function digitsOf(currency: string): number {
  try {
    return (
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      2
    );
  } catch {
    return 2;
  }
}

/** Minor units to text: 1299 and EUR give €12.99. */
export function money(minor: number, currency: string): string {
  const digits = digitsOf(currency);
  return new Intl.NumberFormat(locale(), { style: 'currency', currency }).format(minor / 10 ** digits);
}

export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames([locale()], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Countries with their names, in the order of these. */
export function namesOf(codes: readonly string[]): { code: string; name: string }[] {
  const order = new Intl.Collator(locale());
  const names = new Intl.DisplayNames([locale()], { type: 'region' });
  return codes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => order.compare(a.name, b.name));
}

export function list(words: string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(words);
}
