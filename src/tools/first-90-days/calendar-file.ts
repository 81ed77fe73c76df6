import ical, { ICalEventBusyStatus, ICalEventTransparency } from 'ical-generator';
import { addDays } from '#platform/device-day.ts';
import { calendarName } from './words.ts';

/** Dates for a calendar that others may look into: whole days, with titles that say nothing. */

export interface CalendarDate {
  day: string;
  title: string;
}

/** An iCalendar file (RFC 5545) of the dates. The same dates give the same events, so taking it twice adds none. */
export function calendarFile(dates: CalendarDate[], now: Date): string {
  const calendar = ical({ name: calendarName, prodId: { company: calendarName, product: calendarName } });
  for (const [index, { day, title }] of dates.entries()) {
    const before = dates.slice(0, index).filter((other) => other.day === day).length;
    calendar.createEvent({
      id: `${day}-${before + 1}@notes.invalid`,
      stamp: now,
      start: noonOf(day),
      end: noonOf(addDays(day, 1)),
      allDay: true,
      summary: title,
      busystatus: ICalEventBusyStatus.FREE,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  // every line ends with CRLF (3.1), the last one too
  return `${calendar.toString()}\r\n`;
}

// the generator writes dates as UTC has them
const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);
