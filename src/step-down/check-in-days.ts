import type { Temporal } from 'temporal-polyfill';

export interface CheckInDay {
  months: number;
  /** An instant, as the database takes it. */
  dueAt: string;
}

/**
 * The days on which somebody is asked how it is going: so many months after `now` by the calendar of
 * `timeZone`, at ten in the morning there. A month without that day is asked on its last.
 */
export function checkInDays(now: Temporal.Instant, months: number[], timeZone: string): CheckInDay[] {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  return months.map((count) => ({
    months: count,
    dueAt: today
      .add({ months: count })
      .toZonedDateTime({ timeZone, plainTime: '10:00' })
      .toInstant()
      .toString(),
  }));
}
