// The file that a blogger names: a classic script, which a page of any site may load from a server that sends no CORS header.
// It draws the question of each checker, and fetches the rest once one comes within a screen of the view, or is touched or
// focused, or at once with loading="eager". Where there is no DOM, loading it does nothing.
import { bestLanguage, wantsSource } from '../i18n/match.ts';
import { baseStyles } from './base-styles.ts';
import { drawQuestion, drawSentence, type FacadeWords } from './facade.ts';
import { fileLoader } from './file-loader.ts';
import { given, languageFor, linkHome, shopOf } from './host-attributes.ts';

/** Written by the build: the hashes of the files that may come next, English, and the shops, the one that is meant first. */
declare const __ENTRY__: {
  element: string;
  hashes: [name: string, hash: string];
  words: FacadeWords;
  /** Of the other languages, with spaces between them. */
  tags: string;
  /** What the names of the other languages' facades end in. */
  facades: string;
  shops: Record<string, string>;
};

interface Checker extends HTMLElement {
  begin?(): void;
}

/** What the element's file finds on its own script. */
export interface Given extends ReturnType<typeof fileLoader> {
  watch: (host: Checker) => void;
  styles: string;
  languages: string[];
  reading: typeof reading;
}

/** What the element reads the host's page with: by place, since names weigh. */
const reading = [given, languageFor, linkHome, shopOf, bestLanguage, wantsSource] as const;

function start() {
  const page = document as { returnChecker?: true };
  if (page.returnChecker) return; // the snippet stands twice in this page
  page.returnChecker = true;

  const { element, hashes: list, words: english, tags, facades, shops } = __ENTRY__;
  const languages = tags.split(' ');
  const loader = fileLoader(list);
  const seen = new WeakSet<Element>();
  const near = new WeakSet<Element>();
  const observer = new IntersectionObserver(
    (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && go(target as Checker)),
    { rootMargin: '100%' },
  );

  let loading: Promise<unknown> | undefined;
  /** A reader is near this one. */
  function go(host: Checker) {
    near.add(host);
    observer.unobserve(host);
    loading ??= loader.file(element, {
      ...loader,
      watch,
      languages,
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
    let lang = bestLanguage([found.tag], languages);
    let meant = lang !== 'en' || wantsSource(found.tag);
    let words = english;
    if (lang !== 'en')
      try {
        words = (await loader.file(`facade.${lang}.${facades}`)) as FacadeWords;
      } catch {
        lang = 'en';
        meant = false;
      }
    if (customElements.get('return-checker') && !failed) return; // the element was faster
    const dir = (meant && found.dir) || words[0];
    if (failed) {
      const link = linkHome(host, loader.base.replace(/v\/[^/]+\/$/, ''));
      link.append(words[5]);
      drawSentence(host, lang, dir, words[4], link);
    } else if (packs || Object.hasOwn(shops, id))
      drawQuestion(host, lang, dir, words, packs ? '' : shops[id]!);
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
