// What a blogger wrote into the element, trimmed and checked. A value that is not known is named, never guessed at.
import { given, languageFor, linkHome, shopOf } from './host-attributes.ts';

export interface Settings {
  marketplace: string;
  /** There is no shop of that name: there can be no answer. */
  unknown_shop: boolean;
  /** The address of a pack of the host's own, or ''. */
  packs: string;
  country: string | null;
  /** As it was written; '' where nothing names one. */
  language: string;
  theme: 'host' | 'light' | 'dark' | 'auto';
  /** '' for that of the language. */
  dir: string;
  /** Where the full page is, or ''. */
  home: string;
  wrong: { name: string; value: string }[];
}

export function readSettings(from: Element, shops: readonly { id: string }[], home: string): Settings {
  const wrong: Settings['wrong'] = [];
  const read = <T extends string>(name: string, known: (value: string) => T | undefined, otherwise: T): T => {
    const value = given(from, name);
    if (value === '') return otherwise;
    const found = known(value);
    if (found === undefined) wrong.push({ name, value: value.slice(0, 40) });
    return found ?? otherwise;
  };
  const themes = ['light', 'dark', 'auto'] as const;
  const packs = given(from, 'packs');
  const named = shopOf(from);
  const unknown_shop = !packs && named !== '' && !shops.some(({ id }) => id === named);
  if (unknown_shop) wrong.push({ name: 'marketplace', value: named.slice(0, 40) });
  const { tag, dir } = languageFor(from);
  const full = linkHome(from, home || 'none:');
  return {
    marketplace: named || (packs ? '' : (shops[0]?.id ?? '')),
    unknown_shop,
    packs,
    home: full.protocol === 'none:' ? '' : full.href.replace(/#.*/, ''),
    // Whether there is such a country, the engine says.
    country:
      read('country', (value) => (/^[a-z]{2}$/i.test(value) ? value.toUpperCase() : undefined), '') || null,
    // A language that we do not speak is no mistake of the blogger's: the page may well be in it.
    language: tag,
    theme: read(
      'theme',
      (value) => themes.find((one) => one === value.toLowerCase()),
      'host' as Settings['theme'],
    ),
    dir,
    wrong,
  };
}
