import type { Answers, Facts, FactValue } from './facts.ts';

/** One case kept on this device. */
export interface Kept {
  id: string;
  name: string;
  answers: Answers;
}

export interface Shelf {
  kept: Kept[];
  /** Entries that could not be read. They stay in the store untouched until the shopper saves again. */
  damaged: unknown[];
  /** False where the browser keeps nothing for us (private window, sandbox, full disk). */
  works: boolean;
}

const key = 'returnable.kept.v1';

/** More than these are not read: of returns, of facts (as the engine), of marks. */
export const mostReturns = 200;
const mostFacts = 64;

function isValue(value: unknown): value is FactValue {
  return (
    value === null || typeof value === 'boolean' || typeof value === 'string' || Number.isSafeInteger(value)
  );
}

/** Facts by name, or null where they are no facts. Names that nobody knows stay: the engine is not asked about them. */
function readFacts(given: unknown): Facts | null {
  if (typeof given !== 'object' || given === null) return null;
  const facts: Facts = {};
  const all = Object.entries(given);
  if (all.length > mostFacts) return null;
  for (const [fact, value] of all) {
    if (!isValue(value)) return null;
    if (/^[a-z][a-z0-9_]{0,63}$/.test(fact)) facts[fact] = value;
  }
  return facts;
}

/** Reads one entry, or null where it is not one of ours. */
function readKept(entry: unknown): Kept | null {
  if (typeof entry !== 'object' || entry === null) return null;
  const { id, name, answers } = entry as Record<string, unknown>;
  if (typeof id !== 'string' || typeof name !== 'string' || typeof answers !== 'object' || answers === null)
    return null;
  const given = answers as Record<string, unknown>;
  const facts = readFacts(given['facts']);
  const others = Array.isArray(given['others']) ? given['others'].slice(0, 8).map(readFacts) : [];
  if (facts === null || others.includes(null)) return null;
  const place = Number.isInteger(given['place']) ? Number(given['place']) : 0;
  const strings = (list: unknown) =>
    Array.isArray(list)
      ? list.slice(0, mostFacts).filter((one): one is string => typeof one === 'string')
      : [];
  return {
    id: id.slice(0, 64),
    name: name.slice(0, 200),
    answers: {
      facts,
      others: others.filter((one) => one !== null),
      place: Math.min(Math.max(place, 0), others.length),
      rough: strings(given['rough']),
      no_date: given['no_date'] === true,
      as_of: null,
      currency: typeof given['currency'] === 'string' ? given['currency'].slice(0, 3) : null,
      ticked: strings(given['ticked']),
    },
  };
}

/** Reads a list of kept cases from text, 200 at most; entries that are damaged, or over that, are told apart and cost nothing else. */
export function readKeptText(text: string): { kept: Kept[]; damaged: unknown[] } {
  let entries: unknown;
  try {
    entries = JSON.parse(text);
  } catch {
    return { kept: [], damaged: [text] };
  }
  if (!Array.isArray(entries)) return { kept: [], damaged: [entries] };
  const kept: Kept[] = [];
  const damaged: unknown[] = [];
  for (const entry of entries) {
    const one = kept.length < mostReturns ? readKept(entry) : null;
    if (one) kept.push(one);
    else damaged.push(entry);
  }
  return { kept, damaged };
}

export function openShelf(storage: () => Storage = () => localStorage): Shelf {
  try {
    const text = storage().getItem(key);
    return text === null ? { kept: [], damaged: [], works: true } : { ...readKeptText(text), works: true };
  } catch {
    return { kept: [], damaged: [], works: false };
  }
}

/** Writes the shelf, damaged entries included, so that nothing is lost. False where the browser refuses. */
export function keepShelf(shelf: Shelf, storage: () => Storage = () => localStorage): boolean {
  try {
    storage().setItem(key, JSON.stringify([...shelf.kept, ...shelf.damaged]));
    return true;
  } catch {
    return false;
  }
}

/** A name of its own for each return: its place on the shelf and its events in a calendar. */
export function newReturnId(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
}

/** One remembered word, such as the theme; quiet where the browser keeps nothing. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`returnable.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`returnable.${name}`, value);
  } catch {
    // Not kept: the choice holds until the page is closed.
  }
}
