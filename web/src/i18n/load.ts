import {
  alsoSpeak,
  language as current,
  learnSellersWords,
  sourceLanguage,
  speak,
  type Catalogue,
  type Language,
} from './index.ts';
import { bestLanguage, wantsSource } from './match.ts';

// Who reads English loads neither the list of languages nor anything that grows with it.
const list = async () => (await import('virtual:languages/catalogue+law+sentences')).default;

/** The languages there are: their tags, and their own names for themselves. */
export async function languageNames(): Promise<{ tag: Language; name: string }[]> {
  return Object.entries(await list()).map(([tag, { name }]) => ({ tag, name }));
}

/** The first of these that the page speaks; English where it speaks none, or the list cannot be had. */
export async function languageFor(wanted: readonly string[]): Promise<Language> {
  if (wantsSource(wanted[0])) return sourceLanguage;
  return bestLanguage(wanted, Object.keys(await list().catch(() => ({}))));
}

async function wordsOf(language: Language, part: 'catalogue' | 'law'): Promise<Catalogue> {
  const load = language === sourceLanguage ? null : (await list())[language]?.[part];
  if (load) return (await load()).default;
  const source =
    part === 'law' ? import('../../messages/en.json?law') : import('../../messages/en.json?catalogue');
  return (await source).default;
}

async function sellersWords(language: Language): Promise<void> {
  if (language === sourceLanguage) return;
  const letters = await import('../../messages/en.json?letter').catch(() => null);
  if (letters) learnSellersWords(letters.default);
}

let known = () => {};
const isKnown = new Promise<void>((go) => (known = go));

/** The whole catalogue of a language, for the page; English where it cannot be had. */
export async function useLanguage(language: Language): Promise<void> {
  try {
    const [words] = await Promise.all([wordsOf(language, 'catalogue'), sellersWords(language)]);
    speak(language, words);
    known();
  } catch (cause) {
    if (language === sourceLanguage) throw cause;
    console.info(`The words of "${language}" did not come.`);
    await useLanguage(sourceLanguage);
  }
}

/** Adds what only the law's card says, where this is still the language of the page. */
export async function useLawWords(language: Language): Promise<void> {
  const words = await wordsOf(language, 'law');
  if (current() === language) alsoSpeak(words);
}

/** Where the sentences of a pack are in the language of the page, once that is known; null where they are in English alone. */
export async function sentencesIn(pack: string): Promise<{ tag: Language; sum: string } | null> {
  await isKnown;
  const tag = current();
  if (tag === sourceLanguage) return null;
  const sum = (await list())[tag]?.sentences?.[pack];
  return sum ? { tag, sum } : null;
}
