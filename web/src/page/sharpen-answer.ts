import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isNo, leading, pastArrival, type AnswerView } from '../view/selectors.ts';
import { nextQuestion, questionAbout } from '../view/question.ts';
import { afterMessage } from '../view/first-letter.ts';
import { letter } from '../view/seller-message.ts';
import { shared } from '../ui/shared-styles.ts';
import './ask-next.ts';
import './copy-message.ts';

/** What follows a dated answer: the message for this phase, and one more question. */
@customElement('sharpen-answer')
export class SharpenAnswer extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) answerView: AnswerView | null = null;
  @property() today = '';
  /** A fact whose question the shopper opened himself. */
  @property() asking: string | null = null;
  /** Without the message: another part of the page has the better one. */
  @property({ type: Boolean }) silent = false;

  override render() {
    const answerView = this.answerView;
    if (!answerView) return nothing;
    const next = this.asking ? questionAbout(answerView, this.asking) : nextQuestion(answerView);
    const idle = next?.fact === 'received_on' && pastArrival(answerView.answers.facts);
    const question = idle ? null : next;
    const one = question
      ? html`<ask-next .question=${question} .today=${this.today} .opened=${this.asking !== null}></ask-next>`
      : nothing;
    // Where the question decides between yes and no, it comes first.
    const message = this.silent ? nothing : this.message(answerView);
    return html`${leading(answerView.verdict)?.status === 'conditional' ? [one, message] : [message, one]}`;
  }

  /** The letter for this phase; no good letter, no button. */
  private message(answerView: AnswerView) {
    const text = letter(answerView);
    if (!text) return nothing;
    return html`<copy-message
      data-letter=${text.id}
      ?second=${answerView.verdict.headline.phase === 'waiting' || isNo(leading(answerView.verdict))}
      .text=${text.text}
      .other=${text.other}
      .label=${text.button}
      .copied=${text.copied}
      .next=${text.id === 'ask' ? afterMessage(answerView) : ''}
    ></copy-message>`;
  }
}
