// In the place of src/widget/words.ts: other languages by an import that a bundler can follow.
import english from '../../messages/en.json?widget';
import type { Catalogue, Language } from '../i18n/index.ts';
import type { Words } from '../widget/words.ts';

const others: Record<Exclude<Language, 'en'>, () => Promise<{ default: Catalogue }>> = {
  fr: () => import('../../messages/fr.json?widget'),
};

export async function wordsOf(language: Language): Promise<Words> {
  if (language === 'en') return { language, catalogue: english };
  try {
    return { language, catalogue: (await others[language]()).default };
  } catch {
    console.warn(`<return-checker>: the words for "${language}" did not come; it speaks English.`);
    return { language: 'en', catalogue: english };
  }
}
