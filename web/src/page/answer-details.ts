import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PageEngine } from '../engine/page-engine.ts';
import { factSpec, type Facts, type FactValue } from '../answers/facts.ts';
import { otherShops, otherWays, stillToTry } from '../view/alternatives.ts';
import { chips, type Chip } from '../view/assumptions.ts';
import { events } from '../view/events.ts';
import { givesCredit, isNo, leading, type AnswerView } from '../view/selectors.ts';
import { plan } from '../view/steps.ts';
import { timeline } from '../view/timeline.ts';
import { why } from '../view/why.ts';
import { t } from '../i18n/index.ts';
import { shared } from '../ui/shared-styles.ts';
import './assumed-chips.ts';
import './plain-list.ts';
import './time-line.ts';
import './why-sources.ts';
import './worth-it.ts';

function number(value: FactValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

const toldElsewhere = new Set(
  events.flatMap((spec) => [...Object.keys(spec.sets ?? {}), ...(spec.asks ? [spec.asks] : [])]),
);

/** Dates and what happened stand in rows of their own. */
function ownRow({ fact }: Chip): boolean {
  return factSpec(fact)?.kind === 'date' || toldElsewhere.has(fact);
}

/** Everything that is folded under the answer: the days, what was assumed, the sums, the sources, other ways. */
@customElement('answer-details')
export class AnswerDetails extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        background: var(--sheet);
        border: 1px solid var(--line);
        border-radius: var(--round);
      }
      :host > * {
        display: block;
        padding: 0.375rem 1rem;
      }
      :host > * + * {
        border-top: 1px solid var(--line);
      }
      time-line {
        padding-block-end: 0.5rem;
      }
      @media (min-width: 40rem) {
        :host > * {
          padding-inline: 1.5rem;
        }
      }
      @media print {
        :host,
        :host > * {
          border: 0 !important;
          padding: 0;
        }
        worth-it,
        .others,
        assumed-chips {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) answerView: AnswerView | null = null;
  @property({ attribute: false }) checker: PageEngine | null = null;
  @property({ attribute: false }) defaults: Facts = {};

  override render() {
    const answerView = this.answerView;
    if (!answerView || !this.checker) return nothing;
    const no = isNo(leading(answerView.verdict));
    const { checker } = this;
    const shops = checker.whole ? otherShops(checker, answerView.answers, this.defaults) : [];
    const ways = otherWays(answerView);
    const todo = plan(answerView);
    return html`${no ? html`<plain-list .heading=${t('ways.left_title')} .lines=${stillToTry(answerView)}></plain-list>` : nothing}
      ${this.days(answerView)} ${this.assumed(answerView)}
      ${ways.length && !no ? html`<plain-list folded .heading=${t('ways.title')} .lines=${ways}></plain-list>` : nothing}
      ${this.list('advice_title', todo.advice)} ${this.list('more_help', [...todo.help, ...todo.places])}
      ${no || givesCredit(answerView, leading(answerView.verdict)) ? nothing : this.sums(answerView)}
      <why-sources .why=${why(answerView)}></why-sources>
      <plain-list
        class="others"
        folded
        ?waiting=${!checker.whole}
        .heading=${t('others.title')}
        .lines=${shops}
        @unfold=${() =>
          void checker.openAll().then(
            () => this.requestUpdate(),
            () => {},
          )}
      ></plain-list>`;
  }

  private list(title: string, lines: string[]) {
    return lines.length
      ? html`<plain-list folded .heading=${t(title)} .lines=${lines}></plain-list>`
      : nothing;
  }

  private days(answerView: AnswerView) {
    const moments = timeline(answerView);
    if (!moments) return nothing;
    return html`<details id="timeline">
      <summary><h2>${t('path.title')}</h2></summary>
      <time-line .moments=${moments}></time-line>
    </details>`;
  }

  private assumed(answerView: AnswerView) {
    const { assumed, yours, later } = chips(answerView);
    const known = (list: Chip[]) => list.filter((chip) => !ownRow(chip));
    const shown = { assumed: known(assumed), yours: known(yours), later: known(later) };
    if (Object.values(shown).every((list) => list.length === 0)) return nothing;
    return html`<assumed-chips .chips=${shown}></assumed-chips>`;
  }

  private sums(answerView: AnswerView) {
    const e = leading(answerView.verdict);
    const { facts, currency } = answerView.answers;
    return html`<worth-it
      .currency=${currency ?? 'USD'}
      .price=${number(facts['price'])}
      .postage=${number(facts['return_shipping_cost'])}
      .pays=${!e?.return_shipping || e.return_shipping[0] === 'buyer'}
    ></worth-it>`;
  }
}
