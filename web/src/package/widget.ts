// `returnable/widget`: the element's class, defined under no name. Its type says no more than a host needs to know.
import { ReturnChecker as Element } from '../widget/return-checker.ts';
import type { Verdict } from '../engine/types.ts';

/** Bubbles and crosses shadow roots, as the next one does; comes after each answer of a reader. */
export type VerdictEvent = CustomEvent<Verdict>;

/** Comes once it can be asked. */
export type ReadyEvent = CustomEvent<{ marketplace: string; language: string }>;

/** What can be written on the element. */
export interface ReturnCheckerAttributes {
  /** The id of a shop: `aliexpress`, `dhgate`, `temu`, `wish`. Left out: the first of the list. */
  marketplace?: string;
  /** Two letters: the law there is loaded. Left out: none is assumed. */
  country?: string;
  /** Left out: the language of whatever surrounds it. */
  lang?: string;
  /** Left out: the colours of the page as they are. `auto` follows its `color-scheme`. */
  theme?: 'light' | 'dark' | 'auto';
  /** Left out: that of the language. */
  dir?: 'ltr' | 'rtl';
  /** The address of a full page to link to. Left out: that of the build, if there is one. */
  home?: string;
  /** The address of a pack of your own, which is then asked in place of a built-in one. */
  packs?: string;
}

/** `<return-checker>`. What stands in it stays until it is ready, and where it cannot run; `slot="below"` stays under the answer. */
export type ReturnChecker = HTMLElement;

export const ReturnChecker: { new (): ReturnChecker; readonly observedAttributes: string[] } = Element;

declare global {
  interface HTMLElementTagNameMap {
    'return-checker': ReturnChecker;
  }
  interface HTMLElementEventMap {
    ready: ReadyEvent;
    verdict: VerdictEvent;
  }
}
