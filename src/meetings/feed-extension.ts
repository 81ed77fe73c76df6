import type { OnwardFields } from './import/own-row.ts';
import { instant } from '#platform/clock.ts';
import { isWeekly } from './feed-words.ts';
import type { ListedMeeting } from './schema.ts';

/** Only what differs from what the row itself says: the feed stays small. */
export function onwardFields(
  meeting: ListedMeeting,
  published: { url: string | null; phone: string | null; notes: string | null },
): OnwardFields {
  const { schedule, exceptions, otherTypes, language, confirmedAt, joinNotes } = meeting;
  return {
    version: 1,
    contacts: 'public',
    fellowship: meeting.fellowship,
    mode: meeting.mode,
    types: meeting.types,
    ...(otherTypes.length > 0 && { otherTypes }),
    ...(language !== null && { language }),
    // one database writes an instant with a T, another with a space
    ...(confirmedAt !== null && {
      confirmedAt: confirmedAt.includes('T') ? confirmedAt : instant(confirmedAt).toString(),
    }),
    ...(joinNotes !== null && { joinNotes }),
    ...(meeting.address === null && { address: null }),
    ...(meeting.joinUrl !== published.url && { joinUrl: meeting.joinUrl }),
    ...(meeting.joinPhone !== published.phone && { joinPhone: meeting.joinPhone }),
    ...(meeting.notes !== published.notes && { notes: meeting.notes }),
    ...(!isWeekly(meeting) && { schedule }),
    ...(exceptions.length > 0 && { exceptions }),
  };
}
