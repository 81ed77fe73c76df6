import ical, {
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  type ICalEventData,
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { inLanguage, type Language } from '#i18n/language.ts';
import { movedWords, seriesWords, type Titles } from './calendar-entry.ts';
import { calendarZone, zoneTable } from './calendar-zones.ts';
import { timed, type LocalTimes } from './occurrences.ts';
import { firstHeldDate, isHeldOn, recurrenceRule } from './recurrence.ts';
import type { ListedMeeting } from './schema.ts';
import { startOn } from './week.ts';
import { wordsOf } from './words-of.ts';

export interface CalendarOf {
  /** The calendar's name, which hints at nothing. */
  neutralName: string;
  /** Without a slash at the end. */
  siteUrl: string;
  titles: Titles;
  language?: Language | undefined;
}

const refreshSeconds = 12 * 3600;
/** How long one stays where the list does not say. */
const usualMinutes = 60;
// A date that was moved keeps its place in the series when the listing is edited between the two.
const daysBack = 28;

/**
 * An iCalendar file (RFC 5545) with a series for each meeting: its rhythm as RRULE, what is closed as
 * EXDATE, what is moved as an override. The same meetings give the same file. What is by appointment,
 * paused, over, or in a zone without a name has no series.
 */
export function meetingsCalendar(meetings: ListedMeeting[], of: CalendarOf): string {
  const calendar = ical({
    name: of.neutralName,
    prodId: { company: of.neutralName, product: 'Onward', language: (of.language ?? 'en').toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshSeconds,
  });
  for (const meeting of meetings) for (const event of series(meeting, of)) calendar.createEvent(event);
  const zones = new Set(meetings.map(({ timeZone }) => calendarZone(timeZone)));
  const tables = [...zones].flatMap((zone) => (zone === null ? [] : (zoneTable(zone) ?? [])));
  // The generator would put zones between properties; those come first (3.6). Zones without a date keep an
  // empty calendar valid. Every line ends with CRLF (3.1), the last one too.
  return `${calendar.toString()}\r\n`.replace(/^(?=BEGIN:VEVENT|END:VCALENDAR)/m, () =>
    tables.map((table) => `${table}\r\n`).join(''),
  );
}

/** The series of a meeting and its moved dates. */
function series(meeting: ListedMeeting, { siteUrl, titles, language = 'en' }: CalendarOf): ICalEventData[] {
  const { slug, startTime, endTime, mode, exceptions } = meeting;
  const words = wordsOf(language);
  const page = siteUrl + inLanguage(`/meetings/${slug}/`, language);
  const timezone = calendarZone(meeting.timeZone);
  const rule = recurrenceRule(meeting);
  if (startTime === null || rule === null || mode === 'paused' || timezone === null) return [];
  const first = firstDate(meeting, startTime);
  if (first === null) return [];

  const changed = Temporal.Instant.from(meeting.updatedAt);
  const common = {
    ...{ id: `${slug}@${new URL(siteUrl).hostname}`, url: page, timezone },
    ...{ stamp: changed, lastModified: changed, sequence: sequenceOf(changed) },
    class: ICalEventClass.PRIVATE,
    status: mode === 'unconfirmed' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
  };
  const changes = exceptions.filter(({ on }) => on >= first.toString() && isHeldOn(meeting, on));
  const closed = changes.flatMap(({ on, moved }) => (moved ? [] : [localText(on, startTime)]));
  const exDate = closed.length === 0 ? [] : [`EXDATE;TZID=${timezone}:${closed.join(',')}`];
  return [
    {
      ...{ ...common, ...seriesWords(meeting, titles, words) },
      ...span(first, { startTime, endTime, location: null }, meeting.timeZone),
      repeating: [`RRULE:${rule}`, ...exDate].join('\r\n'),
    },
    ...changes.flatMap((exception): ICalEventData[] => {
      const { on, moved } = exception;
      if (moved === null) return [];
      return [
        {
          ...{ ...common, ...movedWords(meeting, exception, titles, words) },
          ...span(Temporal.PlainDate.from(moved.to), moved, meeting.timeZone),
          recurrenceId: startOn(Temporal.PlainDate.from(on), startTime, meeting.timeZone),
        },
      ];
    }),
  ];
}

/**
 * DTSTART: the first date held since shortly before the meeting was last changed, so that the file stays
 * as it is while the meeting does. The series takes its time and its length from that date, so the clock
 * may neither change in between nor say either time twice or never.
 */
function firstDate(meeting: ListedMeeting, startTime: string): Temporal.PlainDate | null {
  const { endTime, timeZone, updatedAt } = meeting;
  const changed = Temporal.Instant.from(updatedAt).toZonedDateTimeISO(timeZone).toPlainDate();
  const first = firstHeldDate(meeting, changed.subtract({ days: daysBack }));
  if (first === null) return null;
  const { start, end } = span(first, { startTime, endTime, location: null }, timeZone);
  const isPlain =
    start.toPlainTime().equals(Temporal.PlainTime.from(startTime)) &&
    start.offset === end.offset &&
    [start, end].every(isSaidOnce);
  return isPlain ? first : firstHeldDate(meeting, first.add({ days: 1 }));
}

const isSaidOnce = (time: Temporal.ZonedDateTime): boolean =>
  time.toPlainDateTime().toZonedDateTime(time.timeZoneId, { disambiguation: 'later' }).equals(time);

function span(date: Temporal.PlainDate, times: LocalTimes, timeZone: string) {
  const { start, end } = timed(date, times, timeZone);
  return { start, end: end ?? start.add({ minutes: usualMinutes }) };
}

const localText = (date: string, time: string) => `${date}T${time}00`.replace(/[-:]/g, '');

const countedFrom = Temporal.Instant.from('2026-01-01T00:00:00Z');
/** How often a meeting was changed is not counted; the minute of its last change grows all the same. */
const sequenceOf = (changed: Temporal.Instant): number =>
  Math.max(0, Math.floor(countedFrom.until(changed).total('minutes')));
