import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import type { ListedMeeting, Schedule } from './schema.ts';
import { weekdaysBetween } from './week.ts';

/** On which dates a meeting is held by its rhythm, exceptions aside: RFC 5545 rules made of its schedule. */

export type Rhythm = Pick<ListedMeeting, 'day' | 'schedule'>;

const codes = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** Whether a schedule says no more than “every week”. */
export function isEveryWeek(schedule: Schedule): boolean {
  return Object.values(schedule).every((part) => part === null);
}

function ruleParts(day: number, { everyWeeks, weeksOfMonth, months }: Schedule): string {
  const weekday = codes[day] ?? 'SU';
  return [
    `FREQ=${weeksOfMonth === null ? 'WEEKLY' : 'MONTHLY'}`,
    ...(everyWeeks === null ? [] : [`INTERVAL=${everyWeeks}`]),
    `BYDAY=${weeksOfMonth === null ? weekday : weeksOfMonth.map((week) => `${week}${weekday}`).join(',')}`,
    ...(months === null ? [] : [`BYMONTH=${months.join(',')}`]),
  ].join(';');
}

/**
 * The RRULE of a series whose DTSTART is a date it is held on, in its own zone; null by appointment.
 * UNTIL is the end of the last day, in UTC as RFC 5545 asks for beside a TZID (3.3.10): to the minute of
 * the start, a calendar with newer zone tables than ours could lose the last date.
 */
export function recurrenceRule({ day, schedule, timeZone }: Rhythm & { timeZone: string }): string | null {
  if (day === null) return null;
  const parts = ruleParts(day, schedule);
  if (schedule.lastOn === null) return parts;
  const end = Temporal.PlainDateTime.from(`${schedule.lastOn}T23:59:59`).toZonedDateTime(timeZone);
  return `${parts};UNTIL=${end.toInstant().toString().replace(/[-:]/g, '')}`;
}

// Dates have no clock: the library counts them at midnight in a zone without clock changes.
const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime('UTC');

/** The rhythm from a date on. Every few weeks is counted from the first such weekday of its first date. */
function datesFrom(day: number, schedule: Schedule, from: Temporal.PlainDate) {
  const firstOn = schedule.firstOn === null ? null : Temporal.PlainDate.from(schedule.firstOn);
  const anchor = firstOn ?? from;
  return new RRuleTemporal({
    rruleString: `RRULE:${ruleParts(day, schedule)}`,
    dtstart: midnight(anchor.add({ days: (day - (anchor.dayOfWeek % 7) + 7) % 7 })),
    ...(schedule.lastOn !== null && { until: midnight(Temporal.PlainDate.from(schedule.lastOn)) }),
    temporal: Temporal,
  });
}

/** Every date from `from` to `to`, both included, on which the rhythm has a meeting held. */
export function heldDates(
  { day, schedule }: Rhythm,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Temporal.PlainDate[] {
  if (day === null || Temporal.PlainDate.compare(from, to) > 0) return [];
  // Nearly every meeting is a weekly one, and a list of thousands should not wait for the library.
  if (isEveryWeek(schedule)) return weekdaysBetween(day, from, to);
  return datesFrom(day, schedule, from)
    .between(midnight(from), midnight(to), true)
    .map((date) => date.toPlainDate());
}

/** The first date on or after `from` on which the rhythm has a meeting held; null when none is to come. */
export function firstHeldDate(
  { day, schedule }: Rhythm,
  from: Temporal.PlainDate,
): Temporal.PlainDate | null {
  if (day === null) return null;
  return datesFrom(day, schedule, from).next(midnight(from), true)?.toPlainDate() ?? null;
}

/** Whether the rhythm has a meeting held on a date, `YYYY-MM-DD`. */
export function isHeldOn(rhythm: Rhythm, date: string): boolean {
  const day = Temporal.PlainDate.from(date);
  return heldDates(rhythm, day, day).length > 0;
}
