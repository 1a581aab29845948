import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { eventsFor } from '../view/events.ts';
import type { OwnReturn } from '../view/ics.ts';
import { begun, isNo, leading, type AnswerView } from '../view/selectors.ts';
import { disputeText } from '../view/seller-message.ts';
import { plan } from '../view/steps.ts';
import { t } from '../i18n/index.ts';
import { shared } from '../ui/shared-styles.ts';
import './next-steps.ts';
import './save-share.ts';
import type { WhatHappened } from './what-happened.ts';
import './what-happened.ts';

/** What the shopper does now, what may have happened since, and what is kept: all that is not folded. */
@customElement('answer-acts')
export class AnswerActs extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.5rem;
      }
      section {
        padding: 0.625rem 1rem;
        background: var(--sheet);
        border: 1px solid var(--line);
        border-radius: var(--round);
      }
      section.since {
        padding-block: 0.25rem;
      }
      details[open] {
        padding-block-end: 0.625rem;
      }
      @media (min-width: 40rem) {
        section {
          padding: 1rem 1.5rem;
        }
      }
      @media print {
        section.since,
        save-share {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) answerView: AnswerView | null = null;
  @property() today = '';
  @property({ attribute: false }) own: OwnReturn = { id: '', name: '', link: '' };
  @property({ type: Boolean }) kept = false;
  @property() saying = '';

  override render() {
    const answerView = this.answerView;
    if (!answerView) return nothing;
    return html`${this.steps(answerView)} ${this.since(answerView)}
      <save-share
        .answerView=${answerView}
        .own=${this.own}
        ?kept=${this.kept}
        .saying=${this.saying}
      ></save-share>`;
  }

  /** Open once something has happened, or where only that can help; one line before. */
  private since(answerView: AnswerView) {
    if (answerView.verdict.headline.phase === 'done') return nothing;
    const { likely, rest } = eventsFor(answerView);
    const open = begun(answerView) || leading(answerView.verdict)?.status === 'expired';
    return html`<section class="since" data-anchor="since">
      <details ?open=${open}>
        <summary><h2>${t('events.title')}</h2></summary>
        <what-happened .likely=${likely} .rest=${rest} .today=${this.today}></what-happened>
      </details>
    </section>`;
  }

  private steps(answerView: AnswerView) {
    const todo = plan(answerView);
    if (todo.acts.length + todo.evidence.length === 0 || isNo(leading(answerView.verdict))) return nothing;
    return html`<section data-anchor="steps">
      <next-steps .plan=${todo} .today=${this.today} .dispute=${disputeText(answerView)}></next-steps>
    </section>`;
  }

  /** Opens the event that ends a step of the others'. */
  happened(step: string) {
    const answerView = this.answerView;
    if (!answerView) return;
    const { likely, rest } = eventsFor(answerView);
    const view = [...likely, ...rest].find(({ spec }) => spec.steps?.includes(step));
    const part = this.renderRoot.querySelector<WhatHappened>('what-happened');
    if (view && part) {
      part.closest('details')!.open = true;
      part.choose(view);
      part.scrollIntoView({ block: 'nearest' });
    }
  }
}
