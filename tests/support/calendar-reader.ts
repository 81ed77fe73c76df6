import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';

/** Reads calendar files as a calendar program would, by a library that shares nothing with ours. */

export interface ReadDate {
  /** Epoch milliseconds. */
  start: number;
  /** What the wall clock says, `YYYY-MM-DDTHH:MM:SS`. */
  localStart: string;
  localEnd: string;
  summary: string;
  location: string | null;
}

export const readCalendar = (file: string): ICAL.Component =>
  new ICAL.Component(ICAL.parse(file) as unknown[]);

/** Every date of the calendar's series that starts in the span, soonest first. */
export function readDates(file: string, from: Temporal.Instant, until: Temporal.Instant): ReadDate[] {
  const calendar = readCalendar(file);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  const series = events.filter((event) => !event.isRecurrenceException());
  return series
    .flatMap((event) => {
      for (const other of events)
        if (other.isRecurrenceException() && other.uid === event.uid) event.relateException(other);
      return expanded(event, until);
    })
    .filter(({ start }) => start >= from.epochMilliseconds && start < until.epochMilliseconds)
    .sort((a, b) => a.start - b.start);
}

function expanded(event: ICAL.Event, until: Temporal.Instant): ReadDate[] {
  const found: ReadDate[] = [];
  const iterator = event.iterator();
  // A date that is moved back stands later in the series than in time.
  const last = until.epochMilliseconds + 60 * 86_400_000;
  for (let time = iterator.next(); time; time = iterator.next()) {
    if (time.toUnixTime() * 1000 > last) break;
    const { startDate, endDate, item } = event.getOccurrenceDetails(time);
    found.push({
      start: startDate.toUnixTime() * 1000,
      localStart: startDate.toString(),
      localEnd: endDate.toString(),
      summary: item.summary,
      location: item.location,
    });
  }
  return found;
}
