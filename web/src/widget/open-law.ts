// The law's file, with its words, at the first checker that has a country. In the site's script: classic/open-law.ts.
import type { Engine } from '../engine/engine.ts';
import type { Law } from './law.ts';
import { lawWordsOf, type Words } from './words.ts';

/** What the laws of a country say, once the engine knows them. Rejects where the law's file does not come. */
export async function lawOf(engine: Engine, country: string, words: Words): Promise<Law> {
  const [{ openLaw }, more] = await Promise.all([import('./law.ts'), lawWordsOf(words.language)]);
  return openLaw(engine, country, words, more);
}
