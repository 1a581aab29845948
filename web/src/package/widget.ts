// `returnable/widget`: the element's class, defined under no name. Its type says no more than a host needs to know.
import { ReturnChecker as Element } from '../widget/return-checker.ts';
import type { Verdict } from '../engine/types.ts';

/** Bubbles and crosses shadow roots; comes after each answer of a reader. Before that, `ready` says that it can be asked. */
export type VerdictEvent = CustomEvent<Verdict>;

/** What can be written on the element. */
export interface ReturnCheckerAttributes {
  /** The id of a shop: `aliexpress`, `dhgate`, `temu`, `wish`. Left out: the first of the list. */
  marketplace?: string;
  /** Two letters. Left out: none is assumed. */
  country?: string;
  /** `en` or `fr`. Left out: the language of whatever surrounds it. */
  lang?: string;
  /** Left out: the colours of the page as they are. `auto` follows its `color-scheme`. */
  theme?: 'light' | 'dark' | 'auto';
  /** Left out: that of whatever surrounds it. */
  dir?: 'ltr' | 'rtl';
  /** The address of the full page, for the link to it. */
  home?: string;
  /** The address of a pack of your own (JSON), in place of a built-in one. */
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
    verdict: VerdictEvent;
  }
}
