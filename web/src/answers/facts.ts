import dictionary from '../../../core/dictionary/facts.json';

/** What a fact may be. The list is the engine's own, so page and engine never drift apart. */
export interface FactSpec {
  id: string;
  kind: 'word' | 'choice' | 'yes_no' | 'number' | 'date';
  values?: string[];
  least?: number;
  most?: number;
  money?: boolean;
  may_be_future?: boolean;
  level?: 'order';
  /** The question in the shop's own rules, in English. */
  prompt?: string;
}

export type FactValue = string | number | boolean | null;
export type Facts = Record<string, FactValue>;

const specs = new Map<string, FactSpec>((dictionary.facts as FactSpec[]).map((fact) => [fact.id, fact]));
/** Facts that only some shops have, with those shops. */
const own = new Map<string, FactSpec & { shops: Set<string> }>();

/** Facts that only laws ask for; the engine knows them once a law is loaded. */
const ofLaw = new Map<string, FactSpec>();
let lawLoaded = false;

/** Learns the facts that only laws ask for. Not in the widget, which has no room for them. */
export function learnLawFacts(facts: (FactSpec & { of_case?: boolean })[]): void {
  for (const fact of facts) if (!fact.of_case) ofLaw.set(fact.id, fact);
}

/** From here on such facts may stand in a case, or may not. */
export function allowLawFacts(loaded: boolean): void {
  lawLoaded = loaded;
}

/** Learns what the loaded shops declare beyond the dictionary. */
export function learnFacts(packs: { id: string; facts: Record<string, Partial<FactSpec>> }[]): void {
  for (const pack of packs)
    for (const [id, declared] of Object.entries(pack.facts)) {
      if (specs.has(id) || !declared.kind) continue;
      const shops = own.get(id)?.shops ?? new Set<string>();
      own.set(id, { ...declared, id, kind: declared.kind, shops: shops.add(pack.id) });
    }
}

export function factSpec(id: string): FactSpec | undefined {
  return specs.get(id) ?? own.get(id) ?? ofLaw.get(id);
}

/** True where the engine knows this fact in a case of that shop. */
export function fitsShop(id: string, shop: FactValue | undefined): boolean {
  return specs.has(id) || own.get(id)?.shops.has(String(shop)) === true || (lawLoaded && ofLaw.has(id));
}

/** The shop and the country: the same for everything in the order. */
export function isOrderFact(id: string): boolean {
  return specs.get(id)?.level === 'order';
}

export function countries(): string[] {
  return specs.get('country')?.values ?? [];
}

/** Facts put together, later ones over earlier ones. On a host's page every plain object may carry more: this one does not. */
export function factsOf(...parts: Facts[]): Facts {
  return Object.assign(Object.create(null) as Facts, ...parts) as Facts;
}

/** What the shopper entered, and the day it is answered for. */
export interface Answers {
  /** Of the item on screen, with those of the order. */
  facts: Facts;
  /** The order's other items, each with its own facts. */
  others: Facts[];
  /** Where in the order the item on screen stands, from 0. */
  place: number;
  /** Dates that the shopper gave roughly. */
  rough: string[];
  /** "Not here yet" or "I don't know": the question is answered although no date is known. */
  no_date: boolean;
  /** A day that is not today, asked for in the address. */
  as_of: string | null;
  currency: string | null;
  /** Steps ticked that are no fact of the case. */
  ticked: string[];
}

export function emptyAnswers(): Answers {
  return {
    facts: factsOf(),
    others: [],
    place: 0,
    rough: [],
    no_date: false,
    as_of: null,
    currency: null,
    ticked: [],
  };
}

const mostItems = 9;

export function roomForItem(answers: Answers): boolean {
  return answers.others.length + 1 < mostItems;
}

function split(facts: Facts): { order: Facts; item: Facts } {
  const parts = { order: factsOf(), item: factsOf() };
  for (const [id, value] of Object.entries(facts)) parts[isOrderFact(id) ? 'order' : 'item'][id] = value;
  return parts;
}

/** Every item of the order, in its place. */
export function itemsOf(answers: Answers): Facts[] {
  return answers.others.toSpliced(answers.place, 0, split(answers.facts).item);
}

/** Puts another item of the order on screen. */
export function switchTo(answers: Answers, place: number, items = itemsOf(answers)): Answers {
  return {
    ...answers,
    facts: factsOf(split(answers.facts).order, items[place]!),
    others: items.toSpliced(place, 1),
    place,
    rough: [],
    no_date: false,
    ticked: [],
  };
}

// What came in one order came, as a rule, in one parcel and was paid in one way.
const together = [
  'ordered_on',
  'shipped_on',
  'promised_by',
  'delivered_on',
  'received_on',
  'paid_on_platform',
  'payment_method',
  'protection',
];

/** A further item, about which only what the order shares is known. */
export function addItem(answers: Answers): Answers {
  const items = itemsOf(answers);
  const like = Object.entries(answers.facts).filter(([id]) => together.includes(id));
  return switchTo(answers, items.length, [...items, factsOf(Object.fromEntries(like))]);
}

/** Takes an item out; the one on screen gives way to its neighbour. */
export function dropItem(answers: Answers, place: number): Answers {
  const items = itemsOf(answers).toSpliced(place, 1);
  if (place !== answers.place)
    return {
      ...answers,
      others: answers.others.toSpliced(place - Number(place > answers.place), 1),
      place: answers.place - Number(place < answers.place),
    };
  return switchTo(answers, Math.min(place, items.length - 1), items);
}
