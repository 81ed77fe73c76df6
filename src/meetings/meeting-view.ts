import type { Temporal } from 'temporal-polyfill';
import { clockText, zoneName } from './clock-words.ts';
import { comingDates, rhythmText } from './coming.ts';
import { confirmedText } from './confirmed.ts';
import { directions, type Directions } from './directions.ts';
import { fellowshipName } from './fellowships.ts';
import { kindName } from './kinds.ts';
import type { ListedMeeting } from './schema.ts';
import { hasHiddenWayIn, waysIn, withoutWayIn, type WaysIn } from './ways-in.ts';
import { words } from './words.ts';

/** One date, in words of the meeting's own clock. */
export interface DateView {
  /** When it starts, ISO 8601 with an offset. */
  at: string;
  text: string;
  /** By the site's clock, where that says otherwise. */
  here: string | null;
  note: string | null;
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
  /** What to know before one sets out: paused, not confirmed, closed this week. */
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
    when: rhythmText(meeting),
    next: coming.find(({ held }) => held)?.start ?? null,
    dates: coming.map(({ start, held, note }) => ({
      ...dateWords(start, siteZone),
      note,
      held,
    })),
    unusual:
      coming.some(({ held, note }) => !held || note !== null) ||
      Object.values(meeting.schedule).some((rule) => rule !== null),
    mode: certain ? attends[mode] : words[mode],
    caution: certain ? (first?.held === false ? (first.note ?? words.closed) : null) : words[mode],
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

function dateWords(start: Temporal.ZonedDateTime, siteZone: string): Pick<DateView, 'at' | 'text' | 'here'> {
  const here = start.withTimeZone(siteZone);
  return {
    at: start.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
    text: inWords(start, true),
    here: here.offset === start.offset ? null : `${inWords(here, false)} ${zoneName(siteZone)}`,
  };
}

function inWords(start: Temporal.ZonedDateTime, withDate: boolean): string {
  const day = start.toLocaleString('en-US', {
    weekday: 'long',
    ...(withDate && { month: 'long', day: 'numeric' }),
  });
  return `${day}, ${clockText(start.toPlainTime().toString({ smallestUnit: 'minute' }))}`;
}
