import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { addDays } from '../answers/days.ts';
import { t } from '../i18n/index.ts';
import { emit, shared } from '../ui/shared-styles.ts';

/** The second question: the day the clock starts. Emits `answer` with the day, or `no-date`. */
@customElement('ask-arrival')
export class AskArrival extends LitElement {
  static override styles = [
    shared,
    css`
      .days {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 0.5rem;
        margin-top: 0.5rem;
      }
      .days button {
        text-align: start;
        font-weight: 550;
        border-color: var(--line);
      }
      @media (min-width: 40rem) and (max-width: 63.99rem) {
        .days {
          grid-template-columns: repeat(4, 1fr);
        }
        .days button {
          min-height: 56px;
        }
      }
      .field {
        margin-top: 0.75rem;
        display: grid;
        gap: 0.375rem;
      }
      input {
        width: 100%;
        max-width: 16rem;
      }
      input[aria-invalid='true'] {
        border: 2px solid var(--no);
      }
    `,
  ];

  @property() event = 'received_on';
  @property() value = '';
  @property() today = '';
  @property() error = '';
  @state() private picking = false;

  private set(day: string) {
    this.picking = false;
    emit(this, 'answer', { [this.event]: day });
  }

  private async pick() {
    this.picking = true;
    await this.updateComplete;
    const field = this.renderRoot.querySelector('input');
    field?.focus();
    try {
      field?.showPicker?.();
    } catch {
      // The picker opens only on a tap of the shopper's own; the field is there all the same.
    }
  }

  private typed(event: Event) {
    const field = event.target as HTMLInputElement;
    // While a year is being typed, the field passes through 0002 and 0020: wait for a real one.
    if (field.value !== '' && field.value >= '1970') emit(this, 'answer', { [this.event]: field.value });
  }

  override render() {
    const field = this.picking || this.error !== '';
    return html`<fieldset tabindex="-1">
      <legend>${t(`arrival.${this.event}`)}</legend>
      <div class="days">
        <button type="button" data-day="today" @click=${() => this.set(this.today)}>
          ${t('arrival.today')}
        </button>
        <button type="button" data-day="yesterday" @click=${() => this.set(addDays(this.today, -1))}>
          ${t('arrival.yesterday')}
        </button>
        <button type="button" data-day="pick" aria-expanded=${field} @click=${this.pick}>
          ${t('arrival.pick')}
        </button>
        <button type="button" data-day="none" @click=${() => emit(this, 'no-date', {})}>
          ${t(this.event === 'received_on' ? 'arrival.not_yet' : 'arrival.unknown')}
        </button>
      </div>
      ${
        field
          ? html`<div class="field">
              <label for="day">${t(`arrival.field.${this.event}`)}</label>
              <input
                id="day"
                type="date"
                min="1970-01-01"
                max=${this.today}
                .value=${this.value}
                aria-invalid=${this.error !== ''}
                aria-describedby=${this.error ? 'day-error' : nothing}
                @change=${this.typed}
              />
              ${this.error ? html`<p class="error" id="day-error">${this.error}</p>` : nothing}
            </div>`
          : nothing
      }
    </fieldset>`;
  }
}
