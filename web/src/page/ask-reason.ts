import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../i18n/index.ts';
import { emit, shared } from '../ui/shared-styles.ts';

const tiles = [
  'damaged',
  'defective',
  'wrong_item',
  'not_as_described',
  'missing_parts',
  'wrong_size',
  'changed_mind',
  'not_received',
];
const rest = ['counterfeit', 'late', 'wrong_address', 'seller_cancelled'];

/** The first question: what is wrong? Emits `answer` with the reason. */
@customElement('ask-reason')
export class AskReason extends LitElement {
  static override styles = [
    shared,
    css`
      .tiles {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.5rem;
        margin-top: 0.5rem;
      }
      @media (min-width: 40rem) and (max-width: 63.99rem) {
        .tiles {
          grid-template-columns: repeat(4, 1fr);
        }
        .tiles button {
          min-height: 56px;
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

  @property() reason = '';
  @state() private more = false;
  @state() private size = false;

  private choose(reason: string) {
    this.size = reason === 'wrong_size';
    if (!this.size) emit(this, 'answer', { reason });
  }

  private tile(reason: string) {
    const chosen =
      reason === this.reason ||
      (reason === 'wrong_size' &&
        (this.size || this.reason === 'ordered_wrong_size' || this.reason === 'wrong_size_sent'));
    return html`<button
      type="button"
      data-reason=${reason}
      aria-pressed=${chosen}
      @click=${() => this.choose(reason)}
    >
      ${t(`reason.${reason}`)}
    </button>`;
  }

  override render() {
    if (this.size) return this.sizeQuestion();
    const more = this.more || rest.includes(this.reason);
    return html`<fieldset tabindex="-1">
      <legend>${t('reason.ask')}</legend>
      <div class="tiles">
        ${tiles.map((reason) => this.tile(reason))} ${more ? rest.map((r) => this.tile(r)) : nothing}
      </div>
      ${
        more
          ? nothing
          : html`<button type="button" class="quiet more" @click=${() => (this.more = true)}>
              ${t('reason.else')}
            </button>`
      }
    </fieldset>`;
  }

  private sizeQuestion() {
    const answer = (reason: string) => () => {
      this.size = false;
      emit(this, 'answer', { reason });
    };
    return html`<fieldset tabindex="-1" class="size">
      <legend class="hidden">${t('reason.size_ask')}</legend>
      <h2 aria-hidden="true">${t('reason.size_ask')}</h2>
      <div class="tiles">
        <button type="button" data-size="yes" @click=${answer('ordered_wrong_size')}>${t('yes')}</button>
        <button type="button" data-size="no" @click=${answer('wrong_size_sent')}>${t('no')}</button>
        <button type="button" data-size="unsure" @click=${answer('ordered_wrong_size')}>
          ${t('unsure')}
        </button>
        <button type="button" @click=${() => (this.size = false)}>${t('cancel')}</button>
      </div>
      <p class="small soft">${t('reason.size_unsure')}</p>
    </fieldset>`;
  }
}
