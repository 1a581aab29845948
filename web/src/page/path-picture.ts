import { LitElement, css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Path } from '../view/timeline.ts';
import { t } from '../i18n/index.ts';
import { shared } from '../ui/shared-styles.ts';

/** The path as a picture, with the same dates as a list behind it. */
@customElement('path-picture')
export class PathPicture extends LitElement {
  static override styles = [
    shared,
    css`
      .frame {
        margin-top: 0.5rem;
      }
      svg {
        display: block;
        width: 100%;
        max-width: 32rem;
        height: auto;
      }
      text {
        font: 600 12px var(--font);
        fill: var(--ink);
        text-anchor: middle;
      }
      .line {
        stroke: var(--edge);
        stroke-width: 3;
        stroke-linecap: round;
      }
      .open {
        fill: var(--accent);
      }
      .disagree {
        fill: url(#hatch);
        stroke: var(--maybe);
        stroke-width: 1.5;
      }
      .hatch {
        stroke: var(--maybe);
        stroke-width: 4;
      }
      .refund {
        fill: none;
        stroke: var(--wait);
        stroke-width: 2.5;
        stroke-dasharray: 7 4;
      }
      circle {
        fill: var(--sheet);
        stroke: var(--ink);
        stroke-width: 2.5;
      }
      circle.today {
        fill: var(--ink);
      }
      .tail {
        stroke: var(--edge);
        stroke-width: 1;
      }
      ul {
        margin-top: 0.5rem;
        font-size: 0.9375rem;
      }
      li {
        margin-top: 0.25rem;
      }
    `,
  ];

  @property({ attribute: false }) path: Path | null = null;

  override render() {
    const path = this.path;
    if (!path) return nothing;
    const base = 84;
    return html`<h2>${t('path.title')}</h2>
      <figure>
        <div class="frame" dir="ltr">
          <svg viewBox="0 0 340 140" role="img" aria-label=${path.alt}>
            <defs>
              <pattern
                id="hatch"
                width="9"
                height="9"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <line class="hatch" x1="0" y1="0" x2="0" y2="9" />
              </pattern>
            </defs>
            <line class="line" x1="10" y1=${base} x2="330" y2=${base} />
            ${path.bands.map((band) => {
              const width = Math.max(4, band.to - band.from);
              return band.kind === 'refund'
                ? svg`<rect class="refund" x=${band.from} y=${base + 16} width=${width} height="14" rx="7" />
                  <text x=${Math.min(300, Math.max(40, (band.from + band.to) / 2))} y=${base + 46}>${t('path.refund_short')}</text>`
                : svg`<rect class=${band.kind} x=${band.from} y=${base - 7} width=${width} height="14" rx="7" />`;
            })}
            ${path.marks.map((mark) => {
              const y = 62 - mark.row * 18;
              const anchor = Math.min(314, Math.max(26, mark.x));
              return svg`<line class="tail" x1=${mark.x} y1=${y + 5} x2=${mark.x} y2=${base} />
                <circle class=${mark.kind} cx=${mark.x} cy=${base} r="5" />
                <text x=${anchor} y=${y}>${mark.label}</text>`;
            })}
          </svg>
        </div>
        <ul>
          ${path.list.map((line) => html`<li>${line}</li>`)}
        </ul>
      </figure>`;
  }
}
