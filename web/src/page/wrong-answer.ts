import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../i18n/index.ts';
import { reportLink } from '../view/report-link.ts';
import type { AnswerView } from '../view/selectors.ts';

/** A link to the repository's form for wrong answers, filled in with what the page says. Only in a build for a repository. */
@customElement('wrong-answer')
export class WrongAnswer extends LitElement {
  static override styles = css`
    a {
      color: inherit;
      padding: 0.75rem 0.25rem;
    }
  `;

  @property({ attribute: false }) answerView: AnswerView | null = null;
  @property() answer = '';

  override render() {
    if (!this.answerView) return nothing;
    const address = reportLink(__REPOSITORY__, this.answerView, this.answer, location.href, __VERSION__);
    return html`<a data-tell target="_blank" rel="noopener" href=${address}>${t('page.tell')}</a>`;
  }
}
