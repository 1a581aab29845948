import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Ladder, Rung } from '../view/pay-ladder.ts';
import { t } from '../i18n/index.ts';
import { emit, shared } from '../ui/shared-styles.ts';

/** The ways to the money by the payment, folded, in the order in which they are worth trying. */
@customElement('law-ladder')
export class LawLadder extends LitElement {
  static override styles = [
    shared,
    css`
      details {
        padding: 0.375rem 1rem;
        background: var(--sheet);
        border: 1px solid var(--line);
        border-radius: var(--round);
        overflow-wrap: anywhere;
      }
      li {
        margin-block: 0.625rem;
        padding-inline-start: 0.875rem;
        border-inline-start: 2px solid var(--line);
        font-size: 0.9375rem;
        line-height: 1.38;
      }
      h3 {
        font-size: 1rem;
      }
      a {
        display: block;
        padding-block: 0.5rem;
        font-size: 0.875rem;
        color: inherit;
      }
      button.quiet {
        text-align: start;
        padding-inline: 0;
      }
    `,
  ];

  @property({ attribute: false }) ladder: Ladder | null = null;

  private rung(rung: Rung) {
    return html`<li data-rung=${rung.id}>
      <h3>${rung.who}</h3>
      ${rung.says ? html`<p>${rung.says}</p>` : nothing}
      <p>${rung.when}</p>
      ${rung.asks.map(
        ({ fact, text }) =>
          html`<p>
            <button
              type="button"
              class="quiet"
              data-ask=${fact}
              @click=${() => emit(this, 'ask-about', { fact })}
            >
              ${text}
            </button>
          </p>`,
      )}
      ${
        rung.source
          ? html`<a href=${rung.source.link} target="_blank" rel="noopener noreferrer"
              >${rung.source.text}</a
            >`
          : nothing
      }
    </li>`;
  }

  override render() {
    const ladder = this.ladder;
    if (!ladder) return nothing;
    return html`<details id="ladder">
      <summary><h2>${t('ladder.title')}</h2></summary>
      <ol>
        ${ladder.rungs.map((rung) => this.rung(rung))}
      </ol>
      <ul>
        ${ladder.tips.map((tip) => html`<li>${tip}</li>`)}
      </ul>
    </details>`;
  }
}
