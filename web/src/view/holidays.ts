import { addDays, daysBetween } from '../answers/days.ts';
import type { Day } from '../engine/types.ts';
import { holidays } from '../engine/generated/holidays.js';

/** Whether the laws of the country let a last day roll, or count working days. */
export const countsHolidays = (country: string) => holidays.countries[country] !== undefined;

/** Whether the day is a public holiday of the whole country; null where that is not known. */
export function isHoliday(country: string, day: Day): boolean | null {
  const known = holidays.countries[country];
  if (known === undefined || day < holidays.from || day > holidays.to) return null;
  const [everyYear, fromEaster, others] = known.split('|').map((list) => list.split(' '));
  const number = daysBetween(holidays.from, day);
  const easter = holidays.easter[Number(day.slice(0, 4)) - Number(holidays.from.slice(0, 4))]!;
  return (
    everyYear!.includes(day.slice(5).replace('-', '')) ||
    fromEaster!.includes(String(number - easter)) ||
    others!.includes(number.toString(36))
  );
}

const aMonday = '2024-01-01';

/** So many days from Monday to Friday, the last of which is this one, from it on back. */
export function workingDaysTo(last: Day, count: number): Day[] {
  const found: Day[] = [];
  for (let day = last; found.length < count; day = addDays(day, -1)) {
    if (((daysBetween(aMonday, day) % 7) + 7) % 7 < 5) found.push(day);
  }
  return found;
}
