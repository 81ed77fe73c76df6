import { Temporal } from 'temporal-polyfill';
import { minutesOf } from './clock-words.ts';
import { heldDates, isEveryWeek, isHeldOn } from './recurrence.ts';
import type { ListedMeeting } from './schema.ts';
import { startOn } from './week.ts';

/** One time a meeting is held, or would have been. */
export interface Occurrence {
  /** Where it is closed: when it would have started. */
  start: Temporal.ZonedDateTime;
  /** Null where the end is not known. */
  end: Temporal.ZonedDateTime | null;
  /** The date it belongs to by its rhythm, `YYYY-MM-DD`; one that is moved starts on another. */
  on: string;
  state: 'as-usual' | 'closed' | 'moved';
  /** Where it is held this time; null: at its usual place. */
  location: string | null;
  note: string | null;
}

/** Held every week of the year without an exception: its next start needs no more than week.ts. */
export function isPlainWeekly(meeting: ListedMeeting): boolean {
  return isEveryWeek(meeting.schedule) && meeting.exceptions.length === 0;
}

/**
 * Every time a meeting starts from `from` until before `until`, soonest first: those that are closed too,
 * those that are moved at their new time only. None by appointment and none while paused. An exception
 * for a date on which the rhythm holds no meeting says nothing.
 */
export function occurrences(
  meeting: ListedMeeting,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Occurrence[] {
  const { day, startTime, endTime, timeZone, mode } = meeting;
  if (day === null || startTime === null || mode === 'paused') return [];
  const usual = { startTime, endTime, location: null };
  const exceptions = new Map(meeting.exceptions.map((exception) => [exception.on, exception]));
  // A time that is skipped is held on the next date, where a whole day is skipped.
  const first = from.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 2 });
  const last = until.toZonedDateTimeISO(timeZone).toPlainDate();

  const inPlace = heldDates(meeting, first, last).flatMap((date): Occurrence[] => {
    const exception = exceptions.get(date.toString());
    if (exception?.moved) return [];
    const [state, note] = exception ? (['closed', exception.note] as const) : (['as-usual', null] as const);
    return [{ ...timed(date, usual, timeZone), on: date.toString(), state, note }];
  });
  const moved = meeting.exceptions.flatMap(({ on, moved, note }): Occurrence[] => {
    if (moved === null || !isHeldOn(meeting, on)) return [];
    return [{ ...timed(Temporal.PlainDate.from(moved.to), moved, timeZone), on, state: 'moved', note }];
  });
  return [...inPlace, ...moved]
    .filter(({ start: { epochMilliseconds } }) => {
      return epochMilliseconds >= from.epochMilliseconds && epochMilliseconds < until.epochMilliseconds;
    })
    .sort((a, b) => a.start.epochMilliseconds - b.start.epochMilliseconds || (a.on < b.on ? -1 : 1));
}

export interface LocalTimes {
  startTime: string;
  /** At or before the start: it ends after midnight. */
  endTime: string | null;
  location: string | null;
}

/** When a meeting that is held on a date starts and ends, and where if not as always. */
export function timed(
  date: Temporal.PlainDate,
  { startTime, endTime, location }: LocalTimes,
  timeZone: string,
): Pick<Occurrence, 'start' | 'end' | 'location'> {
  const start = startOn(date, startTime, timeZone);
  if (endTime === null) return { start, end: null, location };
  const days = endTime <= startTime ? 1 : 0;
  const end = startOn(date.add({ days }), endTime, timeZone);
  if (Temporal.ZonedDateTime.compare(end, start) > 0) return { start, end, location };
  // The clock skipped the start past the end: it is as long as ever.
  const minutes = minutesOf(endTime) - minutesOf(startTime) + days * 1440;
  return { start, end: start.add({ minutes }), location };
}
