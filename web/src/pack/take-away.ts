import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { copyText } from '../ui/clipboard.ts';
import { shared } from '../ui/shared-styles.ts';
import { ownSnippet } from './own-snippet.ts';

/** The files and the snippet. Event `save`: `detail` names what is wanted, `pack` or `sheets`. */
@customElement('take-away')
export class TakeAway extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 0.75rem;
        grid-template-columns: minmax(0, 1fr);
      }
      .row button {
        flex: 1 1 auto;
      }
      textarea {
        width: 100%;
        font:
          0.8125rem/1.5 ui-monospace,
          monospace;
        color: inherit;
        background: var(--sunk);
        border: 1px solid var(--edge);
        border-radius: var(--round-small);
        padding: 0.625rem;
        min-height: 8rem;
        resize: vertical;
      }
      label {
        display: grid;
        gap: 0.25rem;
      }
      .label {
        font-size: 0.875rem;
        color: var(--soft);
      }
    `,
  ];

  /** The pack's id: its file is named by it. */
  @property() name = '';
  @property({ type: Boolean }) law = false;
  @property({ type: Number }) sheets = 0;
  @property({ type: Number }) faults = 0;
  @state() private said = '';

  private save(detail: string) {
    this.dispatchEvent(new CustomEvent('save', { detail }));
  }

  private snippet() {
    const text = ownSnippet({
      home: new URL('..', document.baseURI).href,
      file: `${this.name}.json`,
      label: 'Can I send it back?',
    });
    const copy = async () =>
      (this.said = (await copyText(text)) ? 'Copied.' : 'Not copied: select the text and copy it yourself.');
    return html`<label
        ><span class="label"
          >For your page. Put the file on your site and its address in place of the first one here.</span
        >
        <textarea
          readonly
          rows="6"
          data-snippet
          .value=${text}
          @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}
        ></textarea>
      </label>
      <div class="row">
        <button type="button" @click=${copy}>Copy the snippet</button
        ><span role="status" class="small">${this.said}</span>
      </div>`;
  }

  override render() {
    return html`<h2>Take it away</h2>
      ${this.faults > 0 ? html`<p class="small soft">It still has faults; a checker takes it once they are mended.</p>` : nothing}
      <div class="row">
        <button type="button" data-save="pack" @click=${() => this.save('pack')}>Download the policy</button>
        <button
          type="button"
          data-save="sheets"
          ?disabled=${this.sheets === 0}
          @click=${() => this.save('sheets')}
        >
          Download the checks
        </button>
      </div>
      ${this.law ? html`<p class="small soft">A law stands beside shops; it needs no snippet of its own.</p>` : this.snippet()}`;
  }
}
