import type { Temporal } from 'temporal-polyfill';
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
import { words } from './words.ts';

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

const attends = {
  'in-person': words.inPerson,
  online: words.online,
  hybrid: 'In person and online',
} as const;
const datesShown = 4;

/** Never holds what a source wants shown only after a press. */
export function meetingView(meeting: ListedMeeting, siteZone: string, now: Temporal.Instant): MeetingView {
  const { mode } = meeting;
  const coming = comingDates(meeting, now, datesShown);
  const [first] = coming;
  const certain = mode !== 'paused' && mode !== 'unconfirmed';
  return {
    kind: [fellowshipName(meeting.fellowship), ...(meeting.alumniOnly ? [words.alumniOnly] : [])].join(' · '),
    when: whenText(meeting, now),
    next: coming.find(({ state }) => state !== 'closed')?.start ?? null,
    dates: coming.map((date) => dateView(date, siteZone)),
    unusual: !isEveryWeek(meeting.schedule) || coming.some(({ state }) => state !== 'as-usual'),
    mode: certain ? attends[mode] : words[mode],
    caution: !certain ? words[mode] : first && first.state !== 'as-usual' ? occurrenceWords(first) : null,
    place:
      mode === 'online'
        ? []
        : [meeting.location, meeting.address ?? meeting.region].filter((part) => part !== null),
    directions: directions(meeting),
    ways: waysIn(withoutWayIn(meeting)),
    press: hasHiddenWayIn(meeting),
    kinds: [...meeting.types.map(kindName), ...meeting.otherTypes],
    confirmed: confirmedText(meeting, siteZone),
  };
}

function whenText(meeting: ListedMeeting, now: Temporal.Instant): string {
  const { startTime, endTime, timeZone } = meeting;
  if (startTime === null) return words.byAppointment;
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  const until = endTime === null ? '' : ` to ${clockText(endTime)}`;
  return `${rhythmWords(meeting, today)}, ${clockText(startTime)}${until}, ${zoneName(timeZone)}`;
}

function dateView(date: Occurrence, siteZone: string): DateView {
  const { start, state } = date;
  const here = start.withTimeZone(siteZone);
  const time = clockText(here.toPlainTime().toString({ smallestUnit: 'minute' }));
  return {
    at: start.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
    text: occurrenceWords(date),
    plain: occurrenceWords({ ...date, state: 'as-usual' }),
    here:
      here.offset === start.offset
        ? null
        : `${here.toLocaleString('en-US', { weekday: 'long' })}, ${time} ${zoneName(siteZone)}`,
    held: state !== 'closed',
  };
}
