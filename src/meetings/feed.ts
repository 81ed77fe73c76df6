import { codeOfKind } from './kinds.ts';
import type { ListedMeeting } from './schema.ts';

/** A record of the Meeting Guide format (github.com/code4recovery/spec). */
export type MeetingGuideRecord = Record<string, string | number | string[]>;

const options = { 'in-person': 'in_person', online: 'online', hybrid: 'hybrid', paused: 'inactive' } as const;

/**
 * The list as other finders read it. Alumni-only groups stay out: they are not for the public at large.
 * Kinds without a code in the meeting's fellowship are left out; TC says that a place is closed.
 */
export function meetingGuideFeed(
  meetings: ListedMeeting[],
  siteUrl: string,
  organisation: string,
): MeetingGuideRecord[] {
  return meetings
    .filter(({ alumniOnly }) => !alumniOnly)
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
    .map((meeting) => {
      const codes = meeting.types.flatMap((kind) => codeOfKind(kind, meeting.fellowship) ?? []);
      const closed = meeting.mode === 'paused' || (meeting.mode === 'online' && meeting.address !== null);
      const fields: Record<string, string | number | string[] | null> = {
        slug: meeting.slug,
        name: meeting.name,
        day: meeting.day,
        time: meeting.startTime,
        end_time: meeting.endTime,
        timezone: meeting.timeZone,
        location: meeting.location,
        formatted_address: meeting.address,
        region: meeting.region,
        latitude: meeting.latitude,
        longitude: meeting.longitude,
        group: meeting.groupName,
        notes: meeting.notes,
        conference_url: meeting.joinUrl,
        conference_url_notes: meeting.joinUrl === null ? null : meeting.joinNotes,
        conference_phone: meeting.joinPhone,
        conference_phone_notes:
          meeting.joinUrl === null && meeting.joinPhone !== null ? meeting.joinNotes : null,
        types: [...codes, ...meeting.otherTypes, ...(closed ? ['TC'] : [])],
        attendance_option: meeting.mode === 'unconfirmed' ? null : options[meeting.mode],
        url: `${siteUrl}/meetings/${meeting.slug}/`,
        updated: meeting.updatedAt.slice(0, 19).replace('T', ' '),
        entity: meeting.source?.name ?? organisation,
      };
      return Object.fromEntries(
        Object.entries(fields).filter(
          (entry): entry is [string, string | number | string[]] => entry[1] !== null,
        ),
      );
    });
}
