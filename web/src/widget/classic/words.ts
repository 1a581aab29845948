// In the place of src/widget/words.ts. English is inside the element's file; another language is one more.
import english from '../../../messages/en.json?widget';
import { saidIn, sourceLanguage, type Catalogue } from '../../i18n/index.ts';
import type { Words } from '../words.ts';
import { file, given } from './given.ts';

/** Written by the build: what the names of the languages' files end in. */
declare const __WORDS__: string;

export async function wordsOf(tag: string): Promise<Words> {
  const [, , , , bestLanguage, wantsSource] = given.reading;
  const language = bestLanguage([tag], given.languages);
  if (language !== sourceLanguage)
    try {
      return {
        language,
        catalogue: (await file(`words.${language}.${__WORDS__}`)) as Catalogue,
        wanted: true,
      };
    } catch {
      console.warn(`<return-checker>: no words for ${language}`);
    }
  return { language: sourceLanguage, catalogue: english, wanted: wantsSource(tag) };
}

/** For the seller to read. */
export function saidInSource(say: () => string): string {
  return saidIn(sourceLanguage, english, say);
}
