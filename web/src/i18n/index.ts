/** The words on the screen: compiled ICU messages, one catalogue a language, and dates and money by Intl. */
type Message = string | ((params: Record<string, unknown>) => string);
export type Catalogue = Record<string, Message>;
export type Params = Record<string, string | number | boolean | null | undefined>;

export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

let catalogue: Catalogue = {};
let current: Language = 'en';

/** From here on every message is in this language. */
export function speak(language: Language, words: Catalogue): void {
  catalogue = words;
  current = language;
}

/** More messages in the current language. */
export function alsoSpeak(words: Catalogue): void {
  catalogue = { ...catalogue, ...words };
}

export function language(): Language {
  return current;
}

/** The first of the shopper's languages that we speak. */
export function guessLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const base = tag.toLowerCase().split('-')[0];
    const known = languages.find((one) => one === base);
    if (known) return known;
  }
  return 'en';
}

export function has(key: string): boolean {
  return Object.hasOwn(catalogue, key);
}

/** The message of that name. A missing one is a fault of ours: tests look for it, shoppers see nothing odd. */
export function t(key: string, params: Params = {}): string {
  const message = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
  if (message === undefined) return '';
  return typeof message === 'string' ? message : message(params);
}

/** The first message that exists. */
export function firstOf(keys: string[], params: Params = {}): string {
  const key = keys.find(has);
  return key ? t(key, params) : '';
}
