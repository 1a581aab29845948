// What a blogger wrote around the element and into it, as the facade and the element both read it.

/** The nearest element that has this attribute, be it outside the shadow tree that the checker stands in. */
function nearest(from: Element, name: string): Element | null | undefined {
  const having = `[${name}]:not([${name}=""])`;
  return from.closest(having) ?? (from.getRootNode() as Partial<ShadowRoot>).host?.closest(having);
}

/** A value as a blogger meant it. */
export function given(host: Element | null | undefined, name: string): string {
  return (host?.getAttribute(name) ?? '').trim();
}

/**
 * The language of the page around the element: a known one that its tag means, whole or shortened from its end (pt-BR may be
 * had as pt), else English; and its direction, '' for that of the language. A `dir` counts only where it was meant for these
 * words: not further out than `lang`, and not for a language that is not known.
 */
export function languageFor(host: Element, known: readonly string[]): { language: string; dir: string } {
  const [lang, dir] = [nearest(host, 'lang'), nearest(host, 'dir')];
  let found: string | undefined;
  for (let tag = given(lang, 'lang').toLowerCase(); tag && !found; tag = tag.replace(/-?[^-]*$/, ''))
    found = known.find((one) => one.toLowerCase() === tag);
  const meant = !lang || (found && (lang === dir || !dir?.contains(lang)));
  const side = given(dir, 'dir').toLowerCase();
  return { language: found ?? 'en', dir: meant && /^(ltr|rtl)$/.test(side) ? side : '' };
}

/** A link to the full page: where `home` says, if that is an address of the web, else to `otherwise`. */
export function linkHome(host: Element, otherwise: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = given(host, 'home');
  if (!given(host, 'home') || !/^http/.test(link.protocol)) link.href = otherwise;
  return link;
}

/** The id that `marketplace` names, or ''. */
export function shopOf(host: Element): string {
  return given(host, 'marketplace').toLowerCase();
}
