import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../ui/shared-styles.ts';

/** A line at the foot of the view with the new answer, where the card that says it is out of sight. A tap goes there. */
@customElement('answer-news')
export class AnswerNews extends LitElement {
  static override styles = [
    shared,
    css`
      button {
        position: fixed;
        inset: auto 0.5rem 0.5rem;
        z-index: 1;
        margin-inline: auto;
        max-width: 33rem;
        text-align: start;
        font-weight: 600;
        line-height: 1.3;
        color: var(--accent-ink);
        background: var(--accent);
        border-color: var(--accent-ink);
      }
      button::before {
        content: '↑ ';
      }
    `,
  ];

  /** The card. */
  @property({ attribute: false }) card: () => Element | null = () => null;
  @state() private text = '';

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener('scroll', this.look, { passive: true });
  }

  override disconnectedCallback() {
    window.removeEventListener('scroll', this.look);
    super.disconnectedCallback();
  }

  /** Says it, unless the card is in sight. */
  say(text: string) {
    this.text = text;
    this.look();
  }

  private look = () => {
    const box = this.text ? this.card()?.getBoundingClientRect() : null;
    if (!box || (box.bottom > 80 && box.top < innerHeight - 80)) this.text = '';
  };

  private go() {
    this.text = '';
    this.card()?.scrollIntoView({ block: 'start' });
  }

  override render() {
    return this.text
      ? html`<button type="button" aria-hidden="true" tabindex="-1" @click=${this.go}>${this.text}</button>`
      : nothing;
  }
}
