import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../i18n/index.ts';
import { digitsOf, money } from '../i18n/format.ts';
import { emit, shared } from '../ui/shared-styles.ts';

/** Text such as 12.50 or 12,5 in minor units, or null where it is no sum. */
export function readSum(text: string, currency: string): number | null {
  const found = /^(\d{1,9})(?:[.,](\d{0,3}))?$/.exec(text.trim().replace(/\s/g, ''));
  if (!found) return null;
  const digits = digitsOf(currency);
  const part = (found[2] ?? '').padEnd(digits, '0');
  if (part.length > digits) return null;
  return Number(found[1]) * 10 ** digits + Number(part || '0');
}

/** Price and return postage in; what comes back after postage out. */
@customElement('worth-it')
export class WorthIt extends LitElement {
  static override styles = [
    shared,
    css`
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr));
        gap: 0.75rem;
        margin-top: 0.75rem;
        align-items: end;
      }
      label {
        display: grid;
        gap: 0.25rem;
        font-size: 0.9375rem;
      }
      input,
      select {
        width: 100%;
      }
      .result {
        margin-top: 0.75rem;
        font-weight: 650;
      }
    `,
  ];

  @property() currency = 'USD';
  @property({ attribute: false }) price: number | null = null;
  @property({ attribute: false }) postage: number | null = null;
  /** The shopper is the one to budget for the postage. */
  @property({ type: Boolean }) pays = true;
  @state() private bad = '';

  private typed(fact: 'price' | 'return_shipping_cost', event: Event) {
    const text = (event.target as HTMLInputElement).value;
    if (text.trim() === '') {
      this.bad = '';
      emit(this, 'forget', { fact });
      return;
    }
    const sum = readSum(text, this.currency);
    this.bad = sum === null ? fact : this.bad === fact ? '' : this.bad;
    if (sum !== null) emit(this, 'money', { fact, sum, currency: this.currency });
  }

  private shown(sum: number | null): string {
    return sum === null ? '' : (sum / 10 ** digitsOf(this.currency)).toFixed(digitsOf(this.currency));
  }

  private field(fact: 'price' | 'return_shipping_cost', label: string, value: number | null) {
    const bad = this.bad === fact;
    return html`<label
      >${label}
      <input
        inputmode="decimal"
        autocomplete="off"
        maxlength="14"
        .value=${this.shown(value)}
        aria-invalid=${bad}
        aria-describedby=${bad ? 'sum-error' : nothing}
        @change=${(event: Event) => this.typed(fact, event)}
      />
    </label>`;
  }

  private result() {
    if (this.price === null) return nothing;
    if (!this.pays)
      return html`<p class="result">${t('worth.back_all', { money: money(this.price, this.currency) })}</p>`;
    if (this.postage === null) return nothing;
    const rest = this.price - this.postage;
    return html`<p class="result">
      ${
        rest >= 0
          ? t('worth.back', { money: money(rest, this.currency) })
          : t('worth.loss', { money: money(-rest, this.currency) })
      }
    </p>`;
  }

  override render() {
    const currencies = [
      'USD',
      'EUR',
      'GBP',
      'BRL',
      'CAD',
      'AUD',
      'PLN',
      'JPY',
      'KRW',
      'ILS',
      'CHF',
      'SEK',
      'MXN',
    ];
    if (!currencies.includes(this.currency)) currencies.unshift(this.currency);
    return html`<details>
      <summary><h2>${t('worth.title')}</h2></summary>
      <div class="fields">
        ${this.field('price', t('worth.price'), this.price)}
        ${this.pays ? this.field('return_shipping_cost', t('worth.postage'), this.postage) : nothing}
        <label
          >${t('worth.currency')}
          <select
            @change=${(e: Event) => emit(this, 'currency', { currency: (e.target as HTMLSelectElement).value })}
          >
            ${currencies.map((code) => html`<option value=${code} ?selected=${code === this.currency}>${code}</option>`)}
          </select>
        </label>
      </div>
      ${
        this.bad
          ? html`<p class="error" id="sum-error">${t('worth.bad', { example: this.shown(1250) })}</p>`
          : nothing
      }
      ${this.result()}
    </details>`;
  }
}
