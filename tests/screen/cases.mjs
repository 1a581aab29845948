// Random cases for the screen: the random orders of the second opinion on the rules, with every shop, every country, several
// items in one order and the days that a shopper cannot name.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { addDays, daysBetween } from './reading.mjs';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const shops = readdirSync(at('core/packs'))
  .filter((name) => name.endsWith('.json') && !name.includes('schema'))
  .map((name) => JSON.parse(readFileSync(at(`core/packs/${name}`), 'utf8')).id);
const { facts: dictionary } = JSON.parse(readFileSync(at('core/dictionary/facts.json'), 'utf8'));
const ofOrder = new Set(dictionary.filter(({ level }) => level === 'order').map(({ id }) => id));
const dates = new Set(dictionary.filter(({ kind }) => kind === 'date').map(({ id }) => id));
/** Countries with laws of all kinds, and some of which nothing is known. */
const countries = ['GB', 'US', 'DE', 'FR', 'ES', 'IT', 'NL', 'PT', 'PL', 'BR', 'CL', 'MX', 'IL', 'RU', 'UA', 'CA', 'AU', 'JP', 'ZA'];

/** Numbers from 0 to 1, always the same for the same seed. */
export function random(seed) {
  let state = Number(seed) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

const flat = ({ facts, items = [] }) => ({ ...facts, ...items[0]?.facts });
const shifted = (facts, days) => Object.fromEntries(Object.entries(facts).map(([id, value]) => [id, dates.has(id) && value ? addDays(value, days) : value]));

/** An ordinary thing in good order: many of these may go back. */
function ordinary(facts) {
  for (const id of ['unused', 'complete', 'original_packaging', 'labels_attached', 'opened', 'paid_on_platform', 'account_in_good_standing']) delete facts[id];
  facts.category = 'general';
}

/** Every fourth case is asked on one of its own days instead: the safest or the last one, and the day after either. */
export function onItsDays(cases, check) {
  return cases.map((one, index) => {
    if (index % 4 !== 1 || one.items.length > 1) return one;
    const { headline, items } = check(asked(one).alone);
    const by = items[0].entitlements[headline.entitlement ?? -1]?.act_by;
    if (!by?.last) return one;
    const safe = by.safe ?? by.last;
    const moved = { ...one, as_of: [safe, by.last, addDays(safe, 1), addDays(by.last, 1)][(index >> 2) % 4] };
    try {
      check(asked(moved).alone);
      return moved;
    } catch {
      return one; // something would have happened later than that day
    }
  });
}

/** [{ as_of, items: [facts…], place, no_date }]; the facts of the order stand in every item. */
export function drawCases(count, seed, python = 'python3') {
  const words = ['tests/proof/second_opinion.py', '--print', 'cases', '--cases', String(2 * count), '--seed', String(seed)];
  const asked = spawnSync(python, words, { cwd: at('.'), maxBuffer: 1 << 28 });
  if (asked.status !== 0) throw new Error(asked.stderr?.toString() || String(asked.error));
  const drawn = asked.stdout.toString('utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line)).filter(({ items = [] }) => items.length < 2);
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  return drawn.slice(0, count).map((one, index) => {
    const first = { country: pick(countries), ...flat(one) };
    if (next() < 0.3) first.marketplace = pick(shops);
    if (next() < 0.4) ordinary(first);
    const items = [first];
    // Further items are other drawn cases, moved to the same day of asking.
    if (index % 8 === 0)
      for (let more = 1 + Math.floor(next() * 3); more > 0; more -= 1) {
        const other = drawn[(index + more * 7 + 1) % drawn.length];
        const further = { ...shifted(flat(other), daysBetween(other.as_of, one.as_of)), marketplace: first.marketplace, country: first.country };
        if (next() < 0.2) delete further.reason; // just added, and nothing said of it yet
        items.push(further);
      }
    const told = items.map((_, index) => index).filter((index) => items[index].reason);
    const place = pick(told);
    const dated = ['received_on', 'delivered_on', 'shipped_on', 'seller_cancelled_on'].some((id) => items[place][id]);
    return { as_of: one.as_of, items, place, no_date: !dated && next() < 0.5 };
  });
}

const own = (facts) => Object.fromEntries(Object.entries(facts).filter(([id]) => !ofOrder.has(id)));

/** The case as the engine is asked: the item on screen alone, and the whole order. */
export function asked({ as_of, items, place }) {
  const alone = { as_of, currency: 'EUR', facts: items[place] };
  if (items.length === 1) return { alone, whole: null };
  const order = Object.fromEntries(Object.entries(items[place]).filter(([id]) => ofOrder.has(id)));
  return { alone, whole: { as_of, currency: 'EUR', facts: order, items: items.map((facts, index) => ({ id: `item_${index + 1}`, facts: own(facts) })) } };
}

const written = (value) => (value === true ? 'yes' : value === false ? 'no' : value === null ? 'unsure' : String(value));

/** The case as the part of the page's address behind the #. */
export function fragment({ as_of, items, place, no_date }) {
  const params = new URLSearchParams();
  for (const [id, value] of Object.entries(items[place])) params.set(id, written(value));
  for (const [index, facts] of items.entries())
    if (index !== place) for (const [id, value] of Object.entries(own(facts))) params.set(`item${index + 1}.${id}`, written(value));
  if (no_date) params.set('no_date', 'yes');
  params.set('currency', 'EUR');
  params.set('as_of', as_of);
  return `#${params}`;
}
