import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { chips } from '../view/assumptions.ts';
import { isNo, leading, type Told } from '../view/selectors.ts';
import { nextQuestion, questionAbout } from '../view/question.ts';
import { afterMessage, sellerMessage } from '../view/seller-message.ts';
import { t } from '../i18n/index.ts';
import { shared } from '../ui/shared-styles.ts';
import './ask-next.ts';
import './assumed-chips.ts';
import './copy-message.ts';

/** What follows a dated answer: the message, one more question, and what was assumed. */
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
    const e = leading(told.verdict);
    const phase = told.verdict.headline.phase;
    const message =
      isNo(e) || phase === 'done'
        ? nothing
        : html`<copy-message
            ?second=${phase === 'waiting'}
            .text=${sellerMessage(told)}
            .label=${t('seller.button')}
            .next=${afterMessage(told)}
          ></copy-message>`;
    const one = question
      ? html`<ask-next .question=${question} .today=${this.today} .opened=${this.asking !== null}></ask-next>`
      : nothing;
    // Where the question decides between yes and no, it comes first.
    return html`${e?.status === 'conditional' ? [one, message] : [message, one]}
      <assumed-chips .chips=${chips(told)}></assumed-chips>`;
  }
}
