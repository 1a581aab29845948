import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { sourceLanguage, t } from '../i18n/index.ts';
import { inBoth } from '../view/first-letter.ts';
import { copyText } from '../ui/clipboard.ts';
import { shared } from '../ui/shared-styles.ts';

/** One big button that copies a text; the text itself can be read first. */
@customElement('copy-message')
export class CopyMessage extends LitElement {
  static override styles = [
    shared,
    css`
      .after {
        margin-top: 0.375rem;
        text-align: center;
      }
      .after:empty {
        display: none;
      }
      .both {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
        gap: 0.5rem;
      }
      pre {
        margin: 0;
        font: inherit;
        font-size: 0.9375rem;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        background: var(--sunk);
        border-radius: var(--round-small);
        padding: 0.875rem 1rem;
      }
      summary {
        font-size: 0.9375rem;
        color: var(--accent);
        flex-wrap: wrap;
        gap: 0 0.75rem;
      }
      .second {
        width: 100%;
        font-weight: 600;
      }
    `,
  ];

  @property() text = '';
  /** The same in the seller's language, where that is another. */
  @property() other = '';
  @property() label = '';
  @property() next = '';
  /** What is said once it is copied. */
  @property() copied = '';
  @property({ type: Boolean }) second = false;
  @state() private answerView = '';
  @state() private open = false;

  override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('text')) this.answerView = '';
  }

  /** On paper the letter stands in full. */
  private unfold = () => (this.open = true);

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.unfold);
  }

  override disconnectedCallback() {
    window.removeEventListener('beforeprint', this.unfold);
    super.disconnectedCallback();
  }

  private async copy() {
    const done = await copyText(inBoth(this.text, this.other));
    this.answerView = done ? this.copied || t('seller.copied') : t('seller.failed');
    if (!done) this.open = true;
  }

  private texts() {
    const text = html`<pre tabindex="0" dir="auto">${this.text}</pre>`;
    if (!this.other) return text;
    return html`<p class="small">${t('seller.both')}</p>
      <div class="both">
        ${text}
        <pre tabindex="0" dir="auto" lang=${sourceLanguage}>${this.other}</pre>
      </div>`;
  }

  override render() {
    return html`<button type="button" class=${this.second ? 'second' : 'main'} @click=${this.copy}>
        ${this.label}
      </button>
      <p class="after small" role="status">${this.answerView}</p>
      <details
        ?open=${this.open}
        @toggle=${(e: Event) => (this.open = (e.target as HTMLDetailsElement).open)}
      >
        <summary>
          ${t('seller.show')}${this.next ? html`<span class="soft">${this.next}</span>` : nothing}
        </summary>
        ${this.open ? this.texts() : nothing}
      </details>`;
  }
}
