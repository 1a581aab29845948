import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { remember, remembered } from '../answers/saved-returns.ts';
import type { PackInfo } from '../engine/index.ts';
import { fullDay } from '../i18n/format.ts';
import { copyText } from '../ui/clipboard.ts';
import { has, t, type Language } from '../i18n/index.ts';
import { languageNames } from '../i18n/load.ts';
import { emit, shared } from '../ui/shared-styles.ts';
import type { AnswerView } from '../view/selectors.ts';

function dark(): boolean {
  const chosen = document.documentElement.dataset['theme'];
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

/** To the repository's form; loaded behind the first answer, and only in a build for a repository. */
function wrongAnswer(answerView: AnswerView, answer: string) {
  void import('./wrong-answer.ts');
  return html`<wrong-answer .answerView=${answerView} .answer=${answer}></wrong-answer>`;
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
      button {
        font-size: 0.9375rem;
        color: var(--ink);
        border-color: var(--line);
        border-radius: 999px;
      }
      [aria-pressed='true'] {
        color: var(--accent-ink);
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

  @property({ attribute: false }) answerView: AnswerView | null = null;
  @property() language = 'en';
  @property({ type: Boolean }) answering = false;
  /** The rules' own sources and the day they were read. */
  @property({ attribute: false }) pack: PackInfo | null = null;
  /** What a report says: the answer as it stands. */
  @property() answer = '';
  @state() private isDark = false;
  /** Fetched when the shopper asks for another language. */
  @state() private languages: { tag: Language; name: string }[] = [];
  @state() private said = '';

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

  /** A text to send: the answer, and the link that holds the case. Nothing is sent from here. */
  private async report() {
    const text = `${t('page.report', { answer: this.answer })}\n${location.href}`;
    this.said = t((await copyText(text)) ? 'page.tell_copied' : 'seller.failed');
  }

  private offer = async () => {
    const names = await languageNames().catch(() => []); // without a network there may be no list
    this.languages = names;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-pressed=true]')?.focus();
  };

  private speak(language: Language) {
    this.languages = [];
    emit(this, 'speak', { language });
  }

  /** One button with the language's name; in its place, all languages, each by its own name. */
  private choice() {
    if (this.languages.length === 0)
      return html`<button
        type="button"
        data-languages
        aria-label="${t('page.language')}: ${t('meta.name')}"
        @click=${this.offer}
      >
        ${t('meta.name')}
      </button>`;
    return html`<div class="row" role="group" aria-label=${t('page.language')}>
      ${this.languages.map(
        ({ tag, name }) =>
          html`<button
            type="button"
            lang=${tag}
            data-language=${tag}
            aria-pressed=${tag === this.language}
            @click=${() => this.speak(tag)}
          >
            ${name}
          </button>`,
      )}
    </div>`;
  }

  private rules() {
    const pack = this.pack;
    if (!pack) return nothing;
    const read = pack.sources.filter(({ tier }) => tier !== 'own_advice');
    const guides = read.filter(({ tier }) => tier === 'guide').length;
    const lines = read.map(({ title, kind, date }) =>
      t(date ? 'page.guide_dated' : 'page.guide', { title, kind, date: date ? fullDay(date) : '' }),
    );
    return html`<details>
      <summary>${t('page.rules', { date: fullDay(pack.checked_on), count: guides })}</summary>
      <ul>
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>
    </details>`;
  }

  override render() {
    const shop = this.answerView?.shop ?? '';
    return html`<footer>
      ${
        this.answering
          ? html`${this.answerView?.verdict.headline.phase === 'start' ? html`<p>${t('evening', { shop })}</p>` : nothing}
              <p>${t('law', { shop })}</p>`
          : nothing
      }
      ${this.rules()}
      <p>
        ${t('page.maker', { version: __WIDGET__.version })}
        ${shop ? t('page.footer', { shop }) : t('page.footer_any')}
      </p>
      ${has('page.unread') ? html`<p data-unread>${t('page.unread')}</p>` : nothing}
      <div class="row">
        ${
          __REPOSITORY__ && this.answerView && this.answering
            ? wrongAnswer(this.answerView, this.answer)
            : html`<button type="button" data-tell @click=${this.report}>${t('page.tell')}</button>`
        }
        <button type="button" data-theme-switch @click=${this.turn}>
          ${t(this.isDark ? 'page.light' : 'page.dark')}
        </button>
        ${this.choice()}
        <a href="./licences.html">${t('page.licences')}</a>
        ${
          this.answering
            ? html`<button type="button" @click=${() => emit(this, 'restart', {})}>
                ${t('page.start_again')}
              </button>`
            : nothing
        }
      </div>
      <p role="status">${this.said}</p>
    </footer>`;
  }
}
