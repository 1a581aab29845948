import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LawLine } from '../view/law-line.ts';
import { shared } from '../ui/shared-styles.ts';

/** What the law where the shopper lives adds, in one true sentence with its source. */
@customElement('law-note')
export class LawNote extends LitElement {
  static override styles = [
    shared,
    css`
      p {
        padding: 0.625rem 1rem;
        border: 1px solid var(--line);
        border-radius: var(--round-small);
        background: var(--wait-wash);
        line-height: 1.35;
        overflow-wrap: anywhere;
      }
      a,
      cite {
        display: block;
        font-style: normal;
        font-size: 0.875rem;
        color: inherit;
        padding-block: 0.25rem;
      }
    `,
  ];

  @property({ attribute: false }) line: LawLine | null = null;

  override render() {
    const line = this.line;
    if (!line) return nothing;
    const source = line.link.startsWith('https://')
      ? html`<a href=${line.link} target="_blank" rel="noopener noreferrer">${line.source || line.link}</a>`
      : line.source
        ? html`<cite>${line.source}</cite>`
        : nothing;
    return html`<p>${line.text} ${source}</p>`;
  }
}
