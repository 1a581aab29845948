import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../ui/shared-styles.ts';
import { cureOf } from './cures.ts';
import type { Finding } from './findings.ts';

const words = { error: 'Fault', warning: 'Warning' };

/** What the compiler finds, each with its line and cure. Event `jump`: `detail` is the finding that was pressed. */
@customElement('fault-list')
export class FaultList extends LitElement {
  static override styles = [
    shared,
    css`
      li + li {
        border-top: 1px solid var(--line);
      }
      button {
        display: grid;
        grid-template-columns: 4.75rem minmax(0, 1fr);
        gap: 0.125rem 0.75rem;
        width: 100%;
        text-align: start;
        border: 0;
        border-radius: 0;
        background: none;
        padding: 0.625rem 1rem;
        font-size: 0.9375rem;
        line-height: 1.4;
      }
      .line {
        font-weight: 650;
        color: var(--no);
        white-space: nowrap;
      }
      [data-severity='warning'] .line {
        color: var(--maybe);
      }
      .cure,
      .path {
        grid-column: 2;
        color: var(--soft);
        font-size: 0.875rem;
      }
      .path {
        font-family: ui-monospace, monospace;
        font-size: 0.8125rem;
      }
      .more {
        padding: 0.5rem 1rem;
      }
      button:focus-visible {
        outline-offset: -3px;
      }
    `,
  ];

  @property({ attribute: false }) findings: Finding[] = [];
  @property({ type: Number }) found = 0;

  override render() {
    const more = this.found - this.findings.length;
    return html`<ul>
        ${this.findings.map(
          (one) =>
            html`<li data-severity=${one.severity} data-code=${one.code}>
              <button
                type="button"
                @click=${() => this.dispatchEvent(new CustomEvent('jump', { detail: one }))}
              >
                <span class="line"><span class="hidden">${words[one.severity]}, </span>line ${one.line}</span>
                <span class="what">${one.message}</span>
                ${one.path ? html`<span class="path">${one.path}</span>` : nothing}
                ${cureOf(one) ? html`<span class="cure">${cureOf(one)}</span>` : nothing}
              </button>
            </li>`,
        )}
      </ul>
      ${more > 0 ? html`<p class="more small soft">${more} more; they are listed as these are mended.</p>` : nothing}`;
  }
}
