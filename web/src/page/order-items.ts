import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { addItem, dropItem, roomForItem, switchTo, type Answers } from '../answers/facts.ts';
import type { ItemLine, ItemLines } from '../view/items.ts';
import { t } from '../i18n/index.ts';
import { emit, shared } from '../ui/shared-styles.ts';

/** The things of one order, one of them on screen; quiet while there is only one. */
@customElement('order-items')
export class OrderItems extends LitElement {
  static override styles = [
    shared,
    css`
      h2 {
        margin-bottom: 0.5rem;
      }
      li {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0.5rem;
        align-items: center;
        margin-top: 0.375rem;
      }
      li button:first-child {
        text-align: start;
      }
      p {
        margin-top: 0.5rem;
      }
      button.quiet {
        padding-inline: 0;
      }
    `,
  ];

  @property({ attribute: false }) answers: Answers | null = null;
  @property({ attribute: false }) items: ItemLines = { lines: [], count: '' };

  private take(answers: Answers) {
    emit(this, 'items', answers);
  }

  private row(answers: Answers, { place, name, answer, tone }: ItemLine) {
    return html`<li>
      <button
        type="button"
        data-items=${place}
        aria-pressed=${place === answers.place ? 'true' : 'false'}
        @click=${() => this.take(switchTo(answers, place))}
      >
        ${name}${answer ? html` · <b class=${tone}>${answer}</b>` : nothing}
      </button>
      <button type="button" class="quiet" @click=${() => this.take(dropItem(answers, place))}>
        ${t('returns.remove')}<span class="hidden"> ${name}</span>
      </button>
    </li>`;
  }

  override render() {
    const answers = this.answers;
    if (!answers) return nothing;
    const add = roomForItem(answers)
      ? html`<button type="button" class="quiet" data-items="add" @click=${() => this.take(addItem(answers))}>
          ${t('items.add')}
        </button>`
      : nothing;
    if (this.items.lines.length < 2) return add;
    return html`<h2>${t('items.title')}</h2>
      <ul>
        ${this.items.lines.map((line) => this.row(answers, line))}
      </ul>
      <p class="small soft">${t('items.note')}</p>
      ${add}`;
  }
}
