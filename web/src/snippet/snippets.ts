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
  /** Two letters, '' for none. */
  country?: string;
  language: string;
  /** Where the site stands, with a slash at its end. */
  home: string;
  /** A version with its fingerprint, or null for the newest. */
  pinned: { version: string; integrity: string } | null;
  /** The words of the link that stands until the checker is ready. */
  label: string;
}

/** Text as it stands in markup, in an attribute too. */
export function text(value: string): string {
  return value.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/**
 * Keeps the height from the start, so that nothing of the article moves when the checker comes. By an attribute, since a strict
 * policy forbids `style=`; and it lets go after nine seconds: where the script never comes, no hole stays.
 */
export const room =
  '<svg width="1" height="45em" aria-hidden="true"><animate attributeName="height" begin="9s" dur="1ms" to="0" fill="freeze"></animate></svg>';

/** Whether readers elsewhere cannot reach this address: a file, this machine, a private network. */
export function isLocal(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return true;
  if (/^\[(::1|f[cd]|fe80)/.test(hostname)) return true;
  if (/^(127|10|0|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))(\.\d+)+$/.test(hostname)) return true;
  return !hostname.includes('.') || /\.(local|localhost|internal|test|lan|home)$/.test(hostname);
}

export function snippet(wanted: Wanted): string {
  const { place, home, pinned, marketplace, language, country = '' } = wanted;
  const page = `${home}#marketplace=${marketplace}${country && `&country=${country}`}`;
  if (place === 'wordpress_com') return `${home}embed/${marketplace}/${language}/`;
  if (place === 'link') return `<a href="${text(page)}">${text(wanted.label)}</a>`;
  const script = pinned
    ? `<script async src="${text(home)}v/${pinned.version}/return-checker.js" integrity="${pinned.integrity}" crossorigin="anonymous"></script>`
    : `<script async src="${text(home)}return-checker.js"></script>`;
  const where = country && ` country="${country}"`;
  return `<return-checker marketplace="${marketplace}"${where} lang="${language}"><a href="${text(page)}">${text(wanted.label)}</a>${room}</return-checker>\n${script}`;
}
