import type { Answers } from '../answers/facts.ts';
import { writeFragment } from '../answers/url-state.ts';

/** Writes the case behind the #. One entry of the browser's history for each question: Back is the last question. */
export function writeAddress(answers: Answers, step: 'new' | 'same'): void {
  const address = writeFragment(answers) || location.pathname + location.search;
  try {
    if (step === 'new') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  } catch {
    // A frame without a history of its own: the link of "Share" holds the same.
  }
}

/** The link of the whole case, with what the page takes for granted. */
export function linkOf(answers: Answers): string {
  return location.href.replace(/#.*$/, '') + writeFragment(answers);
}
