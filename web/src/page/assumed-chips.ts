import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Chip, Chips } from '../view/assumptions.ts';
import { t } from '../i18n/index.ts';
import { emit, shared } from '../ui/shared-styles.ts';

/** What was taken for granted, folded, each one a tap away from being corrected. */
@customElement('assumed-chips')
export class AssumedChips extends LitElement {
  static override styles = [
    shared,
    css`
      .line {
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem;
        align-items: center;
      }
      .line + .line {
        margin-top: 0.5rem;
      }
      .line button {
        max-width: 100%;
      }
      .label {
        font-size: 0.9375rem;
        color: var(--soft);
        margin-inline-end: 0.125rem;
      }
      button {
        border-radius: 999px;
        padding: 0.25rem 0.875rem;
        font-size: 0.9375rem;
        border-color: var(--line);
        background: var(--sunk);
      }
      .said button {
        background: var(--accent-wash);
      }
      .later button {
        border-style: dashed;
        border-color: var(--edge);
        background: none;
      }
      button.quiet {
        background: none;
        border-color: transparent;
      }
    `,
  ];

  @property({ attribute: false }) chips: Chips = { assumed: [], yours: [], later: [] };

  private tap(chip: Chip) {
    if (chip.tap === 'ask') emit(this, 'ask-about', { fact: chip.fact });
    else if (chip.tap === 'forget') emit(this, 'forget', { fact: chip.fact });
    else emit(this, 'answer', { [chip.fact]: chip.tap.set });
  }

  private line(kind: string, label: string, chips: Chip[]) {
    if (chips.length === 0) return nothing;
    return html`<div class="line ${kind}" role="group" aria-label=${label}>
      <span class="label" aria-hidden="true">${label}</span>
      ${chips.map(
        (chip) =>
          html`<button
            type="button"
            data-chip=${chip.fact}
            aria-label=${t('chips.flip', { text: chip.text })}
            @click=${() => this.tap(chip)}
          >
            ${chip.text}
          </button>`,
      )}
    </div>`;
  }

  override render() {
    const { assumed, yours, later } = this.chips;
    if (assumed.length + yours.length + later.length === 0) return nothing;
    return html`<details>
      <summary><h2>${t('chips.fold', { count: assumed.length })}</h2></summary>
      ${this.line('said', t('chips.yours'), yours)} ${this.line('assumed', t('chips.title'), assumed)}
      ${this.line('later', t('chips.open'), later)}
    </details>`;
  }
}
