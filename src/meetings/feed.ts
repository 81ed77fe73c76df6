import { codeOfKind } from './kinds.ts';
import { onwardFields } from './feed-extension.ts';
import { noteForOthers } from './feed-words.ts';
import type { OnwardFields } from './import/own-row.ts';
import type { ListedMeeting } from './schema.ts';
import { withoutWayIn } from './ways-in.ts';

/** A record of the Meeting Guide format (github.com/code4recovery/spec), with what it cannot say under `onward`. */
export type MeetingGuideRecord = Record<string, string | number | string[] | OnwardFields>;

export interface Publisher {
  siteUrl: string;
  organisation: string;
  /** Where the program is, as `Alder Springs, CO, USA`: finders drop a row without any address. */
  area: string;
}

const options = { 'in-person': 'in_person', online: 'online', hybrid: 'hybrid', paused: 'inactive' } as const;

/**
 * The list as other finders read it. Alumni-only groups stay out: they are not for the public at large. A
 * meeting whose way in is told only to somebody who asks comes without it. Kinds without a code in the
 * meeting's fellowship, rhythms and dates stand under `onward`, for our own importer, and rhythms and
 * dates in the notes as well: elsewhere every meeting is weekly. With `whole` nothing is left out: for the program
 * itself, and for nobody else.
 */
export function meetingGuideFeed(
  meetings: ListedMeeting[],
  publisher: Publisher,
  { whole = false } = {},
): MeetingGuideRecord[] {
  return meetings
    .filter(({ alumniOnly }) => whole || !alumniOnly)
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
    .map((meeting) => record(whole ? meeting : withoutWayIn(meeting), publisher));
}

function record(meeting: ListedMeeting, { siteUrl, organisation, area }: Publisher): MeetingGuideRecord {
  const { mode } = meeting;
  const hasPlace = meeting.address !== null || meeting.location !== null;
  // A link on a row whose meeting is not held online would list it as online there.
  const open = mode !== 'in-person' && mode !== 'paused';
  const url = open ? meeting.joinUrl : null;
  const phone = open ? meeting.joinPhone : null;
  const page = `${siteUrl}/meetings/${meeting.slug}/`;
  const notes = noteForOthers(meeting, page);
  const fields: Record<string, string | number | string[] | OnwardFields | null> = {
    slug: meeting.slug,
    name: meeting.name,
    day: meeting.day,
    time: meeting.startTime,
    end_time: meeting.endTime,
    timezone: meeting.timeZone,
    location: meeting.location,
    formatted_address:
      meeting.address ?? [meeting.location, meeting.region ?? area].filter(Boolean).join(', '),
    // Said outright: finders take an address with fewer than three commas for a mere town.
    approximate: hasPlace || mode === 'in-person' || mode === 'hybrid' ? 'no' : 'yes',
    region: meeting.region,
    latitude: meeting.latitude,
    longitude: meeting.longitude,
    group: meeting.groupName,
    notes,
    conference_url: url,
    conference_url_notes: url === null ? null : meeting.joinNotes,
    conference_phone: phone,
    conference_phone_notes: url === null && phone !== null ? meeting.joinNotes : null,
    types: codesOf(meeting, hasPlace, url !== null || phone !== null),
    attendance_option: mode === 'unconfirmed' ? null : options[mode],
    url: page,
    updated: new Date(meeting.updatedAt).toISOString().slice(0, 19).replace('T', ' '),
    entity: meeting.source?.name ?? organisation,
    onward: onwardFields(meeting, { url, phone, notes }),
  };
  return Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, MeetingGuideRecord[string]] => entry[1] !== null,
    ),
  );
}

/** TC says that the place is closed, ONL that one can join from elsewhere; finders derive the mode from both. */
function codesOf(meeting: ListedMeeting, hasPlace: boolean, reachable: boolean): string[] {
  const { mode, types, otherTypes, fellowship } = meeting;
  const known = types.flatMap((kind) => codeOfKind(kind, fellowship) ?? []);
  const closed = mode === 'paused' || (mode === 'online' && hasPlace);
  const online = reachable && (mode === 'online' || mode === 'hybrid');
  return [...new Set([...known, ...otherTypes, ...(closed ? ['TC'] : []), ...(online ? ['ONL'] : [])])];
}
