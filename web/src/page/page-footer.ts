import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { remember, remembered } from '../answers/saved-returns.ts';
import { languages, t } from '../i18n/index.ts';
import { emit, shared } from '../ui/shared-styles.ts';

const names: Record<string, string> = { en: 'English', fr: 'Français' };

function dark(): boolean {
  const chosen = document.documentElement.dataset['theme'];
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

/** What the answer is not, and the switches for light and language. */
@customElement('page-footer')
export class PageFooter extends LitElement {
  static override styles = [
    shared,
    css`
      footer {
        display: grid;
        gap: 0.375rem;
        font-size: 0.875rem;
        line-height: 1.45;
        color: var(--soft);
      }
      .row {
        margin-top: 0.25rem;
      }
      select,
      button {
        font-size: 0.9375rem;
        color: var(--ink);
        border-color: var(--line);
        border-radius: 999px;
      }
      a {
        color: inherit;
        padding: 0.75rem 0.25rem;
      }
      @media print {
        .row {
          display: none;
        }
      }
    `,
  ];

  @property() shop = '';
  @property() language = 'en';
  @property({ type: Boolean }) answering = false;
  /** The card says it already. */
  @property({ type: Boolean }) no = false;
  @state() private isDark = false;

  override connectedCallback() {
    super.connectedCallback();
    const kept = remembered('theme');
    if (kept === 'dark' || kept === 'light') document.documentElement.dataset['theme'] = kept;
    this.isDark = dark();
  }

  private turn() {
    const theme = this.isDark ? 'light' : 'dark';
    document.documentElement.dataset['theme'] = theme;
    remember('theme', theme);
    this.isDark = !this.isDark;
  }

  override render() {
    return html`<footer>
      ${
        this.answering
          ? html`<p>${t('evening')}</p>
              ${this.no ? nothing : html`<p>${t('law', { shop: this.shop })}</p>`}`
          : nothing
      }
      <p>${this.shop ? t('page.footer', { shop: this.shop }) : t('page.footer_any')}</p>
      <div class="row">
        <button type="button" data-theme-switch @click=${this.turn}>
          ${t(this.isDark ? 'page.light' : 'page.dark')}
        </button>
        <select
          aria-label=${t('page.language')}
          @change=${(e: Event) => emit(this, 'speak', { language: (e.target as HTMLSelectElement).value })}
        >
          ${languages.map((one) => html`<option value=${one} lang=${one} ?selected=${one === this.language}>${names[one]}</option>`)}
        </select>
        <a href="./licences.html">${t('page.licences')}</a>
        ${
          this.answering
            ? html`<button type="button" @click=${() => emit(this, 'restart', {})}>
                ${t('page.start_again')}
              </button>`
            : nothing
        }
      </div>
    </footer>`;
  }
}
