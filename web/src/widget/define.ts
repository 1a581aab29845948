// The element, once a checker is near. Where there is no DOM, importing it does nothing.
import { ReturnChecker } from './return-checker.ts';

/** `<blockquote data-return-checker data-marketplace="…">`: for hosts that let no element of ours through. */
function upgrade() {
  for (const host of document.querySelectorAll(
    '[data-return-checker]:not([data-return-checker="upgraded"])',
  )) {
    const element = document.createElement('return-checker');
    for (const name of ['marketplace', 'country', 'lang', 'theme']) {
      const value = host.getAttribute(`data-${name}`);
      if (value !== null) element.setAttribute(name, value);
    }
    element.append(...host.childNodes); // what was there stands until it is ready, and if it fails
    host.setAttribute('data-return-checker', 'upgraded');
    host.append(element);
  }
}

if (typeof customElements === 'object') {
  if (!customElements.get('return-checker')) customElements.define('return-checker', ReturnChecker);
  upgrade();
  // Some come later: with the rest of the page, or by a script of the host.
  new MutationObserver(upgrade).observe(document.documentElement, { childList: true, subtree: true });
}
