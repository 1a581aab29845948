import type { Case } from '../checker/index.ts';
import type { Answers, Facts } from './facts.ts';
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

/** What the page asks the engine. */
export function toCase(answers: Answers, defaults: Facts): Case {
  const facts = { ...defaults, ...answers.facts };
  for (const name of Object.keys(facts)) if (facts[name] === null && name in defaults) delete facts[name];
  return {
    as_of: answers.as_of ?? today(),
    ...(answers.currency ? { currency: answers.currency } : {}),
    facts,
  } as Case;
}
