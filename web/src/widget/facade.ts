// What stands for a checker until a reader comes near: its question as the element will draw it, or one sentence with a link.
import { baseStyles } from './base-styles.ts';
import { linkHome } from './host-attributes.ts';

/** What the facade says in one language, in this order; written by the build (scripts/widget-files.mjs). */
export type FacadeWords = [dir: string, label: string, ask: string, other: string, ...tiles: string[]];

/** The same, where nothing more comes: a sentence, and the words of its link. */
export type SorryWords = [dir: string, cannot: string, full: string];

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

/** Puts these into the shadow root that the element will take over; gives by how much the page has become lower. */
function put(host: Element, ...inside: Node[]): number {
  const around = host.parentElement!;
  const before = around.offsetHeight;
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(baseStyles);
  root.adoptedStyleSheets = [sheet];
  root.replaceChildren(...inside);
  return before - around.offsetHeight;
}

/** The first question, with the name of its shop. A tile that is pressed is marked, for the element to take over. */
export function drawQuestion(
  host: HTMLElement,
  lang: string,
  dir: string,
  words: FacadeWords,
  name: string,
): void {
  const [, label, ask, other, ...tiles] = words;
  const choices = make('div', 'class=choices');
  [...tiles, other].forEach((text, index) => {
    const id = __TILES__[index] ?? 'else';
    const tile = make('button', `part=button data-do=${id} class=${id === 'else' ? 'quiet' : ''}`, text);
    tile.onclick = () => {
      choices.setAttribute('data-pressed', id);
      tile.className = 'pressed';
    };
    choices.append(tile);
  });
  const lower = put(
    host,
    make(
      'section',
      `class=box part=box lang=${lang} dir=${dir}`,
      make('p', 'class=small part=shop', make('b', '', label), ` ${name}`),
      make('div', 'class=answer'),
      make('div', 'class=ask', make('fieldset', '', make('legend', '', ask), choices)),
    ),
  );
  // The host left about as much room: what stands below stays where it is, to the pixel.
  if (Math.abs(lower) < 99) host.style.setProperty('--return-checker-height', `calc(44em + ${lower}px)`);
}

/** What the host wrote into the element, a sentence, and a link to the full page at `home`; no higher than that. */
export function drawSentence(
  host: Element,
  lang: string,
  dir: string,
  [, cannot, full]: SorryWords,
  home: string,
): void {
  const link = linkHome(host, home);
  link.append(full);
  host.setAttribute('data-short', '');
  put(
    host,
    make('slot', ''),
    make('section', `class=box part=box lang=${lang} dir=${dir}`, make('p', '', `${cannot} `, link)),
  );
}
