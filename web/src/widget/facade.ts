// What stands for a checker until a reader comes near: its question as the element will draw it, or one sentence with a link.
import { baseStyles } from './base-styles.ts';

/** What the facade says in one language, in this order; written by the build (scripts/widget-files.mjs). */
export type FacadeWords = [
  dir: string,
  label: string,
  ask: string,
  other: string,
  cannot: string,
  full: string,
  ...tiles: string[],
];

/** The ids of the tiles, in the order of their words. */
declare const __TILES__: string[];

let sheet: CSSStyleSheet | undefined;

function make(name: string, attributes: string, ...inside: (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  for (const one of attributes.split(' ')) {
    const [key, value] = one.split('=');
    if (key) element.setAttribute(key, value ?? '');
  }
  element.append(...inside);
  return element;
}

/** Puts a box into the shadow root that the element will take over. */
function put(host: Element, lang: string, dir: string, ...inside: Node[]): void {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(baseStyles);
  root.adoptedStyleSheets = [sheet];
  root.replaceChildren(
    make('slot', ''),
    make('section', `class=box part=box lang=${lang} dir=${dir}`, ...inside),
  );
}

/** The first question, with the name of its shop. A tile that is pressed is marked, for the element to take over. */
export function drawQuestion(
  host: Element,
  lang: string,
  dir: string,
  words: FacadeWords,
  name: string,
): void {
  const [, label, ask, other, , , ...tiles] = words;
  const choices = make('div', 'class=choices');
  [...tiles, other].forEach((text, index) => {
    const id = __TILES__[index] ?? 'else';
    const tile = make(
      'button',
      `type=button part=button data-do=${id} class=${id === 'else' ? 'quiet' : ''}`,
      text,
    );
    tile.onclick = () => {
      choices.setAttribute('data-pressed', id);
      tile.className = 'pressed';
    };
    choices.append(tile);
  });
  put(
    host,
    lang,
    dir,
    make('p', 'class=small part=shop', make('b', '', label), ` ${name}`),
    make('div', 'class=answer'),
    make('div', 'class=ask', make('fieldset', '', make('legend', '', ask), choices)),
  );
  host.shadowRoot?.querySelector('slot')?.remove(); // the question stands in the place of what the host wrote
}

/** What the host wrote into the element, a sentence, and a link to the full page; no higher than that. */
export function drawSentence(host: Element, lang: string, dir: string, why: string, link: Element): void {
  host.setAttribute('data-short', '');
  put(host, lang, dir, make('p', '', `${why} `, link));
}
