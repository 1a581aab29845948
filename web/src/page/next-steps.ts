import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Plan, StepView } from '../view/steps.ts';
import { t } from '../i18n/index.ts';
import { copyText } from '../ui/clipboard.ts';
import { emit, shared } from '../ui/shared-styles.ts';
import './ask-day.ts';

/** What to do: the shopper's own acts, three at most, and what to have ready. A tick asks its day. */
@customElement('next-steps')
export class NextSteps extends LitElement {
  static override styles = [
    shared,
    css`
      ol {
        margin-top: 0.25rem;
      }
      li.step {
        display: grid;
        grid-template-columns: 44px minmax(0, 1fr);
        align-items: start;
      }
      .tick {
        display: grid;
        place-items: center;
        width: 44px;
        height: 44px;
      }
      input[type='checkbox'] {
        width: 22px;
        height: 22px;
        min-height: 0;
        margin: 0;
        accent-color: var(--accent);
      }
      .text {
        padding: 0.625rem 0 0.375rem;
        line-height: 1.35;
        overflow-wrap: anywhere;
      }
      .text span {
        display: block;
        font-size: 0.9375rem;
        color: var(--soft);
      }
      b {
        font-weight: 600;
      }
      .done b {
        text-decoration: line-through;
        color: var(--soft);
      }
      .overdue span {
        color: var(--no);
        font-weight: 600;
      }
      .day {
        grid-column: 1 / -1;
        padding: 0.875rem 1rem 1rem;
        background: var(--sunk);
        border-radius: var(--round-small);
      }
      .form {
        grid-column: 2;
      }
      .form button {
        padding-inline: 0;
        text-align: start;
      }
      .form span {
        white-space: pre-line;
      }
      .hold {
        font-size: 0.9375rem;
        padding-inline-start: 44px;
      }
      h3 {
        font-size: 0.9375rem;
        margin: 0.375rem 0 0;
      }
      .list li {
        display: grid;
        grid-template-columns: 1.25rem 1fr;
        margin-top: 0.125rem;
        font-size: 0.9375rem;
      }
      .list li::before {
        content: '•';
        color: var(--accent);
      }
    `,
  ];

  @property({ attribute: false }) plan: Plan | null = null;
  @property() today = '';
  /** The text that goes into the dispute's form. */
  @property() dispute = '';
  @state() private asking = '';
  @state() private copied = '';

  private tick(step: StepView, event: Event) {
    const box = event.target as HTMLInputElement;
    if (!step.event) emit(this, 'tick', { id: step.id, on: box.checked });
    else {
      // The box fills once the day is said: a tick never means today in silence.
      box.checked = step.done;
      this.asking = this.asking === step.id ? '' : step.id;
    }
  }

  private say(step: StepView, day: string) {
    this.asking = '';
    emit(this, 'answer', { ...step.event!.sets, [step.event!.date!]: day });
  }

  private row(step: StepView) {
    const id = `step-${step.id}`;
    return html`<li
      class="step ${step.done ? 'done' : ''} ${step.overdue ? 'overdue' : ''}"
      data-anchor=${id}
    >
      <span class="tick">
        <input
          id=${id}
          type="checkbox"
          .checked=${step.done}
          @change=${(event: Event) => this.tick(step, event)}
        />
      </span>
      <label class="text" for=${id}><b>${step.text}</b><span>${step.when}</span></label>
      ${step.event?.date === 'dispute_opened_on' && !step.done ? this.disputeText() : nothing}
      ${
        this.asking === step.id
          ? html`<ask-day
              class="day"
              .text=${t('events.when')}
              .today=${this.today}
              @day=${(event: CustomEvent<{ day: string }>) => this.say(step, event.detail.day)}
            ></ask-day>`
          : nothing
      }
    </li>`;
  }

  private async copy() {
    const done = await copyText(this.dispute);
    this.copied = done ? t('seller.copied_other') : this.dispute;
  }

  private disputeText() {
    return html`<p class="form">
      <button type="button" class="quiet" data-copy="dispute" @click=${this.copy}>
        ${t('seller.dispute.button')}
      </button>
      <span class="small" role="status">${this.copied}</span>
    </p>`;
  }

  override render() {
    const plan = this.plan;
    if (!plan) return nothing;
    return html`${plan.acts.length ? html`<h2>${t('steps.title')}</h2>` : nothing}
      <ol>
        ${plan.acts.map((step) => this.row(step))}
      </ol>
      ${plan.hold ? html`<p class="hold">${plan.hold}</p>` : nothing}
      ${
        plan.evidence.length
          ? html`<h3>${t('steps.evidence_title')}</h3>
              <ul class="list">
                ${plan.evidence.map((line) => html`<li><span>${line}</span></li>`)}
              </ul>`
          : nothing
      }`;
  }
}
