import { Temporal } from 'temporal-polyfill';
import type { Clock } from '#platform/clock.ts';

/** Days on which somebody looks at a text again. */

/** The local date of now, as 2026-12-24. */
export const localDay = (clock: Clock, timeZone: string): string =>
  clock().toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** The same day so many months later, or the last one of a shorter month. */
export const monthsFrom = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).add({ months }).toString();
