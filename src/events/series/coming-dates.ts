import { byStart, isOver, replyStatus, type Event } from '../event.ts';
import { ruleInWords } from './rule-words.ts';

/** The dates of the event's series that are still to come, called-off ones too, soonest first. `now` is an ISO instant. */
export const comingDates = (event: Event, events: Event[], now: string): Event[] =>
  event.series === null
    ? []
    : events.filter((other) => other.series?.id === event.series?.id && !isOver(other, now)).sort(byStart);

/** Those of them that one can answer. */
export const openDates = (dates: Event[], now: string): Event[] =>
  dates.filter((date) => date.replies === 'rsvp' && replyStatus(date, now) === 'open');

const day = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  month: 'long',
  day: 'numeric',
  year: 'numeric',
});

/** "Every Tuesday, until May 25, 2027"; null for a rule without short words. */
export function rhythmOf({ rule, lastOn }: NonNullable<Event['series']>): string | null {
  const words = ruleInWords(rule);
  return words && lastOn ? `${words}, until ${day.format(Date.parse(lastOn))}` : words;
}
