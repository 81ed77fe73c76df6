import type { Temporal } from 'temporal-polyfill';
import type { Site } from '#platform/site.ts';

/** One more than one hour, since a run may fail; the database sees to it that a day has one mail. */
const hours = 2;

/**
 * Whether it is the morning of a business day where the organisation is: the first hours in which somebody
 * of the team answers. Schedules run in UTC, and this says when their hour is ours.
 */
export function isDailyHour(
  now: Temporal.Instant,
  { timeZone, businessHours }: Pick<Site, 'timeZone' | 'businessHours'>,
): boolean {
  const here = now.toZonedDateTimeISO(timeZone);
  const { days, from, holidays } = businessHours;
  const first = Number(from.slice(0, 2));
  return (
    days.includes(here.dayOfWeek % 7) &&
    !holidays.includes(here.toPlainDate().toString()) &&
    here.hour >= first &&
    here.hour < first + hours
  );
}
