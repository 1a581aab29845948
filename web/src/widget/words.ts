// English is inside the module; another language is one file beside it (return-checker.LANG.js), and the list of them is
// another (return-checker.languages.js): a reader of English loads neither.
import lawWords from '../../messages/en.json?brief';
import english from '../../messages/en.json?widget';
import { saidIn, sourceLanguage, type Catalogue, type Language } from '../i18n/index.ts';
import { bestLanguage, wantsSource } from '../i18n/match.ts';

export interface Words {
  language: Language;
  catalogue: Catalogue;
  /** Whether these are the words that were wanted. */
  wanted: boolean;
}

async function beside(name: string): Promise<unknown> {
  const address = new URL(/* @vite-ignore */ `./return-checker.${name}.js`, import.meta.url).href;
  return ((await import(/* @vite-ignore */ address)) as { default: unknown }).default;
}

/** The words of a language, or of the one that it is a variant of; English where there are none. */
export async function wordsOf(tag: string): Promise<Words> {
  const source = { language: sourceLanguage, catalogue: english, wanted: wantsSource(tag) };
  if (source.wanted) return source;
  try {
    const language = bestLanguage([tag], (await beside('languages')) as Language[]);
    if (language === sourceLanguage) return source;
    return { language, catalogue: (await beside(language)) as Catalogue, wanted: true };
  } catch {
    console.warn(`<return-checker>: the words for "${tag.slice(0, 40)}" did not come; it speaks English.`);
    return source;
  }
}

/** What the law's card says in a language. */
export async function lawWordsOf(language: Language): Promise<Catalogue> {
  return language === sourceLanguage ? lawWords : ((await beside(`law.${language}`)) as Catalogue);
}

/** For the seller to read. */
export function saidInSource(say: () => string): string {
  return saidIn(sourceLanguage, english, say);
}
