import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { countries } from '../answers/facts.ts';
import { namesOf } from '../i18n/format.ts';
import { language, t } from '../i18n/index.ts';
import { emit, shared } from '../ui/shared-styles.ts';

/** The question that the page answers, the shop and the country as chips. */
@customElement('top-bar')
export class TopBar extends LitElement {
  static override styles = [
    shared,
    css`
      h1 {
        margin: 0;
        font-size: 1.5rem;
        line-height: 1.15;
        letter-spacing: -0.02em;
        font-weight: 720;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.375rem 1rem;
      }
      .chips {
        min-height: 44px;
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem;
        max-width: 100%;
      }
      select {
        appearance: none;
        border-radius: 999px;
        border-color: var(--line);
        padding-inline: 14px 30px;
        width: 100%;
        text-overflow: ellipsis;
        font-weight: 600;
        font-size: min(0.9375rem, 7.5vw);
      }
      .country select {
        font-weight: 450;
      }
      .pick {
        min-width: 0;
        max-width: min(11rem, 100%);
        position: relative;
      }
      .pick::after {
        content: '';
        position: absolute;
        inset-inline-end: 14px;
        top: calc(50% - 5px);
        width: 7px;
        height: 7px;
        border-right: 2px solid var(--soft);
        border-bottom: 2px solid var(--soft);
        transform: rotate(45deg);
        pointer-events: none;
      }
      @media (min-width: 40rem) {
        h1 {
          font-size: 2.25rem;
        }
        .chips {
          justify-content: flex-end;
        }
      }
    `,
  ];

  @property({ attribute: false }) shops: { id: string; name: string }[] = [];
  @property() shop = '';
  @property() country = '';
  /** The country is our guess, not the shopper's choice. */
  @property({ type: Boolean }) guessed = false;
  private named = { of: '', list: namesOf([]) };

  private change(fact: string, event: Event) {
    emit(this, 'answer', { [fact]: (event.target as HTMLSelectElement).value });
  }

  override render() {
    if (this.named.of !== language()) this.named = { of: language(), list: namesOf(countries()) };
    return html`<div class="bar">
      <h1>${t('page.title')}</h1>
      <div class="chips">
        ${
          this.shops.length
            ? html`<span class="pick"
                  ><select
                    aria-label=${t('page.shop')}
                    data-chip="shop"
                    @change=${(e: Event) => this.change('marketplace', e)}
                  >
                    ${this.shops.map((one) => html`<option value=${one.id} ?selected=${one.id === this.shop}>${one.name}</option>`)}
                  </select></span
                >
                <span class="pick country"
                  ><select
                    aria-label=${t('page.country')}
                    data-chip="country"
                    @change=${(e: Event) => this.change('country', e)}
                  >
                    ${this.country === '' ? html`<option value="" selected>${t('page.country_unknown')}</option>` : nothing}
                    ${this.named.list.map(({ code, name }) => html`<option value=${code} ?selected=${code === this.country}>${name}${this.guessed && code === this.country ? '?' : ''}</option>`)}
                  </select></span
                >`
            : nothing
        }
      </div>
    </div>`;
  }
}
