// The public holidays in a form that is small to send: for each country the days of every year, those at a fixed distance from Easter,
// and the rest. web/src/view/holidays.ts reads it.
const day = (text) => Date.parse(text) / 86_400_000;
const yearOf = (text) => Number(text.slice(0, 4));

/** Easter Sunday of a year, by the rule of the Gregorian calendar. */
function easter(year) {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1) / 86_400_000;
}

/** What holds in each of the years, of what `key` makes of a day. */
function always(days, years, key) {
  const seen = new Map();
  for (const one of days) seen.set(key(one), new Set(seen.get(key(one))).add(yearOf(one)));
  return [...seen].filter(([, inYears]) => inYears.size === years.length).map(([value]) => value);
}

export function holidayTable({ covers, countries }) {
  const years = [];
  for (let year = yearOf(covers.from); year <= yearOf(covers.to); year += 1) years.push(year);
  const inYear = (text) => text.slice(5).replace('-', '');
  const fromEaster = (text) => day(text) - easter(yearOf(text));
  const packed = Object.entries(countries).map(([country, days]) => {
    const fixed = always(days, years, inYear);
    const moving = always(days, years, fromEaster).filter((distance) => Math.abs(distance) < 70);
    const rest = days.filter((one) => !fixed.includes(inYear(one)) && !moving.includes(fromEaster(one)));
    return [country, [fixed, moving, rest.map((one) => (day(one) - day(covers.from)).toString(36))].map((list) => list.join(' ')).join('|')];
  });
  return { ...covers, easter: years.map((year) => easter(year) - day(covers.from)), countries: Object.fromEntries(packed) };
}
