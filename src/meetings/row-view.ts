import type { CompactList, CompactMeeting } from './compact.ts';
import { clockText, clockWords, zoneName, type ClockWords } from './clock-words.ts';
import { words } from './words.ts';

/** One row of the list as it is read: the server and the browser both show exactly this. */
export interface RowView {
  href: string;
  name: string;
  /** Null: by appointment. */
  time: ClockWords | null;
  /** Where the clock differs from ours: both times, in words. */
  zone: string | null;
  how: string;
  about: string;
}

type Names = Pick<CompactList, 'timeZone' | 'fellowships' | 'kinds'>;

export function rowView(meeting: CompactMeeting, names: Names): RowView {
  const kinds = (meeting.kinds ?? []).map((kind) => names.kinds[kind] ?? kind);
  const fellowship = names.fellowships[meeting.fellowship] ?? meeting.fellowship;
  const only = meeting.alumniOnly ? [words.alumniOnly] : [];
  return {
    href: `/meetings/${meeting.slug}/`,
    name: meeting.name,
    time: meeting.start === undefined ? null : clockWords(meeting.start),
    zone: zoneNote(meeting, names.timeZone),
    how: howOf(meeting),
    about: [fellowship, ...only, ...kinds].join(' · '),
  };
}

function zoneNote({ day, zone, here }: CompactMeeting, siteZone: string): string | null {
  if (zone === undefined || here === undefined || day === undefined) return null;
  const otherDay = here.day !== day;
  const there = words.clockThere(zoneName(zone), otherDay ? (words.days[day] ?? null) : null);
  const ours = words.clockHere(
    clockText(here.start),
    otherDay ? (words.days[here.day] ?? null) : null,
    zoneName(siteZone),
  );
  return `${there} (${ours})`;
}

/** Place in a line: the name of the place and the town, or the address. */
export function placeOf({
  location,
  address,
  region,
}: Pick<CompactMeeting, 'location' | 'address' | 'region'>): string {
  const first = location ?? address ?? '';
  if (region === undefined || first.toLowerCase().includes(region.toLowerCase()))
    return first || (region ?? '');
  return first === '' ? region : `${first}, ${region}`;
}

function howOf(meeting: CompactMeeting): string {
  const place = placeOf(meeting);
  const inPerson = place === '' ? words.inPerson : `${words.inPerson}, ${place}`;
  const online = onlineOf(meeting);
  switch (meeting.mode) {
    case 'in-person':
      return inPerson;
    case 'online':
      return online;
    case 'hybrid':
      return `${inPerson}. ${online}`;
    case 'paused':
    case 'unconfirmed':
      return [words[meeting.mode], place].filter(Boolean).join('. ');
  }
}

function onlineOf({ video, phone }: CompactMeeting): string {
  if (video !== undefined) return `${words.onlineWith(video)}${phone ? ` or ${words.byPhone}` : ''}`;
  return phone ? `${words.online}, ${words.byPhone}` : words.online;
}
