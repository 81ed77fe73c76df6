import { byStart, replyStatus, type Event } from './event.ts';

/**
 * The dates of an event's series that one can answer now, this one among them, the next first; none when it
 * is no date of a series. `now` is an ISO instant.
 */
export const openDates = (events: Event[], { series }: Pick<Event, 'series'>, now: string): Event[] =>
  series === null
    ? []
    : events
        .filter(
          (date) =>
            date.series?.id === series.id && date.replies === 'rsvp' && replyStatus(date, now) === 'open',
        )
        .sort(byStart);
