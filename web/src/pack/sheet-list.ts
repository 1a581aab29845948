import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../ui/shared-styles.ts';
import { inWords } from './sheet-words.ts';
import type { Sheet, SheetResult } from './sheets.ts';

const mostShown = 100;
const mostLines = 6;

/** The checks, each with its state. Events: `drop`, the number of one; `see`, its case. */
@customElement('sheet-list')
export class SheetList extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 0 0.625rem;
        align-items: center;
        border-top: 1px solid var(--line);
        padding: 0.25rem 0;
        font-size: 0.9375rem;
      }
      .state {
        font-weight: 650;
        font-size: 0.8125rem;
        padding: 0.125rem 0.5rem;
        border-radius: 999px;
        color: var(--soft);
        background: var(--sunk);
      }
      .ok .state {
        color: var(--accent);
        background: var(--accent-wash);
      }
      .failed .state {
        color: var(--no);
        background: var(--no-wash);
      }
      .name {
        border: 0;
        background: none;
        padding: 0.25rem 0;
        text-align: start;
        line-height: 1.3;
      }
      .why p + p {
        margin-top: 0.25rem;
      }
      .why {
        grid-column: 2 / -1;
        color: var(--no);
        font-size: 0.8125rem;
        line-height: 1.4;
        overflow-wrap: anywhere;
        padding-bottom: 0.375rem;
      }
    `,
  ];

  @property({ attribute: false }) sheets: Sheet[] = [];
  /** Of each sheet; fewer where they were not asked yet. */
  @property({ attribute: false }) results: SheetResult[] = [];

  private why({ why, differences }: SheetResult, { given }: Sheet): string[] {
    const all = why ? [why] : inWords(differences, given.as_of);
    const more = all.length - mostLines;
    return more > 0 ? [...all.slice(0, mostLines), `And ${more} more.`] : all;
  }

  private row(sheet: Sheet, index: number) {
    const result = this.results[index];
    const state = !result ? 'open' : result.ok ? 'ok' : 'failed';
    const tell = (name: string, detail: unknown) => this.dispatchEvent(new CustomEvent(name, { detail }));
    return html`<li class=${state} data-sheet=${state}>
      <span class="state">${state === 'open' ? 'not asked' : state}</span>
      <button type="button" class="name" @click=${() => tell('see', sheet.given)}>${sheet.name}</button>
      <button
        type="button"
        class="quiet"
        aria-label="Remove the check: ${sheet.name}"
        @click=${() => tell('drop', index)}
      >
        Remove
      </button>
      ${result && !result.ok ? html`<div class="why">${this.why(result, sheet).map((line) => html`<p>${line}</p>`)}</div>` : nothing}
    </li>`;
  }

  override render() {
    const { sheets } = this;
    return html`<h2>Checks</h2>
      ${
        sheets.length === 0
          ? html`<p class="small soft">
              None yet. When an answer is as the shop means it, press “This is right”.
            </p>`
          : html`<ul>
                ${sheets.slice(0, mostShown).map((sheet, index) => this.row(sheet, index))}
              </ul>
              ${sheets.length > mostShown ? html`<p class="small soft">${sheets.length - mostShown} more are asked as well.</p>` : nothing}`
      }`;
  }
}
