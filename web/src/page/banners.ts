import { html, nothing } from 'lit';
import { isDay, today } from '../answers/days.ts';
import { fullDay } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';

/** On paper: of which day the answer is, and where the case can be opened again. */
function onPaper(asOf: string | null) {
  const day = asOf !== null && isDay(asOf) ? asOf : today();
  return html`<p class="paper" data-link=${location.href}>${t('page.as_of', { date: fullDay(day) })}</p>`;
}

/** What the address asked for beyond the case: another day than today, and parts that could not be read. */
export function banners(asOf: string | null, dropped: number, useToday: () => void) {
  const unread = dropped ? html`<p class="banner">${t('page.dropped', { count: dropped })}</p>` : nothing;
  if (asOf === null) return [unread, onPaper(asOf)];
  const text = isDay(asOf) ? t('page.as_of', { date: fullDay(asOf) }) : t('page.as_of_bad', { date: asOf });
  return html`<p class="banner" data-banner="as-of">
      <span>${text}</span>
      <button type="button" class="quiet" @click=${useToday}>${t('page.back_to_today')}</button>
    </p>
    ${unread} ${onPaper(asOf)}`;
}
