import { localeOf } from '#i18n/language.ts';
import { eventsSpeak, type EventsSay } from '../spanish.ts';
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

/** "Every Tuesday, until May 25, 2027"; null for a rule without short words. */
export function rhythmOf(
  { rule, lastOn }: Pick<NonNullable<Event['series']>, 'rule' | 'lastOn'>,
  say: EventsSay = eventsSpeak('en'),
): string | null {
  const rhythm = ruleInWords(rule, say.language);
  if (!rhythm || !lastOn) return rhythm;
  const day = new Intl.DateTimeFormat(localeOf(say.language), {
    ...{ timeZone: 'UTC', month: 'long', day: 'numeric', year: 'numeric' },
  }).format(Date.parse(lastOn));
  return say('{rhythm}, until {day}', { rhythm, day });
}
