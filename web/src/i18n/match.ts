import { sourceLanguage, type Language } from './index.ts';

// Old tags by their new names: iw is he.
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? '';
  } catch {
    return '';
  }
}

/** Whether nothing needs to be looked up for a reader who wants this. */
export function wantsSource(tag: string | undefined): boolean {
  return !tag || canonical(tag).split('-')[0] === sourceLanguage;
}

/** The language that is known, of a tag whole or shortened from its end: pt-BR may be had as pt; '' where there is none. */
export function matching(tag: string, known: readonly Language[]): Language {
  let part = canonical(tag);
  while (part && !known.includes(part)) part = part.replace(/-?[^-]*$/, '');
  return part;
}

/** The first of the wanted languages that is known; the source language where none is. */
export function bestLanguage(wanted: readonly string[], known: readonly Language[]): Language {
  for (const tag of wanted) {
    const found = matching(tag, known);
    if (found) return found;
  }
  return sourceLanguage;
}
