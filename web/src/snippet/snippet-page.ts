import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { copyText } from '../ui/clipboard.ts';
import { shared } from '../ui/shared-styles.ts';
import { alsoSpeak, language, sourceLanguage, t } from '../i18n/index.ts';
import { languageFor, useLanguage } from '../i18n/load.ts';
import { shops } from '../engine/generated/shops.js';
import dictionary from '../../../core/dictionary/facts.json';
import { isLocal, places, snippet, type Place } from './snippets.ts';

/** What only this page says. */
async function ownWords() {
  const load =
    language() === sourceLanguage
      ? null
      : (await import('virtual:languages/snippet')).default[language()]?.snippet;
  return (await (load ? load() : import('../../messages/en.json?snippet'))).default;
}

const home = new URL('..', document.baseURI).href;
const countries = dictionary.facts.find(({ id }) => id === 'country')?.values ?? [];

/** One question, one box, one button, and the checker as a reader would see it. */
@customElement('snippet-page')
export class SnippetPage extends LitElement {
  static override styles = [
    shared,
    css`
      main {
        max-width: 42rem;
        margin: 0 auto;
        padding: 1rem;
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1rem;
      }
      h1 {
        margin: 0;
        font-size: 1.75rem;
        line-height: 1.2;
      }
      label {
        display: grid;
        gap: 0.25rem;
        font-weight: 600;
      }
      select,
      textarea {
        width: 100%;
      }
      textarea {
        font:
          0.9375rem/1.4 ui-monospace,
          monospace;
        color: inherit;
        background: var(--sunk);
        border: 1px solid var(--edge);
        border-radius: var(--round-small);
        padding: 0.75rem;
        min-height: 9rem;
        resize: vertical;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.5rem;
      }
      fieldset {
        display: grid;
        gap: 0.25rem;
      }
      fieldset label {
        display: flex;
        gap: 0.5rem;
        align-items: center;
        min-height: 44px;
        font-weight: 400;
      }
      input[type='radio'] {
        min-height: 0;
        width: 1.25rem;
        height: 1.25rem;
        accent-color: var(--accent);
      }
      .warn {
        border-inline-start: 3px solid var(--accent);
        padding-inline-start: 0.75rem;
      }
      .article {
        max-width: 390px;
        border: 1px solid var(--line);
        border-radius: var(--round);
        background: var(--sheet);
        padding: 1rem;
        font-family: Georgia, serif;
      }
      iframe {
        width: 100%;
        height: 52rem;
        border: 0;
        margin-top: 0.75rem;
      }
      a {
        color: var(--accent);
      }
      .own {
        margin-top: -0.5rem;
      }
      @media (max-width: 30rem) {
        .article {
          padding: 0.75rem 0.5rem;
        }
      }
    `,
  ];

  @state() private place: Place = 'wordpress';
  @state() private shop = shops[0]?.id ?? '';
  @state() private country = '';
  @state() private pinned = false;
  @state() private said = '';
  @state() private ready = false;

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener('message', this.grow);
    void this.start();
  }

  override disconnectedCallback() {
    window.removeEventListener('message', this.grow);
    super.disconnectedCallback();
  }

  /** The preview says how high it is; whoever else says so is not heard. */
  private grow = (event: MessageEvent<{ type?: unknown; height?: unknown } | null>) => {
    const frame = this.renderRoot.querySelector('iframe');
    if (!frame || event.source !== frame.contentWindow) return;
    const { type, height } = event.data ?? {};
    if (type !== 'return-checker:height' || typeof height !== 'number' || !(height > 0)) return;
    frame.style.height = `${Math.min(height, 2000)}px`;
  };

  private async start() {
    await useLanguage(await languageFor(navigator.languages));
    alsoSpeak(await ownWords());
    document.documentElement.lang = language();
    document.documentElement.dir = t('meta.dir');
    document.title = t('snippet.title');
    this.ready = true;
  }

  private text(): string {
    const { version, integrity } = __WIDGET__;
    return snippet({
      place: this.place,
      marketplace: this.shop,
      country: this.country,
      language: language(),
      home,
      pinned: this.pinned ? { version, integrity } : null,
      label: t('widget.label'),
    });
  }

  private async copy() {
    this.said = t((await copyText(this.text())) ? 'snippet.copied' : 'snippet.failed');
  }

  private change(set: (value: string) => void) {
    return (event: Event) => {
      this.said = '';
      set((event.target as HTMLSelectElement).value);
    };
  }

  override render() {
    if (!this.ready) return html`<slot></slot>`;
    const frame = `../embed/${this.shop}/${language()}/${this.country && `?country=${this.country}`}`;
    const names = new Intl.DisplayNames([language()], { type: 'region' });
    const choosable = this.place !== 'link' && this.place !== 'wordpress_com';
    return html`<main>
      <h1>${t('snippet.title')}</h1>
      <p>${t('snippet.lead')}</p>
      <label
        >${t('snippet.where')}
        <select id="place" @change=${this.change((value) => (this.place = value as Place))}>
          ${places.map((place) => html`<option value=${place}>${t(`snippet.place.${place}`)}</option>`)}
        </select>
      </label>
      <label
        >${t('snippet.shop')}
        <select id="shop" @change=${this.change((value) => (this.shop = value))}>
          ${shops.map((shop) => html`<option value=${shop.id}>${shop.name}</option>`)}
        </select>
      </label>
      <p class="own small"><a href="../pack/">${t('snippet.own')}</a></p>
      <label ?hidden=${this.place === 'wordpress_com'}
        >${t('page.country')}
        <select id="country" @change=${this.change((value) => (this.country = value))}>
          <option value="">${t('snippet.any_country')}</option>
          ${countries.map((code) => html`<option value=${code}>${names.of(code)}</option>`)}
        </select>
      </label>
      <fieldset ?hidden=${!choosable}>
        <legend>${t('snippet.version')}</legend>
        ${(['newest', 'pinned'] as const).map(
          (which) =>
            html`<label
              ><input
                type="radio"
                name="version"
                value=${which}
                .checked=${this.pinned === (which === 'pinned')}
                @change=${() => (this.pinned = which === 'pinned')}
              />${t(`snippet.${which}`)}</label
            >`,
        )}
        <p class="small soft">${t('snippet.version_why')}</p>
      </fieldset>
      <p>${t(`snippet.how.${this.place}`, { shortcode: '{{< return-checker >}}' })}</p>
      ${isLocal(home) ? html`<p class="warn" data-warn="local">${t('snippet.local')}</p>` : nothing}
      ${
        this.place === 'wordpress_com' && !__SITE_URL__
          ? html`<p class="warn" data-warn="address">${t('snippet.no_address')}</p>`
          : nothing
      }
      <label
        >${t('snippet.box')}
        <textarea
          readonly
          dir="ltr"
          rows="5"
          .value=${this.text()}
          @focus=${(e: Event) => (e.target as HTMLTextAreaElement).select()}
        ></textarea>
      </label>
      <button type="button" class="main" @click=${this.copy}>${t('snippet.copy')}</button>
      <p role="status">${this.said}</p>
      <p class="facts">
        <b>${t('snippet.weight', { kb: Math.ceil(__WIDGET__.bytes / 1024) })}</b>
        <span>${t('snippet.cookies')}</span>
        <span>${t('snippet.requests')}</span>
      </p>
      <h2>${t('snippet.preview')}</h2>
      <div class="article">
        <p>${t('snippet.article')}</p>
        <iframe title=${t('widget.label')} src=${frame} sandbox="allow-scripts allow-popups"></iframe>
      </div>
      <p><a href="../">${t('snippet.back')}</a></p>
    </main>`;
  }
}
