import { LitElement, css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { FactCard } from '../view/summary-cards.ts';
import type { Headline, Tone } from '../view/headline.ts';
import { shared } from '../ui/shared-styles.ts';

const shapes: Record<Tone, ReturnType<typeof svg>> = {
  yes: svg`<path d="M8 16.5l5.5 5.5L24.5 10.5" />`,
  maybe: svg`<path d="M11.5 12a4.5 4.5 0 1 1 6.6 4c-1.5.8-2.1 1.6-2.1 3.2M16 23.6v.2" />`,
  no: svg`<path d="M10.5 10.5l11 11M21.5 10.5l-11 11" />`,
  wait: svg`<path d="M16 8.5V16l4.8 3" />`,
  late: svg`<path d="M16 8v10M16 23v.2" />`,
};

/** The answer, in one place from the first moment on: only its words change. */
@customElement('answer-card')
export class AnswerCard extends LitElement {
  static override styles = [
    shared,
    css`
      .card {
        background: var(--sheet);
        border: 1px solid var(--line);
        border-radius: var(--round);
        overflow: hidden;
        box-shadow:
          0 1px 2px rgb(60 45 20 / 6%),
          0 8px 24px -12px rgb(60 45 20 / 18%);
      }
      .words {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0 0.75rem;
        align-content: start;
        padding: 0.8125rem min(1rem, 5vw) 0.625rem;
        background: var(--wash);
      }
      .mark {
        width: 2rem;
        height: 2rem;
        border-radius: 50%;
        background: var(--tone);
        fill: none;
        stroke: var(--sheet);
        stroke-width: 2.8;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .lead {
        font-size: min(1.3125rem, 11vw);
        overflow-wrap: anywhere;
        line-height: 1.22;
        font-weight: 680;
        letter-spacing: -0.015em;
        text-wrap: pretty;
        color: var(--tone);
      }
      .lead .act {
        color: var(--ink);
      }
      .under {
        grid-column: 1 / -1;
        margin-top: 0.5rem;
        font-size: 0.9375rem;
        line-height: 1.38;
        text-wrap: pretty;
      }
      .yes {
        --tone: var(--accent);
        --wash: var(--accent-wash);
      }
      .maybe {
        --tone: var(--maybe);
        --wash: var(--maybe-wash);
      }
      .no,
      .late {
        --tone: var(--no);
        --wash: var(--no-wash);
      }
      .wait {
        --tone: var(--wait);
        --wash: var(--wait-wash);
      }
      .count {
        padding: 0.5rem 1rem;
        font-weight: 650;
        border-bottom: 1px solid var(--line);
      }
      .warn {
        grid-column: 1 / -1;
        margin-top: 0.5rem;
        padding: 0.5rem 0.75rem;
        border-inline-start: 4px solid var(--no);
        background: var(--sheet);
        border-radius: 4px;
        font-size: 0.9375rem;
        font-weight: 600;
        line-height: 1.35;
      }
      dl > div {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
        padding: 0.375rem min(1rem, 5vw);
        border-top: 1px solid var(--line);
      }
      dt {
        flex: 0 1 auto;
        min-width: min(7.5em, 100%);
        max-width: 100%;
        font-size: 0.9375rem;
        color: var(--soft);
        line-height: 1.35;
        overflow-wrap: break-word;
      }
      dd {
        flex: 1 1 8em;
        font-weight: 650;
        line-height: 1.3;
        font-size: 1.0625rem;
        overflow-wrap: break-word;
        min-width: auto;
        max-width: 100%;
      }
      dd small {
        display: block;
        font-weight: 400;
        font-size: 0.875rem;
        line-height: 1.35;
        color: var(--soft);
      }
      @media (min-width: 40rem) {
        .words {
          padding: 1.25rem 1.5rem 1rem;
          gap: 0 1rem;
        }
        .mark {
          width: 2.5rem;
          height: 2.5rem;
        }
        .lead {
          font-size: 1.5rem;
        }
        .under,
        .warn {
          grid-column: 2;
        }
        dl > div {
          padding: 0.625rem 1.5rem;
        }
      }
      @media (max-width: 22rem) {
        .mark {
          display: none;
        }
        .words {
          display: block;
        }
      }
    `,
  ];

  @property({ attribute: false }) headline: Headline | null = null;
  @property({ attribute: false }) facts: FactCard[] = [];
  /** "2 of 3 can go back", for an order of several items. */
  @property() count = '';

  override render() {
    const head = this.headline;
    if (!head) return nothing;
    return html`<section class="card ${head.tone}" aria-labelledby="lead">
      ${this.count ? html`<p class="count">${this.count}</p>` : nothing}
      <div class="words">
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">${shapes[head.tone]}</svg>
        <h2 class="lead" id="lead">
          <span>${head.lead}</span>${head.act ? html` <span class="act">${head.act}</span>` : nothing}
        </h2>
        ${head.warn ? html`<p class="warn">${head.warn}</p>` : nothing}
        ${head.under.length ? html`<p class="under">${head.under.join(' ')}</p>` : nothing}
      </div>
      ${
        this.facts.length
          ? html`<dl>
              ${this.facts.map(
                (fact) =>
                  html`<div data-fact=${fact.id}>
                    <dt>${fact.label}</dt>
                    <dd>
                      ${fact.value}
                      ${fact.note ? html`<small>${fact.note}</small>` : nothing}${fact.off?.map((says) => html`<small class="off">${says}</small>`)}
                    </dd>
                  </div>`,
              )}
            </dl>`
          : nothing
      }
    </section>`;
  }
}
