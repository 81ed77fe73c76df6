import { instant } from '#platform/clock.ts';
import type { Event } from './event.ts';
import { localDay } from './when-words.ts';

/**
 * Whether the pages of events that were built at `builtAt` say something at `now` (ISO instants) that is no
 * longer so: an event or its series changed, one ended, or a new month began where the organisation is, by
 * which the list counts. Changing sessions or calling off touches the event; a new date of a series is one.
 */
export function pagesAreStale(events: Event[], builtAt: string, now: string, timeZone: string): boolean {
  const built = at(builtAt);
  const month = (moment: string) => localDay(moment, timeZone).slice(0, 7);
  return (
    month(builtAt) !== month(now) ||
    events.some(
      ({ updatedAt, series, endsAt }) =>
        at(updatedAt) > built ||
        (series !== null && at(series.updatedAt) > built) ||
        (at(endsAt) > built && at(endsAt) <= at(now)),
    )
  );
}

const at = (moment: string) => instant(moment).epochMilliseconds;
