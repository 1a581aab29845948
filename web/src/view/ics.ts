import type { Told } from './selectors.ts';
import { leading } from './selectors.ts';
import { t } from '../i18n/index.ts';
import { addDays, fromMs, utc, type Day } from '../answers/days.ts';

export interface CalendarEvent {
  id: string;
  day: Day;
  after: Day;
  title: string;
  note: string;
}

/** The days worth an alarm. */
export function calendarEvents(told: Told): CalendarEvent[] {
  const e = leading(told.verdict);
  const asOf = told.verdict.as_of;
  const events: CalendarEvent[] = [];
  const add = (id: string, day: Day | null | undefined, title: string) => {
    if (!day || day < asOf) return;
    events.push({
      id: `${id}-${day}@returnable`,
      day,
      after: addDays(day, 1),
      title: t(title, { shop: told.shop }),
      note: t('save.event_note'),
    });
  };
  if (!e || e.status === 'refused' || e.status === 'not_covered') return [];
  if (e.status === 'not_yet' || e.status === 'contested') {
    const opens = e.opens?.earliest;
    if (opens && opens > asOf) add('open', opens, 'save.event_open');
  }
  const turn = told.verdict.headline.phase;
  if (turn === 'start' || turn === 'your_turn') add('ask', e.act_by?.safe, 'save.event_ask');
  if (turn !== 'start') add('money', e.refund_by?.latest, 'save.event_money');
  return events;
}

/** An .ics file with an alarm at nine on the morning before each day. Loaded only when it is asked for. */
export async function calendarFile(events: CalendarEvent[]): Promise<string> {
  const { default: ical, ICalAlarmType } = await import('ical-generator');
  const calendar = ical({ prodId: { company: 'Returnable', product: 'page', language: 'EN' } });
  for (const event of events) {
    calendar
      .createEvent({
        id: event.id,
        start: allDay(event.day),
        end: allDay(event.after),
        allDay: true,
        summary: event.title,
        description: event.note,
      })
      .createAlarm({ type: ICalAlarmType.display, trigger: 15 * 3600, description: event.title });
  }
  return calendar.toString();
}

// ical-generator prints a whole day from the UTC parts of a Date.
function allDay(day: Day): Date {
  return fromMs(utc(day) ?? 0);
}
