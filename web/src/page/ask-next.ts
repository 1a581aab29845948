import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FactValue } from '../answers/facts.ts';
import type { Question } from '../view/question.ts';
import { t } from '../i18n/index.ts';
import { emit, shared } from '../ui/shared-styles.ts';

/** One more question with its reason. "Not sure" is a button of equal size. */
@customElement('ask-next')
export class AskNext extends LitElement {
  static override styles = [
    shared,
    css`
      .box {
        padding: 1rem;
        background: var(--sheet);
        border: 1px solid var(--line);
        border-radius: var(--round);
      }
      .slim {
        padding-block: 0.25rem;
      }
      .slim[open] {
        padding-block-end: 1rem;
      }
      summary {
        line-height: 1.3;
      }
      summary small {
        display: block;
        font-size: 0.875rem;
      }
      .why {
        margin-top: 0.125rem;
      }
      .choices {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(5rem, 100%), 1fr));
        gap: 0.5rem;
        margin-top: 0.75rem;
      }
      .choices.long {
        grid-template-columns: repeat(auto-fit, minmax(min(8.5rem, 100%), 1fr));
      }
      .choices button {
        padding-inline: 0.375rem;
        font-weight: 550;
      }
      .field {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.375rem;
        margin-top: 0.75rem;
      }
      input {
        width: 100%;
        max-width: 14rem;
      }
      input[aria-invalid='true'] {
        border: 2px solid var(--no);
      }
      .later {
        margin-top: 0.625rem;
      }
    `,
  ];

  @property({ attribute: false }) question: Question | null = null;
  @property() today = '';
  @property() error = '';
  /** True where the shopper opened the question himself; then it can be closed again. */
  @property({ type: Boolean }) opened = false;
  @state() private fieldOpen = false;

  override willUpdate(changed: Map<string, unknown>) {
    const before = changed.get('question') as Question | null | undefined;
    if (changed.has('question') && before?.fact !== this.question?.fact) this.fieldOpen = false;
  }

  private answer(value: FactValue) {
    this.fieldOpen = false;
    emit(this, 'answer', { [this.question!.fact]: value });
  }

  private async openField() {
    this.fieldOpen = true;
    await this.updateComplete;
    this.renderRoot.querySelector('input')?.focus();
  }

  private use() {
    const field = this.renderRoot.querySelector('input');
    if (!field || field.value === '') return;
    if (this.question!.field === 'number') {
      if (/^\d{1,4}$/.test(field.value)) this.answer(Number(field.value));
    } else this.answer(field.value);
  }

  private buttons(question: Question) {
    const unsure = html`<button type="button" data-answer="unsure" @click=${() => this.answer(null)}>
      ${t('unsure')}
    </button>`;
    if (question.field === 'none')
      return html`${question.choices.map(
        (choice) =>
          html`<button
            type="button"
            data-answer=${String(choice.value)}
            @click=${() => this.answer(choice.value)}
          >
            ${choice.label}
          </button>`,
      )}${unsure}`;
    // "More than the usual days?" No = the product page states none: 0 by the interface's own definition.
    if (question.fact === 'seller_return_window')
      return html`<button
          type="button"
          data-answer="yes"
          aria-expanded=${this.fieldOpen}
          @click=${this.openField}
        >
          ${t('yes')}</button
        ><button type="button" data-answer="no" @click=${() => this.answer(0)}>${t('no')}</button>${unsure}`;
    return unsure;
  }

  override render() {
    const question = this.question;
    if (!question) return nothing;
    const direct = question.field !== 'none' && question.fact !== 'seller_return_window';
    const field = this.fieldOpen || direct || this.error !== '';
    const long = question.choices.length > 2 || question.choices.some(({ label }) => label.length > 9);
    const body = html`${field && question.field !== 'none' ? this.field(question) : nothing}
      <div class="choices ${long ? 'long' : ''}">
        ${this.buttons(question)}
        ${
          this.opened
            ? html`<button type="button" @click=${() => emit(this, 'close-question', {})}>
                ${t('cancel')}
              </button>`
            : nothing
        }
      </div>`;
    if (question.optional && !this.opened && !this.error) return this.folded(question, body);
    return html`<fieldset tabindex="-1" class="box" data-question=${question.fact}>
      <legend class="hidden">${question.text}</legend>
      <h2 aria-hidden="true">${question.text}</h2>
      <p class="why small soft">${question.why}</p>
      ${body}
    </fieldset>`;
  }

  /** A question that the answer does not wait for: one line until it is opened. */
  private folded(question: Question, body: unknown) {
    return html`<details class="box slim" data-question=${question.fact}>
      <summary>
        <span>${question.text}<small class="why soft">${question.why}</small></span>
      </summary>
      ${body}
    </details>`;
  }

  private field(question: Question) {
    const number = question.field === 'number';
    return html`<div class="field">
      <label for="value">${t(number ? 'ask.number.label' : 'ask.date.label')}</label>
      <div class="row">
        <input
          id="value"
          type=${number ? 'number' : 'date'}
          inputmode=${number ? 'numeric' : nothing}
          min=${number ? String(question.spec.least ?? 0) : '1970-01-01'}
          max=${number ? String(question.spec.most ?? 365) : question.spec.may_be_future ? '2199-12-31' : this.today}
          aria-invalid=${this.error !== ''}
          aria-describedby=${this.error ? 'value-error' : nothing}
          @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && this.use()}
        />
        <button type="button" data-answer="use" @click=${this.use}>${t('ask.number.use')}</button>
      </div>
      ${this.error ? html`<p class="error" id="value-error">${this.error}</p>` : nothing}
    </div>`;
  }
}
