/** The words on the screen: compiled ICU messages, one catalogue a language, and dates and money by Intl. */
type Message = string | ((params: Record<string, unknown>) => string);
export type Catalogue = Record<string, Message>;
export type Params = Record<string, string | number | boolean | null | undefined>;

/** A BCP 47 tag that names a file in web/messages. */
export type Language = string;

/** The language that every reader can be given. */
export const sourceLanguage: Language = 'en';

let catalogue: Catalogue = {};
let current = sourceLanguage;
let ofPack: Record<string, string> = {};

/** From here on every message is in this language. */
export function speak(language: Language, words: Catalogue): void {
  catalogue = words;
  current = language;
}

/** More messages in the current language. */
export function alsoSpeak(words: Catalogue): void {
  catalogue = { ...catalogue, ...words };
}

/** A pack's sentences for steps, codes and remedies of its own: plain text, said where the catalogue has no such name. */
export function packSays(words: Record<string, string> = {}): void {
  ofPack = words;
}

function messageOf(key: string): Message | undefined {
  if (Object.hasOwn(catalogue, key)) return catalogue[key];
  const name = /^(?:steps|evidence|advice|help|warning|ways)\.(.+)/.exec(key)?.[1];
  return name !== undefined && Object.hasOwn(ofPack, name) ? ofPack[name] : undefined;
}

export function language(): Language {
  return current;
}

/** What `say` returns in another language than the current one. */
export function saidIn<T>(other: Language, words: Catalogue, say: () => T): T {
  const before = [current, catalogue] as const;
  speak(other, words);
  try {
    return say();
  } finally {
    speak(...before);
  }
}

let sellers: Catalogue | null = null;

/** What letters say in the source language, which sellers abroad read. */
export function learnSellersWords(words: Catalogue): void {
  sellers = words;
}

/** The same letter for the seller to read; '' where the reader's language is the seller's, or its words are not there. */
export function forSeller(say: () => string): string {
  return sellers && current !== sourceLanguage ? saidIn(sourceLanguage, sellers, say) : '';
}

export function has(key: string): boolean {
  return messageOf(key) !== undefined;
}

/** The message of that name. A missing one is a fault of ours: tests look for it, shoppers see nothing odd. */
export function t(key: string, params: Params = {}): string {
  const message = messageOf(key);
  if (message === undefined) return '';
  return typeof message === 'string' ? message : message(params);
}

/** The first message that exists. */
export function firstOf(keys: string[], params: Params = {}): string {
  const key = keys.find(has);
  return key ? t(key, params) : '';
}
