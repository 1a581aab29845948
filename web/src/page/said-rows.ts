import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SaidRow } from '../view/said-rows.ts';
import { t } from '../i18n/index.ts';
import { emit, shared } from '../ui/shared-styles.ts';

/** What the shopper entered, a row each with its own "Change". Emits `change-row` with the fact. */
@customElement('said-rows')
export class SaidRows extends LitElement {
  static override styles = [
    shared,
    css`
      dl {
        border: 1px solid var(--line);
        border-radius: var(--round-small);
        background: var(--sheet);
      }
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 0.5rem;
        padding-inline-start: 0.875rem;
      }
      button.quiet {
        padding-inline: 0.625rem;
      }
      dt,
      dd.value {
        padding-block: 0.25rem;
      }
      dd.change {
        margin-inline-start: auto;
      }
      div + div {
        border-top: 1px solid var(--line);
      }
      dt {
        color: var(--soft);
        font-size: 0.9375rem;
      }
      dd {
        max-width: 100%;
        overflow-wrap: break-word;
      }
      dd.value {
        flex: 1 1 5em;
        min-width: auto;
        font-weight: 550;
      }
      @media print {
        dd.change {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) rows: SaidRow[] = [];

  override render() {
    if (this.rows.length === 0) return nothing;
    return html`<dl>
      ${this.rows.map(
        (row) =>
          html`<div data-row=${row.fact}>
            <dt>${t('fold.label', { label: row.label })}</dt>
            <dd class="value">${row.value}</dd>
            <dd class="change">
              <button
                type="button"
                class="quiet"
                data-change=${row.fact}
                @click=${() => emit(this, 'change-row', { fact: row.fact })}
              >
                ${t('fold.change')}<span class="hidden"> ${row.label}</span>
              </button>
            </dd>
          </div>`,
      )}
    </dl>`;
  }
}
