import type { Temporal } from 'temporal-polyfill';
import { fellowshipName } from './fellowships.ts';
import { kindName } from './kinds.ts';
import { conferenceProvider } from './providers.ts';
import type { ListedMeeting, MeetingMode } from './schema.ts';
import { timeThere, type WeeklyTime } from './week.ts';

/** A meeting as the finder's list carries it. What is absent does not apply. */
export interface CompactMeeting {
  slug: string;
  name: string;
  /** 0 = Sunday. Absent, with start: by appointment. */
  day?: number;
  /** Local time where it is held, `HH:MM`. */
  start?: string;
  end?: string;
  /** IANA zone, when it is not the site's. */
  zone?: string;
  /** Day and time by the site's clock, when they differ from those where it is held. */
  here?: { day: number; start: string };
  mode: MeetingMode;
  fellowship: string;
  group?: string;
  location?: string;
  address?: string;
  region?: string;
  /** Name of the video service, or the host of the link. */
  video?: string;
  phone?: true;
  kinds?: string[];
  language?: string;
  alumniOnly?: true;
}

/** What `GET /api/meetings` answers. `asOf`: when the list last changed. */
export interface CompactList {
  asOf: string;
  timeZone: string;
  fellowships: Record<string, string>;
  kinds: Record<string, string>;
  meetings: CompactMeeting[];
}

type TimeHere = (weekly: WeeklyTime) => { day: number; startTime: string };

function compactMeeting(meeting: ListedMeeting, siteZone: string, timeHere: TimeHere): CompactMeeting {
  const { day, startTime, endTime, timeZone, joinUrl } = meeting;
  const timed = day !== null && startTime !== null;
  const there = timed ? timeHere({ day, startTime, timeZone }) : null;
  const differs = there !== null && (there.day !== day || there.startTime !== startTime);
  const kinds = [...meeting.types];
  return {
    slug: meeting.slug,
    name: meeting.name,
    ...(timed && { day, start: startTime }),
    ...(endTime !== null && { end: endTime }),
    ...(timeZone !== siteZone && { zone: timeZone }),
    ...(differs && { here: { day: there.day, start: there.startTime } }),
    mode: meeting.mode,
    fellowship: meeting.fellowship,
    ...(meeting.groupName !== null && meeting.groupName !== meeting.name && { group: meeting.groupName }),
    ...(meeting.location !== null && { location: meeting.location }),
    ...(meeting.address !== null && { address: meeting.address }),
    ...(meeting.region !== null && { region: meeting.region }),
    ...(joinUrl !== null && { video: conferenceProvider(joinUrl) ?? new URL(joinUrl).hostname }),
    ...(meeting.joinPhone !== null && { phone: true as const }),
    ...(kinds.length > 0 && { kinds }),
    ...(meeting.language !== null && { language: meeting.language }),
    ...(meeting.alumniOnly && { alumniOnly: true as const }),
  };
}

/** When a list last changed: its newest row or import. The epoch for an empty list. */
export function changedAt(meetings: ListedMeeting[]): string {
  const moments = meetings.flatMap(({ updatedAt, source }) => [
    updatedAt,
    source?.lastImportedAt ?? updatedAt,
  ]);
  const latest = moments.reduce((last, moment) => Math.max(last, Date.parse(moment)), 0);
  return new Date(latest).toISOString();
}

/** The finder's list, by day and time as the site's clock has them; by appointment last. */
export function compactList(meetings: ListedMeeting[], siteZone: string, now: Temporal.Instant): CompactList {
  const kinds = [...new Set(meetings.flatMap(({ types }) => types))].sort();
  const fellowships = [...new Set(meetings.map(({ fellowship }) => fellowship))].sort();
  // A few hundred times of the week serve thousands of meetings.
  const known = new Map<string, ReturnType<TimeHere>>();
  const timeHere: TimeHere = (weekly) => {
    const key = `${weekly.day} ${weekly.startTime} ${weekly.timeZone}`;
    const time = known.get(key) ?? timeThere(weekly, siteZone, now);
    known.set(key, time);
    return time;
  };
  return {
    asOf: changedAt(meetings),
    timeZone: siteZone,
    fellowships: Object.fromEntries(fellowships.map((slug) => [slug, fellowshipName(slug)])),
    kinds: Object.fromEntries(kinds.map((slug) => [slug, kindName(slug)])),
    meetings: meetings.map((meeting) => compactMeeting(meeting, siteZone, timeHere)).sort(byTime),
  };
}

const clockKey = ({ day, start, here }: CompactMeeting): string =>
  day === undefined ? '9' : `${here?.day ?? day}${here?.start ?? start ?? ''}`;

function byTime(a: CompactMeeting, b: CompactMeeting): number {
  const [first, second] = [clockKey(a), clockKey(b)];
  if (first !== second) return first < second ? -1 : 1;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.slug < b.slug ? -1 : 1;
}
