// The module that a blogger names. Until a checker comes within a screen of the view, or is touched or focused, this is all
// that a reader's browser fetches; then the element comes, and brings the rest. Where there is no DOM, importing it does nothing.
const checkers = 'return-checker, [data-return-checker]';

let loading: Promise<unknown> | undefined;

function load(): void {
  const address = new URL(__ELEMENT_FILE__, import.meta.url).href;
  loading ??= import(/* @vite-ignore */ address).catch((cause: unknown) => {
    loading = undefined; // the next touch tries again
    console.warn('<return-checker> did not load.', cause);
  });
}

function isOne(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(checkers) !== null;
}

if (typeof document === 'object') {
  const near = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) load();
    },
    { rootMargin: '100%' },
  );
  const watch = () => {
    for (const element of document.querySelectorAll(checkers)) {
      if (element.getAttribute('loading') === 'eager') load();
      else near.observe(element);
    }
  };
  watch();
  // Some come later: with the rest of the page, or by a script of the host.
  new MutationObserver(watch).observe(document.documentElement, { childList: true, subtree: true });
  for (const type of ['pointerdown', 'focusin'])
    document.addEventListener(type, (event) => {
      if (isOne(event.target)) load();
    });
}
