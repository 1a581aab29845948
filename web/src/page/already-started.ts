import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { startedGroups } from '../view/events.ts';
import { t } from '../i18n/index.ts';
import { shared } from '../ui/shared-styles.ts';
import './what-happened.ts';

/** The third way in, for who has begun: where the case stands, with the day, before or after saying what is wrong. */
@customElement('already-started')
export class AlreadyStarted extends LitElement {
  static override styles = [
    shared,
    css`
      .row {
        margin-top: 0.5rem;
      }
      .row button {
        font-size: 0.9375rem;
        border-color: var(--line);
      }
    `,
  ];

  @property() shop = '';
  @property() today = '';
  @state() private group = '';

  override render() {
    const groups = startedGroups(this.shop || t('page.shop'));
    const open = groups.find((one) => one.id === this.group);
    return html`<h2>${t('events.started')}</h2>
      <div class="row">
        ${groups.map(
          ({ id, text }) =>
            html`<button
              type="button"
              data-started=${id}
              aria-expanded=${id === this.group}
              @click=${() => (this.group = id === this.group ? '' : id)}
            >
              ${text}
            </button>`,
        )}
      </div>
      ${
        open
          ? html`<what-happened
              .likely=${open.events}
              .today=${this.today}
              @answer=${() => (this.group = '')}
            ></what-happened>`
          : nothing
      }`;
  }
}
