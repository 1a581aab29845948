import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DayStrip } from '../view/day-strip.ts';
import { t } from '../i18n/index.ts';
import { shared } from '../ui/shared-styles.ts';

/** The days of the case in a row, small, with the same in words beneath: colour never stands alone, height goes with it. */
@customElement('day-strip')
export class DayStripPart extends LitElement {
  static override styles = [
    shared,
    css`
      .days {
        display: flex;
        align-items: flex-end;
        gap: 1px;
        height: 2rem;
        margin: 0.75rem 0;
        max-width: 32rem;
      }
      .days span {
        flex: 1 1 0;
        min-width: 1px;
        max-width: 0.75rem;
        border-radius: 2px;
        position: relative;
      }
      .days .today::after {
        content: '';
        position: absolute;
        inset-inline: calc(50% - 3px);
        bottom: -10px;
        width: 6px;
        height: 6px;
        border-radius: 50%;
        background: var(--ink);
      }
      .yes {
        background: var(--accent);
      }
      .maybe {
        background: var(--maybe);
      }
      .early {
        background: var(--wait);
      }
      .no {
        background: var(--edge);
      }
      .days .yes {
        height: 100%;
      }
      .days .maybe {
        height: 65%;
      }
      .days .early {
        height: 35%;
      }
      .days .no {
        height: 15%;
      }
      li {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        margin-top: 0.25rem;
        font-size: 0.9375rem;
      }
      li i {
        flex: none;
        width: 0.625rem;
        height: 0.625rem;
        border-radius: 2px;
      }
      @media (forced-colors: active) {
        .days span,
        li i {
          forced-color-adjust: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) strip: DayStrip | null = null;

  override render() {
    if (!this.strip) return nothing;
    return html`<h2>${t('strip.title')}</h2>
      <div class="days" aria-hidden="true">
        ${this.strip.days.map(({ kind, today }) => html`<span class="${kind} ${today ? 'today' : ''}"></span>`)}
      </div>
      <ul>
        ${this.strip.list.map(({ kind, text }) => html`<li><i class=${kind}></i><span>${text}</span></li>`)}
      </ul>`;
  }
}
