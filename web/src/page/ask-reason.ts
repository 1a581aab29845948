import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { factsOfReason, reasonOf, reasons, tilesOf, type Reason } from '../answers/reasons.ts';
import type { Facts } from '../answers/facts.ts';
import { t } from '../i18n/index.ts';
import { emit, shared } from '../ui/shared-styles.ts';

/** The first question: what is wrong? Emits `answer` with the reason. */
@customElement('ask-reason')
export class AskReason extends LitElement {
  static override styles = [
    shared,
    css`
      .tiles {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(8.5em, 100%), 1fr));
        gap: 0.5rem;
        margin-top: 0.5rem;
      }
      @media (min-width: 40rem) {
        .tiles {
          grid-template-columns: repeat(auto-fill, minmax(9.5em, 1fr));
        }
        .tiles button {
          min-height: 52px;
        }
      }
      .tiles button {
        text-align: start;
        font-size: 0.9375rem;
        padding-inline: 0.75rem 0.5rem;
        font-weight: 550;
        line-height: 1.2;
        border-color: var(--line);
      }
      .tiles button[aria-pressed='true'] {
        border-color: var(--accent);
      }
      .more {
        margin-top: 0.125rem;
      }
      .size {
        margin-top: 0.75rem;
        padding: 0.875rem 1rem 1rem;
        background: var(--sunk);
        border-radius: var(--round-small);
      }
    `,
  ];

  @property({ attribute: false }) facts: Facts = {};
  /** Which item of several is asked about; 0 for an only one. */
  @property({ type: Number }) item = 0;
  @state() private more = false;
  @state() private split: Reason | null = null;

  private choose(reason: Reason) {
    if (reason.splits) this.split = reason;
    else emit(this, 'answer', factsOfReason(reason));
  }

  private tile(reason: Reason) {
    return html`<button
      type="button"
      data-reason=${reason.id}
      aria-pressed=${reason === reasonOf(this.facts)}
      @click=${() => this.choose(reason)}
    >
      ${t(`reason.${reason.id}`)}
    </button>`;
  }

  override render() {
    if (this.split) return this.splitQuestion(this.split);
    const more = this.more || reasonOf(this.facts)?.tile === 'more';
    const shown = more ? reasons : tilesOf('first');
    return html`<fieldset tabindex="-1">
      <legend>${this.item ? t('reason.ask_item', { number: this.item }) : t('reason.ask')}</legend>
      <div class="tiles">${shown.map((reason) => this.tile(reason))}</div>
      ${
        more
          ? nothing
          : html`<button type="button" class="quiet more" @click=${() => (this.more = true)}>
              ${t('reason.else')}
            </button>`
      }
    </fieldset>`;
  }

  private splitQuestion(reason: Reason) {
    const answer = (name: string) => () => {
      const chosen = reason.splits![name]!;
      this.split = null;
      emit(this, 'answer', { reason: chosen });
    };
    return html`<fieldset tabindex="-1" class="size">
      <legend class="hidden">${t('reason.size_ask')}</legend>
      <h2 aria-hidden="true">${t('reason.size_ask')}</h2>
      <div class="tiles">
        ${Object.keys(reason.splits!).map(
          (name) => html`<button type="button" data-size=${name} @click=${answer(name)}>${t(name)}</button>`,
        )}
        <button type="button" @click=${() => (this.split = null)}>${t('cancel')}</button>
      </div>
      <p class="small soft">${t('reason.size_unsure')}</p>
    </fieldset>`;
  }
}
