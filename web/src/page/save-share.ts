import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { calendarEvents, calendarFile, type OwnReturn } from '../view/ics.ts';
import type { AnswerView } from '../view/selectors.ts';
import { t } from '../i18n/index.ts';
import { copyText, saveFile } from '../ui/clipboard.ts';
import { emit, shared } from '../ui/shared-styles.ts';

/** Calendar, share, keep. */
@customElement('save-share')
export class SaveShare extends LitElement {
  static override styles = [
    shared,
    css`
      .three {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      .three button {
        flex: 1 1 auto;
        padding-inline: 0.375rem;
        font-size: 0.9375rem;
        font-weight: 550;
      }
      p:not(:empty) {
        margin-top: 0.5rem;
      }
      input {
        width: 100%;
        margin-top: 0.25rem;
      }
    `,
  ];

  @property({ attribute: false }) answerView: AnswerView | null = null;
  @property({ attribute: false }) own: OwnReturn = { id: '', name: '', link: '' };
  /** True once it stands under "My returns"; it can be named then. */
  @property({ type: Boolean }) kept = false;
  /** What the page says about saving. */
  @property() saying = '';
  @state() private said = '';
  @state() private showLink = false;

  override willUpdate(changed: Map<string, unknown>) {
    const before = changed.get('own') as OwnReturn | undefined;
    if (before && before.link !== this.own.link) {
      this.said = '';
      this.showLink = false;
    }
    if (changed.has('saying') && this.saying) this.said = this.saying;
  }

  private async calendar() {
    const events = this.answerView ? calendarEvents(this.answerView, this.own) : [];
    if (events.length === 0) {
      this.said = t('save.nothing');
      return;
    }
    try {
      saveFile('return.ics', 'text/calendar', await calendarFile(events));
      this.said = t('save.calendar_saved', { count: events.length });
    } catch {
      this.said = t('save.calendar_failed');
    }
  }

  private async share() {
    if (await copyText(this.own.link)) this.said = t('save.copied');
    else this.showLink = true;
  }

  private name(event: Event) {
    emit(this, 'nickname', { name: (event.target as HTMLInputElement).value.trim().slice(0, 40) });
  }

  override render() {
    return html`<div class="three">
        <button type="button" data-save="calendar" @click=${this.calendar}>${t('save.calendar')}</button>
        <button type="button" data-save="keep" @click=${() => emit(this, 'keep', {})}>
          ${t('save.keep')}
        </button>
        <button type="button" data-save="share" @click=${this.share}>${t('save.share')}</button>
      </div>
      <p class="small" role="status">${this.said}</p>
      ${
        this.kept
          ? html`<label class="small"
              >${t('save.nickname')}<input
                id="nickname"
                maxlength="40"
                .value=${this.own.name}
                @change=${this.name}
            /></label>`
          : nothing
      }
      ${
        this.showLink
          ? html`<label class="small">${t('save.link')}<input readonly .value=${this.own.link} /></label>`
          : nothing
      }`;
  }
}
