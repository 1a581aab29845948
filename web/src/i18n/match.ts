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

/** The first of the wanted languages that is known, whole or shortened from its end: pt-BR may be had as pt. */
export function bestLanguage(wanted: readonly string[], known: readonly Language[]): Language {
  for (const tag of wanted)
    for (let part = canonical(tag); part; part = part.replace(/-?[^-]*$/, ''))
      if (known.includes(part)) return part;
  return sourceLanguage;
}
