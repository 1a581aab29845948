// In the place of src/widget/words.ts: other languages by imports that a bundler can follow.
import english from '../../messages/en.json?widget';
import { saidIn, sourceLanguage, type Catalogue, type Language } from '../i18n/index.ts';
import { bestLanguage, wantsSource } from '../i18n/match.ts';
import type { Words } from '../widget/words.ts';
import languages from 'virtual:languages/widget+brief';

export async function wordsOf(tag: string): Promise<Words> {
  const source = { language: sourceLanguage, catalogue: english, wanted: wantsSource(tag) };
  if (source.wanted) return source;
  try {
    const language = bestLanguage([tag], Object.keys(languages));
    const load = language === sourceLanguage ? undefined : languages[language]?.widget;
    return load ? { language, catalogue: (await load()).default, wanted: true } : source;
  } catch {
    console.warn(`<return-checker>: the words for "${tag.slice(0, 40)}" did not come; it speaks English.`);
    return source;
  }
}

export async function lawWordsOf(language: Language): Promise<Catalogue> {
  const load = languages[language]?.brief;
  return (await (load?.() ?? import('../../messages/en.json?brief'))).default;
}

export function saidInSource(say: () => string): string {
  return saidIn(sourceLanguage, english, say);
}
