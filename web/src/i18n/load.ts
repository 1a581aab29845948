import { speak, type Catalogue, type Language } from './index.ts';

const loaders: Record<Language, () => Promise<{ default: Catalogue }>> = {
  en: () => import('../../messages/en.json?catalogue'),
  fr: () => import('../../messages/fr.json?catalogue'),
};

/** The whole catalogue of a language, for the page. */
export async function useLanguage(language: Language): Promise<void> {
  speak(language, (await loaders[language]()).default);
}
