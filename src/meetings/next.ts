import { Temporal } from 'temporal-polyfill';
import { nextOccurrence } from './coming.ts';
import { fellowshipName } from './fellowships.ts';
import { isPlainWeekly } from './occurrences.ts';
import { conferenceProvider } from './providers.ts';
import type { ListedMeeting, MeetingMode } from './schema.ts';
import { nextStart } from './week.ts';

/** One of the next meetings, for the home page. `day` is counted by the site's clock. */
export interface NextMeeting {
  slug: string;
  name: string;
  /** Of the name, where that is not English. */
  language?: string;
  fellowship: string;
  startsAt: string;
  /** Local time where it is held, `HH:MM`, and that zone where it is not the site's. */
  start: string;
  zone?: string;
  day: 'today' | 'tomorrow' | number;
  mode: MeetingMode;
  place?: string;
  video?: string;
  /** This once not at its usual time or place. */
  moved?: true;
}

// What is paused or unconfirmed is no promise: nobody should stand before a locked door.
const certain = new Set<MeetingMode>(['in-person', 'online', 'hybrid']);

interface Coming {
  meeting: ListedMeeting;
  start: Temporal.ZonedDateTime;
  moved?: { location: string | null };
}

/**
 * The next `count` meetings one can still make, soonest first, across zones and clock changes. What is
 * closed on its next date comes with the one after, and what is moved with its new time and place.
 */
export function nextMeetings(
  meetings: ListedMeeting[],
  siteZone: string,
  now: Temporal.Instant,
  count = 3,
): NextMeeting[] {
  const starts = new Map<string, Temporal.ZonedDateTime>();
  const startOf = (day: number, startTime: string, timeZone: string): Temporal.ZonedDateTime => {
    const key = `${day} ${startTime} ${timeZone}`;
    const start = starts.get(key) ?? nextStart({ day, startTime, timeZone }, now);
    starts.set(key, start);
    return start;
  };
  return meetings
    .flatMap((meeting): Coming[] => {
      const { day, startTime, timeZone, mode } = meeting;
      if (day === null || startTime === null || !certain.has(mode)) return [];
      if (isPlainWeekly(meeting)) return [{ meeting, start: startOf(day, startTime, timeZone) }];
      const next = nextOccurrence(meeting, now);
      if (next === null) return [];
      return [{ meeting, start: next.start, ...(next.state === 'moved' && { moved: next }) }];
    })
    .map((coming) => ({ ...coming, at: coming.start.epochMilliseconds }))
    .sort((a, b) => a.at - b.at || (a.meeting.slug < b.meeting.slug ? -1 : 1))
    .slice(0, count)
    .map((coming) => described(coming, siteZone, now));
}

function described({ meeting, start, moved }: Coming, siteZone: string, now: Temporal.Instant): NextMeeting {
  const today = now.toZonedDateTimeISO(siteZone).toPlainDate();
  const here = start.withTimeZone(siteZone).toPlainDate();
  const days = today.until(here).days;
  const place = moved?.location ?? meeting.location ?? meeting.address;
  const url = meeting.joinUrl;
  return {
    slug: meeting.slug,
    name: meeting.name,
    ...(meeting.language !== null && meeting.language !== 'en' && { language: meeting.language }),
    fellowship: fellowshipName(meeting.fellowship),
    startsAt: start.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
    start: start.toPlainTime().toString({ smallestUnit: 'minute' }),
    ...(start.offset !== start.withTimeZone(siteZone).offset && { zone: meeting.timeZone }),
    day: days <= 0 ? 'today' : days === 1 ? 'tomorrow' : here.dayOfWeek % 7,
    mode: meeting.mode,
    ...(place !== null && meeting.mode !== 'online' && { place }),
    ...(url !== null && { video: conferenceProvider(url) ?? new URL(url).hostname }),
    ...(moved && { moved: true }),
  };
}
