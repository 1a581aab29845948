// In the place of src/widget/words.ts. English is inside the element's file; another language is one more.
import english from '../../../messages/en.json?widget';
import type { Catalogue, Language } from '../../i18n/index.ts';
import type { Words } from '../words.ts';
import { file } from './given.ts';

/** Written by the build: the name of each language's file. */
declare const __WORDS__: Record<string, string>;
const files = __WORDS__;

export async function wordsOf(language: Language): Promise<Words> {
  const name = Object.hasOwn(files, language) ? files[language] : undefined;
  if (name !== undefined) {
    try {
      return { language, catalogue: (await file(name)) as Catalogue };
    } catch {
      console.warn(`<return-checker>: the words for "${language}" did not come; it speaks English.`);
    }
  }
  return { language: 'en', catalogue: english };
}
