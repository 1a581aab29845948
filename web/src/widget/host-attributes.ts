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
 * The language of the page around the element, as it is written, '' where nothing names one; and the direction that is written
 * as near to the element as the language: that of a page further out is meant for the page's own language.
 */
export function languageFor(host: Element): { tag: string; dir: string } {
  const [lang, dir] = [nearest(host, 'lang'), nearest(host, 'dir')];
  const side = given(dir, 'dir').toLowerCase();
  const meant = lang === dir || !lang || !dir?.contains(lang);
  return { tag: given(lang, 'lang'), dir: meant && /^(ltr|rtl)$/.test(side) ? side : '' };
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
