import ical, { ICalEventClass, ICalEventRepeatingFreq, type ICalWeekday } from 'ical-generator';
import { languageHere } from '#i18n/language.ts';
import type { WeeklyEvent } from './calendar-events.ts';

/**
 * An iCalendar file (RFC 5545) of weekly events. Times have no zone, so they are those of the device that
 * reads it. Loaded only when somebody asks for the file: the library is larger than the planner.
 */
export function calendarFile(events: WeeklyEvent[]): string {
  const calendar = ical({
    prodId: { company: 'Week', product: 'Week', language: languageHere().toUpperCase() },
  });
  for (const { id, title, start, end, days } of events) {
    calendar.createEvent({
      id,
      summary: title,
      // a floating time is written with the hours that UTC shows
      start: new Date(`${start}Z`),
      end: new Date(`${end}Z`),
      floating: true,
      class: ICalEventClass.PRIVATE,
      repeating: { freq: ICalEventRepeatingFreq.WEEKLY, byDay: days as ICalWeekday[] },
    });
  }
  return `${calendar.toString()}\r\n`;
}
