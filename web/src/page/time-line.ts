import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Moment } from '../view/timeline.ts';
import { t } from '../i18n/index.ts';
import { emit, shared } from '../ui/shared-styles.ts';

/** The case's days in a row, in words: a mark for each kind, and colour never alone. */
@customElement('time-line')
export class TimeLine extends LitElement {
  static override styles = [
    shared,
    css`
      li {
        display: grid;
        grid-template-columns: 1.75rem minmax(0, 1fr) auto;
        align-items: center;
        position: relative;
        padding: 0.3125rem 0;
        font-size: 0.9375rem;
        line-height: 1.35;
      }
      li::before {
        content: '';
        width: 11px;
        height: 11px;
        border-radius: 50%;
        border: 2px solid var(--edge);
        background: var(--sheet);
        z-index: 1;
      }
      li::after {
        content: '';
        position: absolute;
        inset-block: 0;
        inset-inline-start: 6px;
        border-inline-start: 2px solid var(--line);
      }
      .past::before {
        background: var(--edge);
      }
      .today::before,
      .yes::before {
        background: var(--accent);
        border-color: var(--accent);
      }
      .unsure::before {
        border-style: dashed;
        border-color: var(--maybe);
      }
      .late::before {
        border-radius: 2px;
        background: var(--no);
        border-color: var(--no);
      }
      .today,
      .late {
        font-weight: 650;
      }
      button.quiet {
        font-size: 0.875rem;
      }
    `,
  ];

  @property({ attribute: false }) moments: Moment[] = [];

  override render() {
    return html`<ol>
      ${this.moments.map(
        (moment) =>
          html`<li class=${moment.kind}>
            <span>${moment.text}</span>
            ${
              moment.step
                ? html`<button
                    type="button"
                    class="quiet"
                    data-happened=${moment.step}
                    @click=${() => emit(this, 'it-happened', { step: moment.step })}
                  >
                    ${t('steps.happened')}<span class="hidden"> ${moment.text}</span>
                  </button>`
                : nothing
            }
          </li>`,
      )}
    </ol>`;
  }
}
