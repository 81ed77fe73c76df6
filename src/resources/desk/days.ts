import { Temporal } from 'temporal-polyfill';
import { soonDays } from './standing.ts';

/** The organisation's day, and the last one that counts as soon. As YYYY-MM-DD. */
export function deskDays(now: Temporal.Instant, timeZone: string): { today: string; soon: string } {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  return { today: today.toString(), soon: today.add({ days: soonDays }).toString() };
}

export const nextDay = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();
