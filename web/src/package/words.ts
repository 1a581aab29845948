// In the place of src/widget/words.ts: other languages by an import that a bundler can follow.
import languages from 'virtual:languages/widget';
import english from '../../messages/en.json?widget';
import { saidIn, sourceLanguage } from '../i18n/index.ts';
import { bestLanguage, wantsSource } from '../i18n/match.ts';
import type { Words } from '../widget/words.ts';

export async function wordsOf(tag: string): Promise<Words> {
  const source = { language: sourceLanguage, catalogue: english, wanted: wantsSource(tag) };
  const language = bestLanguage([tag], Object.keys(languages));
  const load = language === sourceLanguage ? undefined : languages[language]?.widget;
  if (!load) return source;
  try {
    return { language, catalogue: (await load()).default, wanted: true };
  } catch {
    console.warn(`<return-checker>: the words for "${language}" did not come; it speaks English.`);
    return source;
  }
}

/** For the seller to read. */
export function saidInSource(say: () => string): string {
  return saidIn(sourceLanguage, english, say);
}
