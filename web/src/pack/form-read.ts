// What the form can show of a pack. Whatever it does not understand it leaves alone and says so.
import dictionary from '../../../core/dictionary/facts.json';
import { reasons as tiles } from '../answers/reasons.ts';

export type Json = { [key: string]: unknown };

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
export const objectOf = (value: unknown): Json => (isObject(value) ? value : {});
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
/** A list of words; a single word counts as one. */
export const wordsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');

/** Reasons for which something can be sent back: it has arrived. */
export const reasons: string[] = (dictionary.facts.find(({ id }) => id === 'reason')?.values ?? []).filter(
  (reason) => !tiles.some(({ id, undelivered }) => id === reason && undelivered),
);
/** The buyer's own choice, with nothing wrong with the item. */
export const ownChoice = ['changed_mind', 'ordered_wrong_size'];

/** One rule that the form can show; `more`: there are several, or one that says more than the form can; else there is none. */
export type Found =
  { kind: 'one'; index: number; rule: Json } | { kind: 'more'; index: number } | { kind: 'none' };

export function rulesOf(pack: Json): Json[] {
  return Array.isArray(pack['rules']) ? pack['rules'].map(objectOf) : [];
}

const only = (value: Json, keys: string[]) => Object.keys(value).every((key) => keys.includes(key));
const isNumber = (value: unknown) => typeof value === 'number';

function plainPeriod(by: unknown): boolean {
  if (!isObject(by) || !only(by, ['after', 'length', 'least', 'most', 'unit', 'roll'])) return false;
  const { after, length, least, most } = by;
  return typeof after === 'string' && (isNumber(length) || (isNumber(least) && isNumber(most)));
}

/** The rule that gives a length of time for this slot. */
export function period(pack: Json, slot: string): Found {
  const all = rulesOf(pack)
    .map((rule, index) => ({ rule, index }))
    .filter(({ rule }) => wordsOf(rule['slot']).includes(slot));
  const [first] = all;
  if (!first) return { kind: 'none' };
  const plain =
    all.length === 1 && plainPeriod(first.rule['by']) && !first.rule['when'] && !first.rule['reading'];
  return plain ? { kind: 'one', ...first } : { kind: 'more', index: first.index };
}

/** Of a condition on the reason alone: the reasons; null of any other. */
function reasonsIn(when: unknown, also: string[] = []): string[] | null {
  if (!isObject(when) || !only(when, ['reason', ...also]) || !('reason' in when)) return null;
  return wordsOf(when['reason']);
}

export interface Accepted {
  /** Where the list stands. */
  remedy: number;
  reasons: string[];
}

/** For which reasons something can go back; null where the pack says that in another way. */
export function accepted(pack: Json): Accepted | null {
  const all = Array.isArray(pack['remedies']) ? pack['remedies'].map(objectOf) : [];
  const remedy = all.findIndex(({ id, kind }) => id === 'refund_on_return' && kind !== 'last_resort');
  const found = remedy < 0 ? null : reasonsIn(all[remedy]!['when']);
  return found && { remedy, reasons: found };
}

/** Who pays the way back, by reason; null where the pack says that in another way. */
export function payers(pack: Json): Map<string, string> | null {
  const map = new Map<string, string>();
  for (const rule of rulesOf(pack)) {
    if (!wordsOf(rule['slot']).includes('return_shipping')) continue;
    const payer = wordsOf(rule['payers']);
    const of = rule['when'] === undefined ? reasons : reasonsIn(rule['when']);
    if (!of || payer.length !== 1 || rule['for'] || rule['reading'] || rule['overrides']) return null;
    for (const reason of of) map.set(reason, payer[0]!);
  }
  return map;
}

/** For which reasons the item has to be unused; null where the pack says that in another way. */
export function unusedFor(pack: Json): string[] | null {
  const found: string[] = [];
  for (const rule of rulesOf(pack)) {
    if (!wordsOf(rule['slot']).includes('condition')) continue;
    if (rule['says'] === 'yes' && rule['when'] === undefined) continue;
    const of = reasonsIn(rule['when'], ['unused']);
    if (rule['says'] !== 'no' || !of || objectOf(rule['when'])['unused'] !== false) return null;
    found.push(...of);
  }
  return found;
}

/** The rule that says what to have ready. */
export function evidence(pack: Json): Found {
  const all = rulesOf(pack)
    .map((rule, index) => ({ rule, index }))
    .filter(({ rule }) => wordsOf(rule['slot']).includes('evidence'));
  const [first] = all;
  if (!first) return { kind: 'none' };
  return all.length === 1 ? { kind: 'one', ...first } : { kind: 'more', index: first.index };
}

/** The sentence that a rule cites first. */
export function sentenceOf(pack: Json, rule: Json): { id: string; says: string } | null {
  const [id] = wordsOf(rule['clauses']);
  const clauses = objectOf(pack['clauses']);
  if (id === undefined || !Object.hasOwn(clauses, id)) return null;
  return { id, says: textOf(objectOf(clauses[id])['says']) };
}

/** How many days the parcel travels back, where the pack says so: [least, most]. */
export function travel(pack: Json): [number, number] | null {
  const range = objectOf(objectOf(pack['facts'])['transit_days'])['range'];
  const [least, most] = Array.isArray(range) ? (range as unknown[]) : [];
  return typeof least === 'number' && typeof most === 'number' ? [least, most] : null;
}

/** What the form shows nothing of, by the name of the part. */
export function beyond(pack: Json): string[] {
  const parts = ['terms', 'conflicts', 'advice', 'shared', 'voids'].filter((key) => key in pack);
  const own = Object.values(objectOf(pack['facts'])).some((fact) => 'kind' in objectOf(fact));
  return [
    ...parts,
    ...(own ? ['facts of its own'] : []),
    ...(listOf(pack['remedies']).length > 1 ? ['further remedies'] : []),
  ];
}
