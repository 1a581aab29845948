// In the place of src/widget/words.ts. English is inside the element's file; another language is one more.
import english from '../../../messages/en.json?widget';
import { saidIn, sourceLanguage, type Catalogue } from '../../i18n/index.ts';
import type { Words } from '../words.ts';
import { file, given } from './given.ts';

export async function wordsOf(tag: string): Promise<Words> {
  const wantsSource = given.reading[4];
  const source = { language: sourceLanguage, catalogue: english, wanted: wantsSource(tag) };
  try {
    const language = await given.spoken(tag);
    if (language !== sourceLanguage) {
      const catalogue = (await file(`words.${language}.${given.mark}`)) as Catalogue;
      return { language, catalogue, wanted: true };
    }
  } catch {
    console.warn(`<return-checker>: no words for ${tag}`);
  }
  return source;
}

/** For the seller to read. */
export function saidInSource(say: () => string): string {
  return saidIn(sourceLanguage, english, say);
}
