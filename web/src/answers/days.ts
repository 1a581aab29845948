/** A day is ISO text, YYYY-MM-DD, from the date field to the screen. Only this file turns one into anything else. */
export type Day = string;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** For libraries that want a Date: that moment, and nothing read from text. */
export function fromMs(ms: number): Date {
  const date = new Date();
  date.setTime(ms);
  return date;
}

/** The shopper's own day, by the clock on the wall and not by UTC. */
export function today(now: Date = new Date()): Day {
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Milliseconds at the start of that day in UTC, or null where the text is no real day. */
export function utc(day: Day): number | null {
  const found = pattern.exec(day);
  if (!found) return null;
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const ms = Date.UTC(year, month - 1, date);
  const back = fromMs(ms);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === date && back.getUTCFullYear() === year
    ? ms
    : null;
}

export function isDay(day: string): boolean {
  return utc(day) !== null;
}

export function addDays(day: Day, days: number): Day {
  const ms = utc(day);
  if (ms === null) return day;
  const moved = fromMs(ms + days * 86_400_000);
  return `${String(moved.getUTCFullYear()).padStart(4, '0')}-${two(moved.getUTCMonth() + 1)}-${two(moved.getUTCDate())}`;
}

/** Whole days from one day to a later one; negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round(((utc(to) ?? 0) - (utc(from) ?? 0)) / 86_400_000);
}
