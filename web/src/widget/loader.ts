// The file that a blogger names: a classic script, which a page of any site may load from a server that sends no CORS header.
// It draws the question of each checker, and fetches the rest once one comes within a screen of the view, or is touched or
// focused, or at once with loading="eager". Where there is no DOM, loading it does nothing.
import { baseStyles } from './base-styles.ts';
import { drawQuestion, drawSentence, type FacadeWords } from './facade.ts';
import { fileLoader } from './file-loader.ts';
import { given, languageFor, linkHome, shopOf } from './host-attributes.ts';

/** Written by the build: the hashes of the files that may come next, English, and the shops, the one that is meant first. */
declare const __ENTRY__: {
  element: string;
  hashes: string;
  words: FacadeWords;
  languages: Record<string, string>;
  shops: Record<string, string>;
};

interface Checker extends Element {
  begin?(): void;
}

/** What the element's file finds on its own script. */
export interface Given extends ReturnType<typeof fileLoader> {
  watch: (host: Checker) => void;
  /** Of the further files by their names, where the browser is to check them. */
  hashes: () => Promise<Record<string, string>>;
  styles: string;
  attributes: Pick<typeof import('./host-attributes.ts'), 'given' | 'languageFor' | 'linkHome' | 'shopOf'>;
}

const mark = Symbol.for('return-checker');

function start() {
  const page = document as unknown as { [mark]?: true };
  if (page[mark]) return; // the snippet stands twice in this page
  page[mark] = true;

  const { element, hashes: list, words: english, languages, shops } = __ENTRY__;
  const loader = fileLoader();
  const seen = new WeakSet<Element>();
  const near = new WeakSet<Element>();
  const observer = new IntersectionObserver(
    (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && go(target)),
    { rootMargin: '100%' },
  );

  let known: Promise<unknown> | undefined;
  const hashes = () =>
    (known ??= (loader.checked ? loader.named('hashes', list) : Promise.resolve({})).catch((cause: unknown) => {
      known = undefined;
      throw cause;
    })) as Promise<Record<string, string>>;

  let loading: Promise<unknown> | undefined;
  /** A reader is near this one. */
  function go(host: Checker) {
    near.add(host);
    observer.unobserve(host);
    hashes().catch(() => {}); // at the same time as the element
    loading ??= loader.named('element', element, { ...loader, watch, hashes, styles: baseStyles, attributes: { given, languageFor, linkHome, shopOf } });
    loading.then(
      () => host.begin?.(),
      (cause: unknown) => {
        loading = undefined; // the next touch tries again
        console.warn('<return-checker> did not load.', cause);
        void draw(host, true);
      },
    );
  }

  /** The name of its shop, undefined where there is none of that id; of the host's own pack the name is not known yet. */
  function shopFor(host: Element): string | undefined {
    const id = shopOf(host) || Object.keys(shops)[0]!;
    return given(host, 'packs') ? '' : Object.hasOwn(shops, id) ? shops[id] : undefined;
  }

  async function draw(host: Element, failed?: boolean) {
    const name = shopFor(host);
    const { language, dir } = languageFor(host, ['en', ...Object.keys(languages)]);
    const hash = languages[language];
    const own = hash && (await loader.named(`facade.${language}`, hash).catch(() => {}));
    if (customElements.get('return-checker') && !failed) return; // the element was faster
    const words = (own || english) as FacadeWords;
    const lang = own ? language : 'en';
    const side = (words !== english || lang === language ? dir : '') || words[0];
    if (failed || name === undefined) {
      const link = linkHome(host, loader.base.replace(/v\/[^/]+\/$/, ''));
      link.target = '_blank';
      link.append(words[6]);
      drawSentence(host, lang, side, words[failed ? 5 : 4], link);
    } else drawQuestion(host, lang, side, words, name);
  }

  function watch(host: Checker) {
    if (near.has(host)) host.begin?.();
    if (seen.has(host)) return;
    seen.add(host);
    void draw(host);
    if (given(host, 'loading') === 'eager') go(host);
    else if (shopFor(host) !== undefined) observer.observe(host);
  }

  /** `<blockquote data-return-checker data-marketplace="…">`: for editors that let no element of ours through. */
  function upgrade(host: Element) {
    const checker = document.createElement('return-checker');
    for (const name of 'marketplace country lang dir theme loading home packs'.split(' ')) {
      const value = host.getAttribute(`data-${name}`);
      if (value !== null) checker.setAttribute(name, value);
    }
    checker.append(...host.childNodes); // what was there is shown again where it cannot run
    host.setAttribute('data-return-checker', 'upgraded');
    host.append(checker);
  }

  function look() {
    document.querySelectorAll('[data-return-checker]:not([data-return-checker=upgraded])').forEach(upgrade);
    document.querySelectorAll('return-checker').forEach(watch);
  }
  look();
  // Some come later: with the rest of the page, or by a script of the host.
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  for (const type of ['pointerdown', 'focusin'])
    document.addEventListener(type, ({ target }) => {
      const host = (target as Element).closest?.('return-checker');
      if (host) go(host);
    });
}

if (typeof document === 'object') start();
