import { Temporal } from 'temporal-polyfill';
import { clockText, zoneName } from './clock-words.ts';
import { nextOccurrence } from './coming.ts';
import { dateText } from './dates.ts';
import { fellowshipName } from './fellowships.ts';
import { kindName } from './kinds.ts';
import { conferenceProvider } from './providers.ts';
import { rhythmWords } from './rhythm-words.ts';
import type { ListedMeeting } from './schema.ts';
import { words } from './words.ts';

/** One meeting as its own page says it. */
export interface MeetingView {
  kind: string;
  when: string;
  /** Null for one that is by appointment, paused, or has no date within a year. */
  next: Temporal.ZonedDateTime | null;
  nextText: string | null;
  mode: string;
  /** Where to go, when one can go there. */
  place: string[];
  /** Opens a map on the device, with what the device chooses. */
  mapHref: string | null;
  join: { href: string; label: string } | null;
  dial: { href: string; number: string } | null;
  kinds: string[];
  confirmed: string;
}

const attends = {
  'in-person': words.inPerson,
  online: words.online,
  hybrid: 'In person and online',
} as const;

export function meetingView(meeting: ListedMeeting, siteZone: string, now: Temporal.Instant): MeetingView {
  const { mode } = meeting;
  const next = nextOccurrence(meeting, now)?.start ?? null;
  const walks = mode !== 'online';
  const place = walks
    ? [meeting.location, meeting.address ?? meeting.region].filter((part) => part !== null)
    : [];
  const reachable = mode === 'online' || mode === 'hybrid' || mode === 'unconfirmed';
  return {
    kind: [fellowshipName(meeting.fellowship), ...(meeting.alumniOnly ? [words.alumniOnly] : [])].join(' · '),
    when: whenText(meeting, now),
    next,
    nextText: next && nextText(next, siteZone),
    mode: mode === 'paused' || mode === 'unconfirmed' ? words[mode] : attends[mode],
    place,
    mapHref: walks ? mapHref(meeting) : null,
    join:
      reachable && meeting.joinUrl !== null
        ? { href: meeting.joinUrl, label: joinLabel(meeting.joinUrl) }
        : null,
    dial: reachable && meeting.joinPhone !== null ? dialling(meeting.joinPhone) : null,
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

function nextText(next: Temporal.ZonedDateTime, siteZone: string): string {
  const date = next.toLocaleString('en-US', { weekday: 'long', month: 'long', day: 'numeric' });
  const here = next.withTimeZone(siteZone);
  if (here.offset === next.offset) return date;
  const time = here.toPlainTime().toString({ smallestUnit: 'minute' });
  const weekday = here.toLocaleString('en-US', { weekday: 'long' });
  return `${date}. That is ${weekday}, ${clockText(time)} ${zoneName(siteZone)}`;
}

const joinLabel = (url: string): string => `Join with ${conferenceProvider(url) ?? new URL(url).hostname}`;

function dialling(phone: string): { href: string; number: string } {
  const [number = phone] = phone.split(/[,*#]/);
  const american = /^\+?1?(\d{3})(\d{3})(\d{4})$/.exec(number);
  const readable = american ? `(${american[1]}) ${american[2]}-${american[3]}` : number;
  return { href: `tel:${phone.replace(/#/g, '%23')}`, number: readable };
}

function mapHref({ latitude, longitude, address }: ListedMeeting): string | null {
  const query = address === null ? '' : `?q=${encodeURIComponent(address)}`;
  if (latitude !== null && longitude !== null) return `geo:${latitude},${longitude}${query}`;
  return address === null ? null : `geo:0,0${query}`;
}

function confirmedText({ confirmedAt, source }: ListedMeeting, siteZone: string): string {
  const date = confirmedAt === null ? null : dateText(confirmedAt, siteZone);
  if (source === null)
    return date === null
      ? 'One of our own groups.'
      : `One of our own groups. We last confirmed it on ${date}.`;
  const read =
    source.lastImportedAt === null
      ? ''
      : ` We last read their list on ${dateText(source.lastImportedAt, siteZone)}.`;
  const changed =
    date === null ? 'They do not say when they last confirmed it.' : `Last confirmed there on ${date}.`;
  return `From: ${source.name}. ${changed}${read}`;
}
