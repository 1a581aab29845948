import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Checker } from '../engine/index.ts';
import type { Facts, FactValue } from '../answers/facts.ts';
import { writeFragment } from '../answers/url-state.ts';
import { calendarEvents } from '../view/ics.ts';
import { dayStrip } from '../view/day-strip.ts';
import { path } from '../view/timeline.ts';
import { begun, isNo, leading, type Told } from '../view/selectors.ts';
import { disputeText } from '../view/seller-message.ts';
import { plan } from '../view/steps.ts';
import { otherShops, otherWays } from '../view/alternatives.ts';
import { why } from '../view/why.ts';
import { t } from '../i18n/index.ts';
import { shared } from '../ui/shared-styles.ts';
import './copy-message.ts';
import './day-strip.ts';
import './next-steps.ts';
import './path-picture.ts';
import './plain-list.ts';
import './save-share.ts';
import './why-sources.ts';
import './worth-it.ts';

function number(value: FactValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

/** Everything under the answer: sources, saving, steps, the picture, the sums, the other ways. */
@customElement('answer-details')
export class AnswerDetails extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1rem;
      }
      :host > *,
      .panel {
        display: block;
        padding: 1rem;
        background: var(--sheet);
        border: 1px solid var(--line);
        border-radius: var(--round);
      }
      copy-message {
        margin-top: 1rem;
      }
      @media (min-width: 40rem) {
        .panel {
          padding: 1.25rem 1.5rem;
        }
      }
      @media print {
        .panel {
          break-inside: avoid;
        }
        save-share.panel,
        worth-it.panel,
        copy-message {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) told: Told | null = null;
  @property({ attribute: false }) checker: Checker | null = null;
  @property({ attribute: false }) defaults: Facts = {};
  @property() today = '';
  @property() keptSaid = '';

  override render() {
    const told = this.told;
    if (!told || !this.checker) return nothing;
    const { answers } = told;
    const e = leading(told.verdict);
    const no = isNo(e);
    const picture = no ? null : path(told);
    const ways = otherWays(told);
    const strip = dayStrip(this.checker, told, this.defaults);
    const shops = otherShops(this.checker, answers, this.defaults);
    const whole = { ...answers, facts: { ...this.defaults, ...answers.facts } };
    return html`
      <why-sources class="panel" .why=${why(told)}></why-sources>
      <save-share
        class="panel"
        .events=${calendarEvents(told)}
        .link=${location.href.replace(/#.*$/, '') + writeFragment(whole)}
        .told=${this.keptSaid}
      ></save-share>
      ${no && !begun(told) ? nothing : this.steps(told)}
      ${ways.length ? html`<plain-list class="panel" .heading=${t('ways.title')} .lines=${ways}></plain-list>` : nothing}
      ${picture ? html`<path-picture class="panel" .path=${picture}></path-picture>` : nothing}
      ${
        no
          ? nothing
          : html`<worth-it
              class="panel"
              .currency=${answers.currency ?? 'USD'}
              .price=${number(answers.facts['price'])}
              .postage=${number(answers.facts['return_shipping_cost'])}
              .pays=${!e?.return_shipping || e.return_shipping[0] === 'buyer'}
            ></worth-it>`
      }
      ${strip ? html`<day-strip class="panel" .strip=${strip}></day-strip>` : nothing}
      ${
        shops.length
          ? html`<plain-list class="panel" folded .heading=${t('others.title')} .lines=${shops}></plain-list>`
          : nothing
      }
    `;
  }

  private steps(told: Told) {
    const dispute = leading(told.verdict)?.steps.some(
      (step) => step.id === 'open_dispute' && step.state !== 'done',
    );
    const todo = plan(told);
    if (Object.values(todo).every((list: unknown[]) => list.length === 0)) return nothing;
    return html`<section class="panel">
      <next-steps .plan=${todo} .today=${this.today}></next-steps>
      ${
        dispute
          ? html`<copy-message
              second
              .text=${disputeText(told)}
              .label=${t('seller.dispute.button')}
            ></copy-message>`
          : nothing
      }
    </section>`;
  }
}
