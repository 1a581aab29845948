// English is inside the module; another language is one file beside it (return-checker.LANG.js).
import english from '../../messages/en.json?widget';
import type { Catalogue, Language } from '../i18n/index.ts';

export interface Words {
  language: Language;
  catalogue: Catalogue;
}

/** The words of a language; English where its file cannot be had. */
export async function wordsOf(language: Language): Promise<Words> {
  if (language !== 'en') {
    try {
      const address = new URL(/* @vite-ignore */ `./return-checker.${language}.js`, import.meta.url).href;
      const file = (await import(/* @vite-ignore */ address)) as { default: Catalogue };
      return { language, catalogue: file.default };
    } catch {
      console.warn(`<return-checker>: the words for "${language}" did not come; it speaks English.`);
    }
  }
  return { language: 'en', catalogue: english };
}
