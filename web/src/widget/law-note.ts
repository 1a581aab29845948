// After the shop's own answer, what the law where the reader lives adds to it.
import { html, nothing } from 'lit';
import { t } from '../i18n/index.ts';
import { questionAbout } from '../view/question.ts';
import type { AnswerView } from '../view/selectors.ts';
import type { LawSays } from './law.ts';

/** `full`: the link to the full answer; `ask` opens the question about a fact. */
export function lawNote(says: LawSays, answerView: AnswerView, full: unknown, ask: (fact: string) => void) {
  const { lines, question } = says;
  // Facts that only laws ask for are the page's.
  const ours = question && questionAbout(answerView, question.fact);
  return html`<section class="note" part="law">
    <b>${t('by_law.title')}</b>
    ${lines.map((line) => html`<p>${line}</p>`)}
    ${
      question
        ? html`<p class="small">
            ${question.why}
            ${ours ? html`<button type="button" data-do="law" @click=${() => ask(question.fact)}>${question.text}</button>` : question.text}
          </p>`
        : nothing
    }
    ${full}
  </section>`;
}
