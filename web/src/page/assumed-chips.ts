import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Chip, Chips } from '../view/assumptions.ts';
import { t } from '../i18n/index.ts';
import { emit, shared } from '../ui/shared-styles.ts';

const shownAtFirst = 3;

/** What was taken for granted, each one a tap away from being corrected. */
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
  @state() private all = false;

  private tap(chip: Chip) {
    if (chip.tap === 'ask') emit(this, 'ask-about', { fact: chip.fact });
    else if (chip.tap === 'forget') emit(this, 'forget', { fact: chip.fact });
    else emit(this, 'answer', { [chip.fact]: chip.tap.set });
  }

  private line(kind: string, label: string, chips: Chip[]) {
    if (chips.length === 0) return nothing;
    const folded = kind === 'assumed' && !this.all && chips.length > shownAtFirst;
    const shown = folded ? chips.slice(0, shownAtFirst) : chips;
    return html`<div class="line ${kind}" role="group" aria-label=${label}>
      <span class="label" aria-hidden="true">${label}</span>
      ${shown.map(
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
      ${
        folded
          ? html`<button type="button" class="quiet" @click=${() => (this.all = true)}>
              ${t('chips.more', { count: chips.length - shownAtFirst })}
            </button>`
          : nothing
      }
    </div>`;
  }

  override render() {
    return html`${this.line('said', t('chips.yours'), this.chips.yours)}
    ${this.line('assumed', t('chips.title'), this.chips.assumed)}
    ${this.line('later', t('chips.open'), this.chips.later)}`;
  }
}
