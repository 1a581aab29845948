// What a blogger wrote into the element, trimmed and checked. A value that is not known is told, never guessed at.
import { languages, type Language } from '../i18n/index.ts';

export interface Settings {
  marketplace: string;
  country: string | null;
  language: Language;
  theme: 'host' | 'light' | 'dark' | 'auto';
  dir: 'ltr' | 'rtl' | '';
  wrong: { name: string; value: string }[];
}

function nearest(from: Element, name: string): string {
  for (let at: Node | null = from; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)) {
    const value = at instanceof Element ? at.getAttribute(name)?.trim() : '';
    if (value) return value;
  }
  return '';
}

function spoken(tag: string): Language | undefined {
  const base = tag.toLowerCase().split('-')[0];
  return languages.find((one) => one === base);
}

export function readSettings(from: Element, shops: readonly { id: string }[]): Settings {
  const wrong: Settings['wrong'] = [];
  const read = <T extends string>(name: string, known: (value: string) => T | undefined, otherwise: T): T => {
    const value = from.getAttribute(name)?.trim() ?? '';
    if (value === '') return otherwise;
    const found = known(value);
    if (found === undefined) wrong.push({ name, value: value.slice(0, 40) });
    return found ?? otherwise;
  };
  const themes = ['light', 'dark', 'auto'] as const;
  const dir = nearest(from, 'dir').toLowerCase();
  return {
    marketplace: read(
      'marketplace',
      (value) => shops.find((shop) => shop.id === value.toLowerCase())?.id,
      shops[0]?.id ?? '',
    ),
    // Whether there is such a country, the engine says.
    country:
      read('country', (value) => (/^[a-z]{2}$/i.test(value) ? value.toUpperCase() : undefined), '') || null,
    // A language that we do not speak is no mistake of the blogger's: the page may well be in it.
    language: spoken(nearest(from, 'lang')) ?? 'en',
    theme: read(
      'theme',
      (value) => themes.find((one) => one === value.toLowerCase()),
      'host' as Settings['theme'],
    ),
    dir: dir === 'rtl' || dir === 'ltr' ? dir : '',
    wrong,
  };
}
