import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Disagreement, Source, Why, WhyGroup } from '../view/why.ts';
import { t } from '../i18n/index.ts';
import { shared } from '../ui/shared-styles.ts';

/** Each reason with its source and section, and where the guides disagree. */
@customElement('why-sources')
export class WhySources extends LitElement {
  static override styles = [
    shared,
    css`
      .line {
        font-size: 0.9375rem;
        color: var(--soft);
      }
      details {
        margin-top: 0.25rem;
      }
      summary {
        color: var(--accent);
        font-weight: 600;
      }
      h3 {
        font-size: 0.9375rem;
        margin-top: 1.25rem;
        margin-bottom: 0.375rem;
      }
      .point {
        margin-top: 0.75rem;
        padding: 0.875rem 1rem;
        background: var(--sunk);
        border-radius: var(--round-small);
      }
      .point h4 {
        margin: 0 0 0.25rem;
        font-size: 0.9375rem;
      }
      .point li + li {
        margin-top: 0.5rem;
      }
      .aside {
        color: var(--soft);
      }
      .group li + li {
        margin-top: 0.625rem;
      }
      .group li {
        padding-inline-start: 0.875rem;
        border-inline-start: 2px solid var(--line);
      }
      cite {
        display: block;
        font-style: normal;
        font-size: 0.875rem;
        color: var(--soft);
      }
      .note {
        margin-top: 0.5rem;
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) why: Why | null = null;
  @state() private all = false;

  private cites(sources: Source[]) {
    return [...new Map(sources.map((source) => [source.from, source])).values()].map((source) =>
      this.cite(source),
    );
  }

  private cite({ from, link }: Source) {
    const named = link ? html`<a href=${link} target="_blank" rel="noopener">${from}</a>` : from;
    return html`<cite lang="en" dir="auto">${named}</cite>`;
  }

  private point(point: Disagreement) {
    return html`<div class="point" data-conflict=${point.id}>
      <h4>${point.title}</h4>
      <ul>
        ${point.readings.map(
          (reading) =>
            html`<li class=${reading.counts ? '' : 'aside'}>
              ${reading.text}${this.cites(reading.sources)}
            </li>`,
        )}
      </ul>
      ${point.note ? html`<p class="note small">${point.note}</p>` : nothing}
    </div>`;
  }

  private groups(groups: WhyGroup[]) {
    return groups.map(
      (group) =>
        html`<div class="group">
          <h3>${group.title}</h3>
          <ul>
            ${group.sources.map(
              (source) =>
                html`<li data-source=${source.id}>
                  <span lang=${source.language} dir="auto">${source.says}</span>${this.cite(source)}
                </li>`,
            )}
          </ul>
        </div>`,
    );
  }

  /** Every note, once; made when it is opened. */
  private allNotes(why: Why) {
    if (!this.all) return nothing;
    return html`${this.groups(why.groups)}
    ${
      why.smaller.length
        ? html`<h3>${t('why.smaller')}</h3>
            ${why.smaller.map((point) => this.point(point))}`
        : nothing
    }`;
  }

  override render() {
    const why = this.why;
    if (!why) return nothing;
    if (why.first.length + why.disagreements.length + why.count === 0)
      return html`<p class="line">${why.norule.join(' ')}</p>`;
    return html`${why.old ? html`<p class="line" data-old>${why.old}</p>` : nothing}
      <details id="why">
        <summary><h2>${t('sources.why')}</h2></summary>
        ${this.groups(why.first)}
        ${
          why.disagreements.length
            ? html`<h3>${t('why.disagree_title')}</h3>
                ${why.disagreements.map((point) => this.point(point))}`
            : nothing
        }
        ${why.norule.map((line) => html`<p class="small soft">${line}</p>`)}
        <details
          id="all-notes"
          @toggle=${(event: Event) => (this.all ||= (event.target as HTMLDetailsElement).open)}
        >
          <summary>${t('sources.all', { count: why.count })}</summary>
          ${this.allNotes(why)}
        </details>
      </details>`;
  }
}
