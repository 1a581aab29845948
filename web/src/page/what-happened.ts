import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { factSpec, type Facts } from '../answers/facts.ts';
import type { EventView } from '../view/events.ts';
import { has, t } from '../i18n/index.ts';
import { emit, shared } from '../ui/shared-styles.ts';
import './ask-day.ts';

/**
 * "What happened since?": the shopper picks what happened, says how where that matters, and always which day. Emits
 * `answer` with the facts; nothing is written before the day is said.
 */
@customElement('what-happened')
export class WhatHappened extends LitElement {
  static override styles = [
    shared,
    css`
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        margin-top: 0.5rem;
      }
      .choices button {
        text-align: start;
        border-color: var(--line);
        font-weight: 550;
        font-size: 0.9375rem;
        line-height: 1.25;
        padding-inline: 0.625rem;
      }
      .chosen {
        margin-top: 0.625rem;
        padding: 0.875rem 1rem 1rem;
        background: var(--sunk);
        border-radius: var(--round-small);
      }
      .chosen > * + * {
        margin-top: 0.625rem;
      }
    `,
  ];

  @property() heading = '';
  @property({ attribute: false }) likely: EventView[] = [];
  @property({ attribute: false }) rest: EventView[] = [];
  @property() today = '';
  @state() private chosen: EventView | null = null;
  @state() private facts: Facts | null = null;
  @state() private all = false;

  override willUpdate(changed: Map<string, unknown>) {
    const listed = [...this.likely, ...this.rest].some((one) => one.id === this.chosen?.id);
    if ((changed.has('likely') || changed.has('rest')) && this.chosen && !listed) this.close();
  }

  /** Opens one event at its next question. */
  choose(view: EventView) {
    const { spec } = view;
    if (!spec.date && !spec.asks) {
      emit(this, 'answer', { ...spec.sets });
      return;
    }
    this.chosen = view;
    this.facts = spec.asks ? null : { ...spec.sets };
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.chosen')?.focus());
  }

  private close() {
    this.chosen = null;
    this.facts = null;
  }

  private day(day: string) {
    const given: Facts = { ...this.facts, [this.chosen!.spec.date!]: day };
    this.close();
    emit(this, 'answer', given);
  }

  private button(view: EventView) {
    return html`<button
      type="button"
      data-event=${view.id}
      aria-expanded=${this.chosen?.id === view.id}
      @click=${() => this.choose(view)}
    >
      ${view.text}
    </button>`;
  }

  override render() {
    if (this.likely.length + this.rest.length === 0) return nothing;
    const folded = !this.all && this.rest.length > 0 && this.likely.length > 0;
    const shown = folded ? this.likely : [...this.likely, ...this.rest];
    return html`${this.heading ? html`<h2>${this.heading}</h2>` : nothing}
      <div class="choices">${shown.map((view) => this.button(view))}</div>
      ${
        folded
          ? html`<button type="button" class="quiet" data-event="more" @click=${() => (this.all = true)}>
              ${t('events.more')}
            </button>`
          : nothing
      }
      ${this.chosen ? this.question(this.chosen) : nothing}`;
  }

  private question(view: EventView) {
    const { spec } = view;
    return html`<div class="chosen" role="group" tabindex="-1" aria-label=${view.text}>
      <p><b>${view.text}</b></p>
      ${spec.asks && this.facts === null ? this.outcomes(spec.asks) : this.when(view)}
      <button type="button" class="quiet" @click=${this.close}>${t('cancel')}</button>
    </div>`;
  }

  private outcomes(fact: string) {
    const values = (factSpec(fact)?.values ?? []).filter((value) => has(`option.${fact}.${value}`));
    return html`<p>${t(`ask.${fact}`)}</p>
      <div class="choices">
        ${values.map(
          (value) =>
            html`<button type="button" data-outcome=${value} @click=${() => (this.facts = { [fact]: value })}>
              ${t(`option.${fact}.${value}`)}
            </button>`,
        )}
      </div>`;
  }

  private when({ spec }: EventView) {
    return html`<ask-day
      .text=${t(spec.future ? 'events.until' : 'events.when')}
      .today=${this.today}
      ?future=${spec.future === true}
      @day=${(event: CustomEvent<{ day: string }>) => this.day(event.detail.day)}
    ></ask-day>`;
  }
}
