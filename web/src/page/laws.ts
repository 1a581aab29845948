import lawFacts from '../../../core/dictionary/law_facts.json';
import type { PageEngine } from '../engine/page-engine.ts';
import { allowLawFacts, learnLawFacts, type FactSpec } from '../answers/facts.ts';
import { t } from '../i18n/index.ts';

learnLawFacts(lawFacts.facts as FactSpec[]);

/** A law that is slower than this comes behind the first answer. */
const patience = 1000; // milliseconds

/** Loads the laws of a country, and waits for them a moment; `late` is called where they come only afterwards. */
export async function openLaws(checker: PageEngine, country: string, late: () => void): Promise<void> {
  if (checker.laws.settled(country)) return;
  const opened = checker.laws.open(country).then(() => allowLawFacts(checker.laws.any));
  let over = false;
  const timer = new Promise<void>((go) => setTimeout(() => ((over = true), go()), patience));
  void opened.then(() => over && late());
  await Promise.race([opened, timer]);
}

/** What stands in the law's place where there is no card. */
export function lawInstead(checker: PageEngine | null, country: string): string {
  if (!country) return t('by_law.choose');
  if (!checker || !checker.laws.settled(country)) return t('by_law.loading');
  if (!checker.laws.complete(country)) return t('by_law.missing');
  return '';
}
