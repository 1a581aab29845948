import { alsoSpeak, language as current, speak, type Catalogue, type Language } from './index.ts';

const loaders: Record<Language, () => Promise<{ default: Catalogue }>> = {
  en: () => import('../../messages/en.json?catalogue'),
  fr: () => import('../../messages/fr.json?catalogue'),
};

/** The whole catalogue of a language, for the page. */
export async function useLanguage(language: Language): Promise<void> {
  speak(language, (await loaders[language]()).default);
}

const lawLoaders: Record<Language, () => Promise<{ default: Catalogue }>> = {
  en: () => import('../../messages/en.json?law'),
  fr: () => import('../../messages/fr.json?law'),
};

/** Adds what only the law's card says, where this is still the language of the page. */
export async function useLawWords(language: Language): Promise<void> {
  const words = (await lawLoaders[language]()).default;
  if (current() === language) alsoSpeak(words);
}
