import { Temporal } from 'temporal-polyfill';
import { instant } from './clock.ts';
import { zoneName } from './zone-name.ts';

/** Times as a clock on the wall shows them, and the instants they are. */

export interface WallTime {
  /** `YYYY-MM-DD` */
  on: string;
  /** `HH:MM` */
  at: string;
}

export function wallTime(moment: string, timeZone: string): WallTime {
  const there = instant(moment).toZonedDateTimeISO(timeZone);
  return { on: there.toPlainDate().toString(), at: there.toPlainTime().toString({ smallestUnit: 'minute' }) };
}

/** A time the clock on the wall never shows, in words that say what to do. */
export interface NoSuchTime {
  message: string;
}

/**
 * The instant of a time on the wall. Of an hour that comes twice it is the first; one that is skipped when
 * the clocks go forward is refused, because nobody could say when that is.
 */
export function momentOf({ on, at }: WallTime, timeZone: string): string | NoSuchTime {
  const wall = Temporal.PlainDateTime.from(`${on}T${at}`);
  const there = wall.toZonedDateTime(timeZone);
  if (there.toPlainDateTime().equals(wall)) return there.toInstant().toString();
  const day = wall.toPlainDate().toLocaleString('en-US', { weekday: 'long', month: 'long', day: 'numeric' });
  const time = (moment: Temporal.PlainDateTime | Temporal.ZonedDateTime) =>
    moment.toPlainTime().toLocaleString('en-US', { hour: 'numeric', minute: '2-digit' });
  return {
    message: `There is no ${time(wall)} on ${day}: the clocks go forward in ${zoneName(timeZone)}, and it is ${time(there)} at once. Enter another time`,
  };
}

/** So many days later, at the same time on the wall; a skipped one as the clock strikes again. */
export function daysLater(moment: string, days: number, timeZone: string): string {
  return instant(moment).toZonedDateTimeISO(timeZone).add({ days }).toInstant().toString();
}

export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;

export const minutesBetween = (from: string, to: string): number =>
  (instant(to).epochMilliseconds - instant(from).epochMilliseconds) / 60_000;
