import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { mostReturns, readKeptText, type Kept } from '../answers/saved-returns.ts';
import { t } from '../i18n/index.ts';
import { saveFile } from '../ui/clipboard.ts';
import { emit, shared } from '../ui/shared-styles.ts';

export interface KeptView {
  kept: Kept;
  /** "ask by 19 May", or that no day is known. */
  when: string;
}

/** Several cases, kept on this device only; what closes first comes first. */
@customElement('my-returns')
export class MyReturns extends LitElement {
  static override styles = [
    shared,
    css`
      li {
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: center;
        border-top: 1px solid var(--line);
        padding: 0.25rem 0;
      }
      li:first-child {
        border: 0;
      }
      .open {
        text-align: start;
        border: 0;
        background: none;
        padding-inline: 0;
        overflow-wrap: anywhere;
      }
      .open span {
        display: block;
      }
      p {
        margin: 0.5rem 0;
      }
      .file {
        position: relative;
        display: inline-grid;
        place-items: center;
        min-height: 44px;
        padding: 0.5rem 0.875rem;
        border: 1px solid var(--edge);
        border-radius: var(--round-small);
        cursor: pointer;
      }
      .file input {
        position: absolute;
        inset: 0;
        width: 100%;
        opacity: 0;
      }
      .file:focus-within {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }
    `,
  ];

  @property({ attribute: false }) shelf: KeptView[] = [];
  @property({ type: Number }) damaged = 0;
  /** On top, for who comes back. */
  @property({ type: Boolean }) unfolded = false;
  @state() private said = '';

  private async read(event: Event) {
    const field = event.target as HTMLInputElement;
    const file = field.files?.[0];
    if (!file) return;
    const read = file.size <= 1_000_000 ? readKeptText(await file.text()).kept : [];
    const own = new Set(this.shelf.map((one) => one.kept.id));
    let room = mostReturns - own.size;
    const kept = read.filter(({ id }) => own.has(id) || room-- > 0);
    field.value = '';
    this.said = t('returns.imported', { count: kept.length });
    if (kept.length) emit(this, 'imported', { kept });
  }

  private save() {
    saveFile('my-returns.json', 'application/json', JSON.stringify(this.shelf.map((one) => one.kept)));
  }

  override render() {
    return html`<details ?open=${this.unfolded}>
      <summary><h2>${t('returns.title')}</h2></summary>
      ${this.damaged ? html`<p class="error">${t('returns.damaged', { count: this.damaged })}</p>` : nothing}
      ${
        this.shelf.length
          ? html`<ul>
              ${this.shelf.map(
                ({ kept, when }) =>
                  html`<li data-kept=${kept.id}>
                    <button type="button" class="open" @click=${() => emit(this, 'open-kept', { kept })}>
                      <bdi>${kept.name}</bdi><span class="small soft">${when}</span>
                    </button>
                    <button
                      type="button"
                      class="quiet"
                      @click=${() => emit(this, 'remove-kept', { id: kept.id })}
                    >
                      ${t('returns.remove')}<span class="hidden"> ${kept.name}</span>
                    </button>
                  </li>`,
              )}
            </ul>`
          : html`<p class="small soft">${t('returns.empty')}</p>`
      }
      <div class="row">
        ${
          this.shelf.length
            ? html`<button type="button" @click=${this.save}>${t('returns.export')}</button>`
            : nothing
        }
        <label class="file"
          ><span>${t('returns.import')}</span
          ><input type="file" accept="application/json,.json" @change=${this.read}
        /></label>
      </div>
      <p class="small" role="status">${this.said}</p>
    </details>`;
  }
}
