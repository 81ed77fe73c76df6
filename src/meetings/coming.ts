import { Temporal } from 'temporal-polyfill';
import { clockText, zoneName } from './clock-words.ts';
import type { ListedMeeting } from './schema.ts';
import { firstStartAfter } from './week.ts';
import { graceMinutes } from './site-clock.ts';
import { words } from './words.ts';

/** A date of a meeting, held or not. */
export interface ComingDate {
  start: Temporal.ZonedDateTime;
  /** Null: it is closed that day. */
  held: boolean;
  /** “Moved from Tuesday”, why it is closed, or another place. */
  note: string | null;
}

/** When a meeting is held, in words: its rhythm and its hours. */
export function rhythmText({ day, startTime, endTime, timeZone }: ListedMeeting): string {
  if (day === null || startTime === null) return words.byAppointment;
  const until = endTime === null ? '' : ` to ${clockText(endTime)}`;
  return `Every ${words.days[day] ?? ''}, ${clockText(startTime)}${until}, ${zoneName(timeZone)}`;
}

/** The next dates one can still make, with those on which it is closed in their place. */
export function comingDates(meeting: ListedMeeting, now: Temporal.Instant, count: number): ComingDate[] {
  const { day, startTime, timeZone, mode } = meeting;
  if (day === null || startTime === null || mode === 'paused') return [];
  const dates: ComingDate[] = [];
  let after = now.subtract({ minutes: graceMinutes });
  while (dates.length < count) {
    const start = firstStartAfter({ day, startTime, timeZone }, after);
    dates.push({ start, held: true, note: null });
    after = start.toInstant();
  }
  return dates;
}
