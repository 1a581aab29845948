import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the messages are, one file a language, named by its BCP 47 tag. */
export const folder = fileURLToPath(new URL('../messages/', import.meta.url));

/** The language in which messages are written first, and which every reader can be given. */
export const sourceLanguage = 'en';

/** The languages that the page speaks: the source language first, the others by their tags. */
export function languageTags(): string[] {
  const tags = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''))
    .sort();
  return [sourceLanguage, ...tags.filter((tag) => tag !== sourceLanguage)];
}
