import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { calendarFile, type CalendarEvent } from '../view/ics.ts';
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
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(5rem, 1fr));
        gap: 0.5rem;
      }
      .three button {
        padding-inline: 0.375rem;
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

  @property({ attribute: false }) events: CalendarEvent[] = [];
  @property() link = '';
  @property() told = '';
  @state() private said = '';
  @state() private showLink = false;

  override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('link')) {
      this.said = '';
      this.showLink = false;
    }
    if (changed.has('told') && this.told) this.said = this.told;
  }

  private async calendar() {
    if (this.events.length === 0) {
      this.said = t('save.nothing');
      return;
    }
    try {
      saveFile('return.ics', 'text/calendar', await calendarFile(this.events));
      this.said = '';
    } catch {
      this.said = t('save.calendar_failed');
    }
  }

  private async share() {
    if (await copyText(this.link)) this.said = t('save.copied');
    else this.showLink = true;
  }

  override render() {
    return html`<div class="three">
        <button type="button" data-save="calendar" @click=${this.calendar}>${t('save.calendar')}</button>
        <button type="button" data-save="share" @click=${this.share}>${t('save.share')}</button>
        <button type="button" data-save="keep" @click=${() => emit(this, 'keep', {})}>
          ${t('save.keep')}
        </button>
      </div>
      <p class="small" role="status">${this.said}</p>
      ${
        this.showLink
          ? html`<label class="small">${t('save.link')}<input readonly .value=${this.link} /></label>`
          : nothing
      }`;
  }
}
