import { Temporal } from 'temporal-polyfill';
import { graceMinutes } from './grace.ts';

/** Weekly times as instants. A meeting keeps its local time when clocks change; its instant moves. */

export interface WeeklyTime {
  /** 0 = Sunday. */
  day: number;
  startTime: string;
  timeZone: string;
}

/** Every date of that weekday (0 = Sunday) from `from` to `to`, both included. */
export function weekdaysBetween(
  day: number,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Temporal.PlainDate[] {
  const dates: Temporal.PlainDate[] = [];
  let date = from.add({ days: (day - (from.dayOfWeek % 7) + 7) % 7 });
  for (; Temporal.PlainDate.compare(date, to) <= 0; date = date.add({ days: 7 })) dates.push(date);
  return dates;
}

/**
 * A local date and time as the clock there has it. A time the clock skips is held as it strikes again; of
 * two that are called the same, the first.
 */
export function startOn(date: Temporal.PlainDate, time: string, timeZone: string): Temporal.ZonedDateTime {
  return date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
}

/** The first start of a weekly meeting after `after`. */
export function firstStartAfter(weekly: WeeklyTime, after: Temporal.Instant): Temporal.ZonedDateTime {
  // The day before may still come: a time that is skipped at midnight strikes again on the next date.
  const yesterday = after.toZonedDateTimeISO(weekly.timeZone).toPlainDate().subtract({ days: 1 });
  let [date] = weekdaysBetween(weekly.day, yesterday, yesterday.add({ days: 6 }));
  date ??= yesterday;
  for (;;) {
    const start = startOn(date, weekly.startTime, weekly.timeZone);
    if (Temporal.Instant.compare(start.toInstant(), after) > 0) return start;
    date = date.add({ days: 7 });
  }
}

/** The next start one can still make: later than now, or less than ten minutes ago. */
export function nextStart(weekly: WeeklyTime, now: Temporal.Instant): Temporal.ZonedDateTime {
  return firstStartAfter(weekly, now.subtract({ minutes: graceMinutes }));
}
