import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isNo, leading, type Told } from '../view/selectors.ts';
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
        gap: 0.75rem;
      }
    `,
  ];

  @property({ attribute: false }) told: Told | null = null;
  @property() today = '';
  /** A fact whose question the shopper opened himself. */
  @property() asking: string | null = null;

  override render() {
    const told = this.told;
    if (!told) return nothing;
    const question = this.asking ? questionAbout(told, this.asking) : nextQuestion(told);
    const one = question
      ? html`<ask-next .question=${question} .today=${this.today} .opened=${this.asking !== null}></ask-next>`
      : nothing;
    // Where the question decides between yes and no, it comes first.
    const message = this.message(told);
    return html`${leading(told.verdict)?.status === 'conditional' ? [one, message] : [message, one]}`;
  }

  /** The letter for this phase; no good letter, no button. */
  private message(told: Told) {
    const text = letter(told);
    if (!text) return nothing;
    return html`<copy-message
      data-letter=${text.id}
      ?second=${told.verdict.headline.phase === 'waiting' || isNo(leading(told.verdict))}
      .text=${text.text}
      .other=${text.other}
      .label=${text.button}
      .copied=${text.copied}
      .next=${text.id === 'ask' ? afterMessage(told) : ''}
    ></copy-message>`;
  }
}
