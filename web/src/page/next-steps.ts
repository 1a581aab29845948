import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Plan, StepView } from '../view/steps.ts';
import { t } from '../i18n/index.ts';
import { emit, shared } from '../ui/shared-styles.ts';

/** What to do now: steps to tick, what to show, good advice. */
@customElement('next-steps')
export class NextSteps extends LitElement {
  static override styles = [
    shared,
    css`
      ol {
        margin-top: 0.5rem;
      }
      li.step {
        display: grid;
        grid-template-columns: 44px 1fr;
        align-items: start;
        position: relative;
      }
      .step + .step::before {
        content: '';
        position: absolute;
        inset-inline-start: 21px;
        top: -0.5rem;
        height: 0.875rem;
        border-inline-start: 2px solid var(--line);
      }
      .tick {
        display: grid;
        place-items: center;
        width: 44px;
        height: 44px;
      }
      input {
        width: 22px;
        height: 22px;
        min-height: 0;
        margin: 0;
        accent-color: var(--accent);
      }
      .dot {
        width: 10px;
        height: 10px;
        border-radius: 50%;
        border: 2px solid var(--edge);
      }
      .text {
        padding: 0.6875rem 0;
        line-height: 1.35;
      }
      .text span {
        display: block;
        font-size: 0.875rem;
        color: var(--soft);
      }
      .mine .text b {
        font-weight: 650;
      }
      b {
        font-weight: 450;
      }
      .done b {
        text-decoration: line-through;
        color: var(--soft);
      }
      .overdue span {
        color: var(--no);
      }
      h3 {
        font-size: 0.9375rem;
        margin: 1rem 0 0.25rem;
      }
      details {
        margin-top: 1rem;
      }
      .list li {
        padding-inline-start: 1rem;
        position: relative;
        margin-top: 0.25rem;
        font-size: 0.9375rem;
      }
      .list li::before {
        content: '';
        position: absolute;
        inset-inline-start: 0;
        top: 0.6em;
        width: 6px;
        height: 6px;
        border-radius: 50%;
        background: var(--accent);
      }
    `,
  ];

  @property({ attribute: false }) plan: Plan | null = null;
  @property() today = '';

  private tick(step: StepView, event: Event) {
    const on = (event.target as HTMLInputElement).checked;
    if (step.fact && on) emit(this, 'answer', { [step.fact]: this.today });
    else if (step.fact) emit(this, 'forget', { fact: step.fact });
    else emit(this, 'tick', { id: step.id, on });
  }

  private list(title: string, lines: string[]) {
    return lines.length
      ? html`<h3>${title}</h3>
          <ul class="list">
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ul>`
      : nothing;
  }

  override render() {
    const plan = this.plan;
    if (!plan || plan.steps.length === 0) return nothing;
    return html`<h2>${t('steps.title')}</h2>
      <ol>
        ${plan.steps.map((step) => {
          const id = `step-${step.id}`;
          return html`<li
            class="step ${step.mine ? 'mine' : ''} ${step.done ? 'done' : ''} ${step.overdue ? 'overdue' : ''}"
          >
            <span class="tick">
              ${
                step.mine || step.fact
                  ? html`<input
                      id=${id}
                      type="checkbox"
                      .checked=${step.done}
                      @change=${(e: Event) => this.tick(step, e)}
                    />`
                  : html`<span class="dot"></span>`
              }
            </span>
            <label class="text" for=${id}><b>${step.text}</b><span>${step.when}</span></label>
          </li>`;
        })}
      </ol>
      ${this.list(t('steps.evidence_title'), plan.evidence)} ${this.list(t('advice_title'), plan.advice)}
      ${
        plan.help.length + plan.places.length
          ? html`<details>
              <summary>${t('more_help')}</summary>
              ${this.list(t('help_title'), plan.help)} ${this.list(t('place_title'), plan.places)}
            </details>`
          : nothing
      }`;
  }
}
