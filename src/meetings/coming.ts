import type { Temporal } from 'temporal-polyfill';
import { isPlainWeekly, occurrences, type Occurrence } from './occurrences.ts';
import type { ListedMeeting } from './schema.ts';
import { graceMinutes } from './grace.ts';

/** What is to come of one meeting, as its page and the home page tell it. */

const day = 24;
// A month shows nearly every meeting's next dates; a season may be a year away.
const horizons = [35 * day, 400 * day];

/** The next time a meeting is held that one can still make, within about a year; null if there is none. */
export function nextOccurrence(meeting: ListedMeeting, now: Temporal.Instant): Occurrence | null {
  return comingDates(meeting, now, 1).find(({ state }) => state !== 'closed') ?? null;
}

/**
 * The next dates of a meeting, soonest first, until `count` of them are held or about a year is over.
 * Those between that are closed are among them, so that nobody comes to a locked door. One that began
 * less than ten minutes ago can still be made.
 */
export function comingDates(meeting: ListedMeeting, now: Temporal.Instant, count: number): Occurrence[] {
  const from = now.subtract({ minutes: graceMinutes }).add({ milliseconds: 1 });
  let found: Occurrence[] = [];
  for (const hours of isPlainWeekly(meeting) ? [(count + 1) * 7 * day] : horizons) {
    found = occurrences(meeting, from, from.add({ hours }));
    let held = 0;
    const last = found.findIndex(({ state }) => state !== 'closed' && ++held === count);
    if (last >= 0) return found.slice(0, last + 1);
  }
  return found;
}
