// What a blogger wrote into the element, trimmed and checked. A value that is not known is told, never guessed at.

export interface Settings {
  marketplace: string;
  country: string | null;
  /** As it was written; '' where nothing names one. */
  language: string;
  theme: 'host' | 'light' | 'dark' | 'auto';
  dir: 'ltr' | 'rtl' | '';
  wrong: { name: string; value: string }[];
}

/** The nearest element that names it, from this one outwards. */
function nearest(from: Element, name: string): { value: string; by: Node | null } {
  for (let at: Node | null = from; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)) {
    const value = at instanceof Element ? at.getAttribute(name)?.trim() : '';
    if (value) return { value, by: at };
  }
  return { value: '', by: null };
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
  const lang = nearest(from, 'lang');
  const dir = nearest(from, 'dir');
  // The direction of the page around is that of its own language: it counts where it is written as near as the language.
  const own = dir.by?.contains(lang.by) && dir.by !== lang.by ? '' : dir.value.toLowerCase();
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
    language: lang.value,
    theme: read(
      'theme',
      (value) => themes.find((one) => one === value.toLowerCase()),
      'host' as Settings['theme'],
    ),
    dir: own === 'rtl' || own === 'ltr' ? own : '',
    wrong,
  };
}
