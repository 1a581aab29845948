import type { Case } from '../engine/index.ts';
import { factsOf, fitsShop, isOrderFact, itemsOf, type Answers, type Facts } from './facts.ts';
import { today } from './days.ts';

/** The country part of the browser's language, if it has one or one is likely. A guess, shown as a chip. */
export function guessCountry(preferred: readonly string[], known: readonly string[]): string | null {
  for (const tag of preferred) {
    try {
      const region = new Intl.Locale(tag).region ?? new Intl.Locale(tag).maximize().region;
      if (region && known.includes(region)) return region;
    } catch {
      // Not a language tag: try the next one.
    }
  }
  return null;
}

/** The id of the item on screen, in the case and in its verdict. */
export function itemId(answers: Answers): string {
  return answers.others.length ? `item_${answers.place + 1}` : 'item';
}

/** What the page asks the engine. */
export function toCase(answers: Answers, defaults: Facts): Case {
  const facts = factsOf(defaults, answers.facts);
  const shop = facts['marketplace'];
  const known = (all: Facts, keep: (id: string) => boolean = () => true) =>
    Object.fromEntries(Object.entries(all).filter(([id]) => keep(id) && fitsShop(id, shop)));
  for (const name of Object.keys(facts))
    if (facts[name] === null && Object.hasOwn(defaults, name)) delete facts[name];
  const head = {
    as_of: answers.as_of ?? today(),
    ...(answers.currency ? { currency: answers.currency } : {}),
  };
  if (answers.others.length === 0) return { ...head, facts: known(facts) };
  return {
    ...head,
    facts: known(facts, isOrderFact),
    items: itemsOf(answers).map((one, index) => ({ id: `item_${index + 1}`, facts: known(one) })),
  };
}
