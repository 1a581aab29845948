// Reads what stands on a screen back into messages and their parts: 'Open a dispute by Tuesday 19 May.' is head.by with
// { act: open_dispute, date: 2026-05-19 }. The table is the message files themselves; days are read back by Intl. Several
// messages may have the same words in a language: then all of them are given, and one of them has to fit.
import { parse } from '../../web/node_modules/@messageformat/parser/lib/parser.js';
import { readMessages } from '../../web/scripts/check-messages.mjs';

/** Without the marks that keep directions apart, and with plain spaces. */
export const bare = (text) => text.replace(/[\u2066-\u2069\u200e\u200f\u061c]/g, '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();

const noon = (day) => Date.parse(`${day}T12:00:00Z`);
export const addDays = (day, days) => new Date(noon(day) + days * 86_400_000).toISOString().slice(0, 10);
export const daysBetween = (from, to) => Math.round((noon(to) - noon(from)) / 86_400_000);

const parts = [
  { day: 'numeric', month: 'long' },
  { weekday: 'long', day: 'numeric', month: 'long' },
  { day: 'numeric', month: 'short' },
  { weekday: 'short', day: 'numeric', month: 'short' },
];

/** Every day of some years in words, and back: without a year only days of `year`. */
function dayWords(locale, year) {
  const days = new Map();
  for (let of = year - 3; of <= year + 4; of += 1)
    for (const form of parts)
      for (const named of of === year ? [{}, { year: 'numeric' }] : [{ year: 'numeric' }]) {
        const format = new Intl.DateTimeFormat(locale, { ...form, ...named, timeZone: 'UTC', calendar: 'gregory' });
        for (let day = `${of}-01-01`; day.startsWith(`${of}`); day = addDays(day, 1)) days.set(bare(format.format(noon(day))), day);
      }
  return days;
}

const escaped = (text) => bare(`|${text}|`).slice(1, -1).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const digits = (text) => Number(text.replace(/[٠-٩]/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.indexOf(digit)));

/** The message as a regular expression; the groups' names in `names`, '#' for a number in a plural. */
function pattern(tokens, names, plural = '') {
  return tokens
    .map((token) => {
      if (token.type === 'content') return escaped(token.value);
      if (token.type === 'octothorpe') return (names.push(`#${plural}`), '([0-9٠-٩]+)');
      if (token.type === 'argument') return (names.push(token.arg), '(.+?)');
      const branches = token.cases.map(({ key, tokens: inside }) => {
        // Some branches are for one number alone, and say it in words.
        const alone = key.startsWith('=') ? key.slice(1) : inside.some(({ type }) => type === 'octothorpe') ? undefined : { zero: 0, one: 1, two: 2 }[key];
        const known = token.type === 'plural' && alone !== undefined;
        if (known) names.push(`=${token.arg}=${alone}`);
        return `${known ? '()' : ''}${pattern(inside, names, token.arg)}`;
      });
      return `(?:${branches.join('|')})`;
    })
    .join('');
}

/** The messages that an answer is made of. */
const says = /^((head|three|state|state_note|warning|items|option)\.|law$|yes$|no$|unsure$|ways\.\w+$|why\.(one|other|aside|used_safe)$|ask\.\w+$|arrival\.\w+$|steps\.\w+$|by_law\.(open\.\w+|act|act_by|steps\.\w+)$)/;
const isDay = new Set(['date', 'safe', 'last', 'earliest', 'sure', 'latest']);
/** What is put into a message is itself one of these, by the name of the part. */
const inside = { act: ['head.do.', 'by_law.steps.', 'steps.'], who: ['three.who.'], way: ['ways.'] };

/** A reader of one language for one platform's screens. */
export class Reader {
  constructor(tag, shop) {
    const messages = readMessages(tag);
    this.locale = messages['meta.date_locale'];
    this.shop = shop;
    /** Messages without parts, as a label and what stands behind it. */
    this.plain = (label, text) => bare(`${messages[label]}: ${messages[text]}`);
    this.years = new Map();
    this.known = new Map();
    this.table = Object.entries(messages)
      .filter(([key, text]) => says.test(key) && text.trim())
      .map(([key, text]) => {
        const names = [];
        return { key, text: pattern(parse(text), names), names };
      });
    this.whole = this.table.map((one) => ({ ...one, made: new RegExp(`^${one.text}$`, 'u') }));
  }

  day(words, asOf) {
    const year = Number(asOf.slice(0, 4));
    if (!this.years.has(year)) this.years.set(year, dayWords(this.locale, year));
    return this.years.get(year).get(words);
  }

  /** The parts by their names, or null where one is no day, no act or another platform. */
  parts(names, found, asOf) {
    const values = {};
    for (const [index, name] of names.entries()) {
      const text = found[index + 1];
      if (text === undefined) continue;
      const value = name.startsWith('#') ? digits(text) : name.startsWith('=') ? Number(name.split('=')[2]) : this.part(name, text, asOf);
      const at = name.startsWith('#') ? name.slice(1) : name.startsWith('=') ? name.split('=')[1] : name;
      if (value === undefined || (at in values && values[at] !== value)) return null;
      values[at] = value;
    }
    return values;
  }

  part(name, text, asOf) {
    if (isDay.has(name)) return this.day(text, asOf);
    if (name === 'shop') return text === this.shop ? text : undefined;
    if (!(name in inside)) return text;
    const named = inside[name].flatMap((prefix) => this.messages(text, asOf, (key) => key.startsWith(prefix)).map(({ key }) => key.slice(prefix.length)));
    return named.length ? named.join('|') : undefined;
  }

  /** All messages that have just these words: [{ key, values }]. */
  messages(text, asOf, wanted = () => true) {
    return this.whole.flatMap(({ key, made, names }) => {
      const found = wanted(key) ? made.exec(text) : null;
      const values = found && this.parts(names, found, asOf);
      return values ? [{ key, values }] : [];
    });
  }

  /** A line of several messages as a list of them; null where the words are no messages. */
  line(text, asOf, wanted) {
    // The same words come again and again; without a year they are days of the year of asking.
    const name = `${asOf.slice(0, 4)} ${wanted} ${text}`;
    if (!this.known.has(name)) this.known.set(name, this.read(text, asOf, wanted));
    return this.known.get(name);
  }

  read(text, asOf, wanted) {
    const words = bare(text);
    if (words === '') return [];
    const ends = [...words.matchAll(/ |$/g)].map(({ index }) => index).reverse();
    for (const end of ends) {
      const said = this.messages(words.slice(0, end), asOf, wanted);
      if (said.length === 0) continue;
      const rest = this.line(words.slice(end), asOf, wanted);
      if (rest) return [said, ...rest];
    }
    return null;
  }
}
