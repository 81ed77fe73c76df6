import { Temporal } from 'temporal-polyfill';
import { graceMinutes } from './site-clock.ts';

/** Weekly times as instants. A meeting keeps its local time when clocks change; its instant moves. */

export interface WeeklyTime {
  /** 0 = Sunday. */
  day: number;
  startTime: string;
  timeZone: string;
}

const weekday = (date: Temporal.PlainDate): number => date.dayOfWeek % 7;

/** The first start of a weekly meeting after `after`. A time the clock skips is held as it strikes again. */
export function firstStartAfter(weekly: WeeklyTime, after: Temporal.Instant): Temporal.ZonedDateTime {
  const from = after.toZonedDateTimeISO(weekly.timeZone).toPlainDate();
  const plainTime = Temporal.PlainTime.from(weekly.startTime);
  const date = from.add({ days: (weekly.day - weekday(from) + 7) % 7 });
  const start = date.toZonedDateTime({ timeZone: weekly.timeZone, plainTime });
  if (Temporal.Instant.compare(start.toInstant(), after) > 0) return start;
  return date.add({ days: 7 }).toZonedDateTime({ timeZone: weekly.timeZone, plainTime });
}

/** The next start one can still make: later than now, or less than ten minutes ago. */
export function nextStart(weekly: WeeklyTime, now: Temporal.Instant): Temporal.ZonedDateTime {
  return firstStartAfter(weekly, now.subtract({ minutes: graceMinutes }));
}

/** A weekly time as it falls in another zone this week: what the clock there says. */
export function timeThere(
  weekly: WeeklyTime,
  timeZone: string,
  now: Temporal.Instant,
): { day: number; startTime: string } {
  if (weekly.timeZone === timeZone) return { day: weekly.day, startTime: weekly.startTime };
  const dawn = now.toZonedDateTimeISO(timeZone).startOfDay().toInstant().subtract({ nanoseconds: 1 });
  const there = firstStartAfter(weekly, dawn).withTimeZone(timeZone);
  return { day: there.dayOfWeek % 7, startTime: there.toPlainTime().toString({ smallestUnit: 'minute' }) };
}
