import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { addDays } from '../answers/days.ts';
import { t } from '../i18n/index.ts';
import { emit, shared } from '../ui/shared-styles.ts';
import './ask-day.ts';

// A rough answer counts as the latest day that it allows: every deadline that follows is the careful one.
const rough = [
  ['two_to_six', 14],
  ['over_six', 42],
] as const;

/** The second question: the day that the clock starts, with what can be said instead of a day. */
@customElement('ask-start')
export class AskStart extends LitElement {
  static override styles = [
    shared,
    css`
      .box {
        margin-top: 0.75rem;
        padding: 0.875rem 1rem 1rem;
        background: var(--sunk);
        border-radius: var(--round-small);
      }
      .choices {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(8.5em, 100%), 1fr));
        gap: 0.5rem;
        margin-top: 0.625rem;
      }
    `,
  ];

  @property() fact = 'received_on';
  @property() value = '';
  @property() today = '';
  /** It cannot have been after this day; '' for today. */
  @property() latest = '';
  @property() error = '';
  /** Late, by the shopper's own word: not here yet means that it never came, and needs no explanation. */
  @property({ type: Boolean }) undelivered = false;
  @state() private open: 'not_here' | 'rough' | null = null;

  override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('fact')) this.open = null;
  }

  private answer(day: string) {
    emit(this, 'answer', { [this.fact]: day });
  }

  private none() {
    if (this.fact !== 'received_on') this.open = 'rough';
    else if (this.undelivered) emit(this, 'answer', { reason: 'not_received' });
    else this.open = 'not_here';
  }

  override render() {
    const arrival = this.fact === 'received_on';
    return html`<ask-day
        .text=${t(`arrival.${this.fact}`)}
        .label=${t(`arrival.field.${this.fact}`)}
        .value=${this.value}
        .today=${this.today}
        .latest=${this.latest}
        .error=${this.error}
        @day=${(event: CustomEvent<{ day: string }>) => this.answer(event.detail.day)}
      >
        <button type="button" data-day="none" aria-expanded=${this.open !== null} @click=${this.none}>
          ${t(arrival ? 'arrival.not_yet' : 'arrival.unknown')}
        </button>
      </ask-day>
      ${this.open === 'not_here' ? this.notHere() : this.open === 'rough' ? this.roughly() : nothing}`;
  }

  private notHere() {
    return html`<div class="box">
      <h2>${t('arrival.not_here.title')}</h2>
      <p class="small">${t('arrival.not_here.text')}</p>
      <div class="choices">
        <button
          type="button"
          data-not-here="yes"
          @click=${() => emit(this, 'answer', { reason: 'not_received' })}
        >
          ${t('arrival.not_here.yes')}
        </button>
        <button type="button" data-not-here="no" @click=${() => (this.open = null)}>
          ${t('arrival.not_here.no')}
        </button>
      </div>
    </div>`;
  }

  private roughly() {
    return html`<div class="box">
      <p>${t('arrival.rough.ask')}</p>
      <div class="choices">
        ${
          this.latest && this.latest < addDays(this.today, -14)
            ? nothing
            : html`<button
                type="button"
                data-rough="under_two"
                @click=${() => emit(this, 'no-date', { recent: true })}
              >
                ${t('arrival.rough.under_two')}
              </button>`
        }
        ${rough.map(
          ([name, days]) =>
            html`<button
              type="button"
              data-rough=${name}
              @click=${() => emit(this, 'rough', { fact: this.fact, day: addDays(this.today, -days) })}
            >
              ${t(`arrival.rough.${name}`)}
            </button>`,
        )}
        <button type="button" data-rough="unknown" @click=${() => emit(this, 'no-date', { recent: false })}>
          ${t('arrival.rough.unknown')}
        </button>
      </div>
    </div>`;
  }
}
