import type { AnswerView } from './selectors.ts';
import { isNo, leading, overdueStep, ownStep, awaited } from './selectors.ts';
import { actName } from './act-line.ts';
import { lawDay } from './law-day.ts';
import { paymentDays } from './payment-days.ts';
import { language, t } from '../i18n/index.ts';
import { addDays, fromMs, utc, type Day } from '../answers/days.ts';

export interface CalendarEvent {
  /** Unique for each return: two with the same last day are two events. */
  id: string;
  day: Day;
  after: Day;
  title: string;
  note: string;
  link: string;
}

/** The return that the events belong to: its own id, the shopper's name for it, and the way back to it. */
export interface OwnReturn {
  id: string;
  name: string;
  link: string;
}

const alarms = [3, 1];
const nineOClock = 15 * 3600;

/** The days worth an alarm: the act, or the others' last day, and the money. */
export function calendarEvents(answerView: AnswerView, own: OwnReturn): CalendarEvent[] {
  const e = leading(answerView.verdict);
  const asOf = answerView.verdict.as_of;
  const { phase } = answerView.verdict.headline;
  const events: CalendarEvent[] = [];
  const add = (kind: string, day: Day | null | undefined, title: string, act = '') => {
    if (!day || day < asOf) return;
    events.push({
      id: `${kind}.${own.id}@returnable`,
      day,
      after: addDays(day, 1),
      title: t(title, { shop: answerView.shop, name: own.name, act }),
      note: t('save.event_note'),
      link: own.link,
    });
  };
  const addLaw = () => {
    const law = lawDay(answerView);
    if (law) add('law', law.day, 'save.event_law', law.act);
    for (const { id, day, who } of paymentDays(answerView)) add(id, day, 'save.event_pay', who);
    return events;
  };
  if (!e || isNo(e) || e.status === 'not_covered' || phase === 'done') return addLaw();
  const opens = e.opens?.earliest;
  if (opens && opens > asOf) add('open', opens, 'save.event_open');
  if (phase === 'start' || phase === 'your_turn')
    add(
      'act',
      e.act_by?.safe ?? ownStep(e)?.act_by?.safe,
      'save.event_act',
      actName(answerView, ownStep(e)?.id),
    );
  const theirs = phase === 'waiting' ? awaited(e) : undefined;
  const money = theirs?.id.startsWith('refund') ?? false;
  if (theirs && !money) add('wait', theirs.act_by?.last, 'save.event_wait');
  if (!overdueStep(e)) add('money', e.refund_by?.latest, 'save.event_money');
  return addLaw();
}

/** An .ics file; each event has alarms at nine on the morning three days and one day before. Loaded when asked for. */
export async function calendarFile(events: CalendarEvent[]): Promise<string> {
  const { default: ical, ICalAlarmType } = await import('ical-generator');
  const calendar = ical({
    prodId: { company: 'Returnable', product: 'page', language: language().toUpperCase() },
  });
  for (const event of events) {
    const entry = calendar.createEvent({
      id: event.id,
      start: allDay(event.day),
      end: allDay(event.after),
      allDay: true,
      summary: event.title,
      description: `${event.note}\n${event.link}`,
      url: event.link,
    });
    for (const days of alarms)
      entry.createAlarm({
        type: ICalAlarmType.display,
        trigger: (days - 1) * 86_400 + nineOClock,
        description: event.title,
      });
  }
  return calendar.toString();
}

// ical-generator prints a whole day from the UTC parts of a Date.
function allDay(day: Day): Date {
  return fromMs(utc(day) ?? 0);
}
