import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { addDays } from '../answers/days.ts';
import { dayWithWeekday } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { emit, shared } from '../ui/shared-styles.ts';

const chipsBack = 7;

/**
 * One day: today, each of the last days as a chip, or an earlier one in a date field. Emits `day` with the day. What
 * stands in its slot is a further answer of equal size.
 */
@customElement('ask-day')
export class AskDay extends LitElement {
  static override styles = [
    shared,
    css`
      .days {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(6.25em, 100%), 1fr));
        gap: 0.5rem;
        margin-top: 0.5rem;
      }
      .days button,
      ::slotted(button) {
        font-weight: 550;
        border-color: var(--line);
        padding-inline: 0.25rem;
      }
      .field {
        margin-top: 0.75rem;
        display: grid;
        grid-template-columns: minmax(0, 1fr);
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

  /** The question. */
  @property() text = '';
  /** The date field's label. */
  @property() label = '';
  @property() value = '';
  @property() today = '';
  /** It cannot have been after this day; '' for today. */
  @property() latest = '';
  @property() error = '';
  /** The day lies ahead: no chips of past days. */
  @property({ type: Boolean }) future = false;
  @state() private picking = false;

  private choose(day: string) {
    this.picking = false;
    emit(this, 'day', { day });
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
    const { value } = event.target as HTMLInputElement;
    // While a year is being typed, the field passes through 0002 and 0020: wait for a real one.
    if (value !== '' && value >= '1970') this.choose(value);
  }

  private chip(back: number) {
    const day = addDays(this.today, -back);
    const names = [t('arrival.today'), t('arrival.yesterday')];
    return html`<button
      type="button"
      data-day=${['today', 'yesterday'][back] ?? day}
      aria-pressed=${day === this.value ? 'true' : nothing}
      @click=${() => this.choose(day)}
    >
      ${names[back] ?? dayWithWeekday(day, this.today)}
    </button>`;
  }

  override render() {
    const early = this.latest && this.latest <= addDays(this.today, -chipsBack);
    const field = this.picking || this.future || this.error !== '' || Boolean(early);
    const possible = (back: number) => !this.latest || addDays(this.today, -back) <= this.latest;
    const backs = Array.from({ length: chipsBack }, (_, back) => back).filter(possible);
    const chips = this.future ? [] : backs.map((back) => this.chip(back));
    return html`<fieldset tabindex="-1">
      <legend>${this.text}</legend>
      <div class="days">
        ${chips}
        ${
          this.future || early
            ? nothing
            : html`<button type="button" data-day="pick" aria-expanded=${field} @click=${this.pick}>
                ${t('arrival.earlier')}
              </button>`
        }
        <slot></slot>
      </div>
      ${field ? this.field() : nothing}
    </fieldset>`;
  }

  private field() {
    return html`<div class="field">
      <label for="day">${this.label || this.text}</label>
      <input
        id="day"
        type="date"
        min=${this.future ? this.today : '1970-01-01'}
        max=${this.future ? '2199-12-31' : this.latest || this.today}
        .value=${this.value}
        aria-invalid=${this.error !== ''}
        aria-describedby=${this.error ? 'day-error' : nothing}
        @change=${this.typed}
      />
      ${this.error ? html`<p class="error" id="day-error">${this.error}</p>` : nothing}
    </div>`;
  }
}
