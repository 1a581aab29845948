import { LitElement, css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { addDays, daysBetween } from '../answers/days.ts';
import { tinyDay } from '../i18n/format.ts';
import type { SweepDay } from '../engine/types.ts';
import { shared } from '../ui/shared-styles.ts';

/** The answer of a day, in a word or two. */
export const statusWords: Record<string, string> = {
  allowed: 'yes',
  conditional: 'it depends',
  contested: 'the sources disagree',
  not_yet: 'not yet',
  expired: 'too late',
  refused: 'no',
  not_covered: 'no rule',
  fault: 'not a possible day',
};

interface Run {
  status: string;
  from: number;
  to: number;
}

/** Days in a row with the same answer. */
function runsOf(days: SweepDay[], law: boolean): Run[] {
  const runs: Run[] = [];
  for (const [index, day] of days.entries()) {
    const item = 'items' in day ? day.items[0] : undefined;
    const status = item ? ((law ? item.beside_status : item.status) ?? 'not_covered') : 'fault';
    const last = runs.at(-1);
    if (last?.status === status) last.to = index;
    else runs.push({ status, from: index, to: index });
  }
  return runs;
}

/** What the answer would be on which day. Event `day`: another day is chosen. */
@customElement('day-strip')
export class DayStrip extends LitElement {
  static override styles = [
    shared,
    css`
      svg {
        display: block;
        width: 100%;
        height: 1.25rem;
        border-radius: 6px;
      }
      rect.allowed {
        fill: var(--accent);
      }
      rect.conditional,
      rect.contested {
        fill: var(--maybe);
        opacity: 0.75;
      }
      rect.not_yet {
        fill: var(--wait);
        opacity: 0.6;
      }
      rect.expired,
      rect.refused {
        fill: var(--no);
        opacity: 0.65;
      }
      rect.not_covered,
      rect.fault {
        fill: var(--line);
      }
      line {
        stroke: var(--sheet);
        stroke-width: 2;
        vector-effect: non-scaling-stroke;
      }
      input {
        width: 100%;
        padding: 0;
        min-height: 2rem;
        margin: 0;
        border: 0;
        background: none;
        accent-color: var(--accent);
      }
      li {
        display: flex;
        gap: 0.625rem;
        align-items: baseline;
        padding: 0.1875rem 0;
        font-size: 0.9375rem;
      }
      li b {
        margin-inline-start: auto;
        font-weight: 600;
      }
      li i {
        width: 0.75rem;
        height: 0.75rem;
        border-radius: 3px;
        flex: none;
        align-self: center;
      }
      i.allowed {
        background: var(--accent);
      }
      i.conditional,
      i.contested {
        background: var(--maybe);
      }
      i.not_yet {
        background: var(--wait);
      }
      i.expired,
      i.refused {
        background: var(--no);
      }
      i.not_covered,
      i.fault {
        background: var(--edge);
      }
    `,
  ];

  @property({ attribute: false }) days: SweepDay[] = [];
  @property() chosen = '';
  @property({ type: Boolean }) law = false;

  override render() {
    const first = this.days[0]?.as_of;
    if (!first) return nothing;
    const count = this.days.length;
    const runs = runsOf(this.days, this.law);
    const at = Math.min(Math.max(daysBetween(first, this.chosen), 0), count - 1);
    const said = (index: number) => tinyDay(addDays(first, index), this.chosen);
    const move = (event: Event) => {
      const detail = addDays(first, Number((event.target as HTMLInputElement).value));
      this.dispatchEvent(new CustomEvent('day', { detail }));
    };
    return html`<svg viewBox="0 0 ${count} 10" preserveAspectRatio="none" aria-hidden="true">
        ${runs.map(({ status, from, to }) => svg`<rect class=${status} x=${from} y="0" width=${to - from + 1} height="10" />`)}
        ${svg`<line x1=${at + 0.5} x2=${at + 0.5} y1="0" y2="10" />`}
      </svg>
      <input
        type="range"
        aria-label="Day of the question"
        aria-valuetext=${said(at)}
        min="0"
        max=${count - 1}
        .value=${String(at)}
        @input=${move}
      />
      <ul>
        ${runs
          .slice(0, 8)
          .map(
            ({ status, from, to }) =>
              html`<li data-status=${status}>
                <i class=${status}></i
                ><span>${from === to ? said(from) : `${said(from)} to ${said(to)}`}</span
                ><b>${statusWords[status] ?? status}</b>
              </li>`,
          )}
      </ul>`;
  }
}
