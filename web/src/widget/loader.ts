// The file that a blogger names: a classic script, which a page of any site may load from a server that sends no CORS header.
// It draws the question of each checker, and fetches the rest once one comes within a screen of the view, or is touched or
// focused, or at once with loading="eager". Where there is no DOM, loading it does nothing.
import { matching, wantsSource } from '../i18n/match.ts';
import { baseStyles } from './base-styles.ts';
import { drawQuestion, drawSentence, type FacadeWords, type SorryWords } from './facade.ts';
import { fileLoader } from './file-loader.ts';
import { given, languageFor, linkHome, shopOf } from './host-attributes.ts';

/**
 * Written by the build: the files that may come next, English, and the shops, the one that is meant first. How many other
 * languages there are makes no difference to it.
 */
declare const __ENTRY__: {
  /** What the names of the entry's own files end in: element, hashes, the list of languages and what each of them has. */
  mark: string;
  /** Of the file of hashes. */
  hash: string;
  words: FacadeWords;
  sorry: SorryWords;
  shops: Record<string, string>;
};

interface Checker extends HTMLElement {
  begin?(): void;
}

/** What the element's file finds on its own script. */
export interface Given extends ReturnType<typeof fileLoader> {
  watch: (host: Checker) => void;
  styles: string;
  /** The language for a reader who wants this one. */
  spoken: (tag: string) => Promise<string>;
  mark: string;
  reading: typeof reading;
}

/** What the element reads the host's page with: by place, since names weigh. */
const reading = [given, languageFor, linkHome, shopOf, wantsSource] as const;

function start() {
  const page = document as { returnChecker?: true };
  if (page.returnChecker) return; // the snippet stands twice in this page
  page.returnChecker = true;

  const { mark, hash, words, sorry, shops } = __ENTRY__;
  const loader = fileLoader(mark, hash);
  const seen = new WeakSet<Element>();
  const near = new WeakSet<Element>();
  const observer = new IntersectionObserver(
    (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && go(target as Checker)),
    { rootMargin: '100%' },
  );

  let tags: Promise<unknown> | undefined;
  /** Who wants English is not asked to fetch the list. */
  async function spoken(tag: string) {
    if (wantsSource(tag)) return 'en';
    tags ??= loader.file(`languages.${mark}`);
    return matching(tag, ((await tags) as string).split(' ')) || 'en';
  }

  let loading: Promise<unknown> | undefined;
  /** A reader is near this one. */
  function go(host: Checker) {
    near.add(host);
    observer.unobserve(host);
    loading ??= loader.file(`element.${mark}`, {
      ...loader,
      watch,
      spoken,
      mark,
      styles: baseStyles,
      reading,
    });
    loading.then(
      () => host.begin?.(),
      (cause: unknown) => {
        loading = undefined; // the next touch tries again
        console.warn('<return-checker>', cause);
        void draw(host, true);
      },
    );
  }

  /** What is drawn in place of the checker: its question, or where it `failed` one sentence. Of an unknown shop the element says so. */
  async function draw(host: HTMLElement, failed?: boolean) {
    const packs = given(host, 'packs'); // the host's own: its name is not known yet
    const id = shopOf(host) || Object.keys(shops)[0]!;
    const found = languageFor(host);
    let lang = 'en';
    let said: unknown = failed ? sorry : words;
    try {
      const wanted = await spoken(found.tag);
      if (wanted !== lang) {
        said = await loader.file(`${failed ? 'sorry' : 'facade'}.${wanted}.${mark}`);
        lang = wanted;
      }
    } catch {
      // it is said in English
    }
    if (customElements.get('return-checker') && !failed) return; // the element was faster
    const meant = lang !== 'en' || wantsSource(found.tag);
    const dir = (meant && found.dir) || (said as FacadeWords)[0];
    if (failed) drawSentence(host, lang, dir, said as SorryWords, loader.base.replace(/v\/[^/]+\/$/, ''));
    else if (packs || Object.hasOwn(shops, id))
      drawQuestion(host, lang, dir, said as FacadeWords, packs ? '' : shops[id]!);
  }

  function watch(host: Checker) {
    if (near.has(host)) host.begin?.();
    if (seen.has(host)) return;
    seen.add(host);
    void draw(host);
    if (given(host, 'loading') === 'eager') go(host);
    else observer.observe(host);
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
    document.querySelectorAll<HTMLElement>('return-checker').forEach(watch);
  }
  look();
  // Some come later: with the rest of the page, or by a script of the host.
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  for (const type of ['pointerdown', 'focusin'])
    document.addEventListener(type, ({ target }) => {
      const host = (target as Element).closest?.<HTMLElement>('return-checker');
      if (host) go(host);
    });
}

if (typeof document === 'object') start();
