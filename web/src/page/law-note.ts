import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LawCard } from '../view/law-card.ts';
import { t } from '../i18n/index.ts';
import { emit, shared } from '../ui/shared-styles.ts';
import './copy-message.ts';

/** What the law where the shopper lives adds: its sentence, the act with its day, the message, the steps, the sources. */
@customElement('law-note')
export class LawNote extends LitElement {
  static override styles = [
    shared,
    css`
      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.5rem;
        padding: 0.75rem 1rem;
        border: 1px solid var(--line);
        border-radius: var(--round);
        background: var(--wait-wash);
        line-height: 1.38;
        overflow-wrap: anywhere;
      }
      .act {
        font-weight: 650;
      }
      li {
        margin-top: 0.375rem;
        font-size: 0.9375rem;
      }
      li span {
        display: block;
        color: var(--soft);
      }
      .done b {
        text-decoration: line-through;
      }
      b {
        font-weight: 600;
      }
      a {
        display: block;
        padding-block: 0.625rem;
        font-size: 0.875rem;
        color: inherit;
      }
      .assumed button {
        width: 100%;
        margin-top: 0.25rem;
        font-size: 0.9375rem;
        text-align: start;
        background: var(--sheet);
      }
    `,
  ];

  @property({ attribute: false }) card: LawCard | null = null;
  /** The law's message is what to send, in the place of the platform's. */
  @property({ type: Boolean }) main = false;

  private steps(card: LawCard) {
    if (card.steps.length === 0) return nothing;
    return html`<details class="steps">
      <summary><b>${t('by_law.steps_title')}</b></summary>
      <ol>
        ${card.steps.map(
          (step) =>
            html`<li class=${step.done ? 'done' : ''} data-step=${step.id}>
              <b>${step.text}</b><span>${step.when}</span>
            </li>`,
        )}
      </ol>
      <ul>
        ${card.notes.map((note) => html`<li>${note}</li>`)}
      </ul>
      ${this.assumed(card)}
    </details>`;
  }

  private assumed(card: LawCard) {
    return html`<div class="assumed" role="group" aria-label=${t('chips.title')}>
      ${card.assumed.map(
        ({ fact, text, other }) =>
          html`<button
            type="button"
            data-assumed=${fact}
            aria-label=${t('chips.flip', { text })}
            @click=${() => emit(this, 'answer', { [fact]: other })}
          >
            ${text}
          </button>`,
      )}
    </div>`;
  }

  private question({ question }: LawCard) {
    if (!question) return nothing;
    return html`<p>
      ${t('by_law.depends')}
      <button
        type="button"
        class="quiet"
        data-ask=${question.fact}
        @click=${() => emit(this, 'ask-about', { fact: question.fact })}
      >
        ${question.text}
      </button>
    </p>`;
  }

  override render() {
    const card = this.card;
    if (!card) return nothing;
    return html`<section data-anchor="law" aria-labelledby="law" data-pattern=${card.pattern}>
      <h2 id="law">${t('by_law.title')}</h2>
      <p class="says">${card.lead} ${card.text}</p>
      ${card.act ? html`<p class="act">${card.act}</p>` : nothing} ${this.question(card)}
      ${
        card.letter
          ? html`<copy-message
              data-letter="law"
              ?second=${!this.main}
              .text=${card.letter.text}
              .other=${card.letter.other}
              .label=${card.letter.label}
            ></copy-message>`
          : nothing
      }
      ${this.steps(card)}
      <div>
        ${card.sources.map(({ text, link }) => html`<a dir="auto" href=${link} target="_blank" rel="noopener noreferrer">${text}</a>`)}
      </div>
      ${card.old ? html`<p class="small" data-old>${card.old}</p>` : nothing}
      <p class="small">${t('by_law.general')}</p>
    </section>`;
  }
}
