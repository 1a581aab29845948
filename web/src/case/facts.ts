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
}

export type FactValue = string | number | boolean | null;
export type Facts = Record<string, FactValue>;

const specs = new Map<string, FactSpec>((dictionary.facts as FactSpec[]).map((fact) => [fact.id, fact]));

export function factSpec(id: string): FactSpec | undefined {
  return specs.get(id);
}

export function isFact(id: string): boolean {
  return specs.has(id);
}

export function countries(): string[] {
  return specs.get('country')?.values ?? [];
}

/** What the shopper told us, and the day it is answered for. */
export interface Answers {
  facts: Facts;
  /** "Not here yet" or "I don't know": the question is answered although no date is known. */
  no_date: boolean;
  /** A day that is not today, asked for in the address. */
  as_of: string | null;
  currency: string | null;
  /** Steps ticked that are no fact of the case. */
  ticked: string[];
}

export function emptyAnswers(): Answers {
  return { facts: {}, no_date: false, as_of: null, currency: null, ticked: [] };
}

/** Which date the second question asks for: by reason, unless the shop counts from the order. */
export function eventOf(reason: FactValue | undefined, countsFrom?: string): string {
  if (countsFrom === 'ordered_on') return 'ordered_on';
  if (reason === 'not_received' || reason === 'wrong_address') return 'shipped_on';
  if (reason === 'seller_cancelled') return 'seller_cancelled_on';
  return 'received_on';
}
