// What a blogger pastes, by where he publishes. Pure text: the page shows it, a test pastes it into real hosts.

export const places = [
  'wordpress',
  'wordpress_com',
  'ghost',
  'hugo',
  'jekyll',
  'blogger',
  'html',
  'link',
] as const;
export type Place = (typeof places)[number];

export interface Wanted {
  place: Place;
  marketplace: string;
  language: string;
  /** Where the site stands, with a slash at its end. */
  home: string;
  /** A version with its fingerprint, or null for the newest. */
  pinned: { version: string; integrity: string } | null;
  /** The words of the link that stands until the checker is ready. */
  label: string;
}

function text(value: string): string {
  return value.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** The height is kept from the start, so that nothing of the article moves when the checker comes. */
export const reserved = 'display:block;min-height:44em';

export function snippet(wanted: Wanted): string {
  const { place, home, pinned } = wanted;
  const page = `${home}#marketplace=${wanted.marketplace}`;
  if (place === 'wordpress_com') return home;
  if (place === 'link') return `<a href="${text(page)}">${text(wanted.label)}</a>`;
  const script = pinned
    ? `<script type="module" src="${text(home)}v/${pinned.version}/return-checker.js" integrity="${pinned.integrity}" crossorigin="anonymous"></script>`
    : `<script type="module" src="${text(home)}return-checker.js"></script>`;
  return `<return-checker marketplace="${wanted.marketplace}" lang="${wanted.language}" style="${reserved}"><a href="${text(page)}">${text(wanted.label)}</a></return-checker>\n${script}`;
}
