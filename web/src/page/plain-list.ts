import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../ui/shared-styles.ts';

/** A title and lines; folded where they are not the main thing. */
@customElement('plain-list')
export class PlainList extends LitElement {
  static override styles = [
    shared,
    css`
      li {
        margin-top: 0.5rem;
        font-size: 0.9375rem;
      }
    `,
  ];

  @property() heading = '';
  @property({ attribute: false }) lines: string[] = [];
  @property({ type: Boolean }) folded = false;
  /** Its lines come once it is unfolded. */
  @property({ type: Boolean }) waiting = false;

  override render() {
    if (this.lines.length === 0 && !this.waiting) return nothing;
    const list = html`<ul>
      ${this.lines.map((line) => html`<li>${line}</li>`)}
    </ul>`;
    return this.folded
      ? html`<details @toggle=${this.unfold}>
          <summary><h2>${this.heading}</h2></summary>
          ${list}
        </details>`
      : html`<h2>${this.heading}</h2>
          ${list}`;
  }

  private unfold = (event: Event) => {
    if ((event.target as HTMLDetailsElement).open) this.dispatchEvent(new CustomEvent('unfold'));
  };
}
