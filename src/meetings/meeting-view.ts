import type { Temporal } from 'temporal-polyfill';
import { localeOf } from '#i18n/language.ts';
import { clockText } from './clock-words.ts';
import { zoneName } from '#platform/zone-name.ts';
import { comingDates } from './coming.ts';
import { confirmedText } from './confirmed.ts';
import { directions, type Directions } from './directions.ts';
import { fellowshipName } from './fellowships.ts';
import { kindName } from './kinds.ts';
import { occurrenceWords } from './occurrence-words.ts';
import type { Occurrence } from './occurrences.ts';
import { isEveryWeek } from './recurrence.ts';
import { rhythmWords } from './rhythm-words.ts';
import type { ListedMeeting } from './schema.ts';
import { hasHiddenWayIn, waysIn, withoutWayIn, type WaysIn } from './ways-in.ts';
import { capital, words as english, type Words } from './words.ts';

/** One date, in words of the meeting's own clock. */
export interface DateView {
  /** When it starts, ISO 8601 with an offset. */
  at: string;
  /** The date and the time, or that it is closed or moved, and why. */
  text: string;
  /** The date and the time, whatever they usually are. */
  plain: string;
  /** By the site's clock, where that says otherwise. */
  here: string | null;
  held: boolean;
}

/** One meeting as its own page says it. */
export interface MeetingView {
  kind: string;
  when: string;
  /** The next start one can make; null for a meeting by appointment, paused or over. */
  next: Temporal.ZonedDateTime | null;
  /** Where it is held next, and which dates are not as usual. */
  dates: DateView[];
  /** Its dates say more than its rhythm does. */
  unusual: boolean;
  mode: string;
  /** What to know before one sets out: paused, not confirmed, closed or moved the next time. */
  caution: string | null;
  /** Where to go, when one can go there. */
  place: string[];
  directions: Directions | null;
  ways: WaysIn;
  /** There is a way in that is shown only after a press. */
  press: boolean;
  kinds: string[];
  confirmed: string;
}

const attends = ({ inPerson, online, say }: Words) => ({
  'in-person': inPerson,
  online,
  hybrid: say('In person and online'),
});
const datesShown = 4;

/** Never holds what a source wants shown only after a press. */
export function meetingView(
  meeting: ListedMeeting,
  siteZone: string,
  now: Temporal.Instant,
  words: Words = english,
): MeetingView {
  const { mode } = meeting;
  const { language } = words;
  const coming = comingDates(meeting, now, datesShown);
  const [first] = coming;
  const certain = mode !== 'paused' && mode !== 'unconfirmed';
  return {
    kind: [
      words.fellowship(fellowshipName(meeting.fellowship)),
      ...(meeting.alumniOnly ? [words.alumniOnly] : []),
    ].join(' · '),
    when: whenText(meeting, now, words),
    next: coming.find(({ state }) => state !== 'closed')?.start ?? null,
    dates: coming.map((date) => dateView(date, siteZone, words)),
    unusual: !isEveryWeek(meeting.schedule) || coming.some(({ state }) => state !== 'as-usual'),
    mode: certain ? attends(words)[mode] : words[mode],
    caution: !certain
      ? words[mode]
      : first && first.state !== 'as-usual'
        ? occurrenceWords(first, words, words.written)
        : null,
    place:
      mode === 'online'
        ? []
        : [meeting.location, meeting.address ?? meeting.region].filter((part) => part !== null),
    directions: directions(meeting),
    ways: waysIn(withoutWayIn(meeting), language),
    press: hasHiddenWayIn(meeting),
    kinds: [...meeting.types.map((type) => words.kind(kindName(type))), ...meeting.otherTypes],
    confirmed: confirmedText(meeting, siteZone, language),
  };
}

function whenText(meeting: ListedMeeting, now: Temporal.Instant, words: Words): string {
  const { startTime, endTime, timeZone } = meeting;
  if (startTime === null) return words.byAppointment;
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const { say, language } = words;
  const clock = clockText(startTime, language);
  const span =
    endTime === null ? clock : say('{clock} to {end}', { clock, end: clockText(endTime, language) });
  return `${rhythmWords(meeting, today, words)}, ${span}, ${zoneName(timeZone, language)}`;
}

function dateView(date: Occurrence, siteZone: string, words: Words): DateView {
  const { language } = words;
  const { start, state } = date;
  const here = start.withTimeZone(siteZone);
  const time = clockText(here.toPlainTime().toString({ smallestUnit: 'minute' }), language);
  const weekday = here.toLocaleString(localeOf(language), { weekday: 'long' });
  return {
    at: start.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
    text: occurrenceWords(date, words, words.written),
    plain: occurrenceWords({ ...date, state: 'as-usual' }, words),
    here:
      here.offset === start.offset
        ? null
        : `${capital(weekday)}, ${time}${language === 'es' ? ', ' : ' '}${zoneName(siteZone, language)}`,
    held: state !== 'closed',
  };
}
