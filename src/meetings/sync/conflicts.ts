import { rows, type OnwardDatabase } from '#platform/database.ts';

type Part = Record<string, unknown>;

/** A field that staff wrote over, of which the feed says something new by now. */
export interface MeetingConflict {
  meetingId: string;
  meetingSlug: string;
  meetingName: string;
  /** As `settleConflict` takes it: `when`, `position`, `kinds`, `name`, `notes` … */
  field: string;
  /** Column by column, in the words of the database: `{ day: 1, start_time: '19:00:00', … }`. */
  ours: Part;
  feed: Part;
  since: string;
}

/** All of them, oldest first, as far as `database` may see. Throws DatabaseUnavailable. */
export async function meetingConflicts(database: OnwardDatabase): Promise<MeetingConflict[]> {
  return rows(await database.rpc('meeting_conflicts')).map(
    ({ meeting, slug, name, field, ours, feed, since }) => ({
      ...{ meetingId: meeting, meetingSlug: slug, meetingName: name, field, since },
      ...{ ours: ours as Part, feed: feed as Part },
    }),
  );
}

/**
 * Decides one: the feed's words, or ours until the feed says something new once more. False when there
 * is nothing to decide, or not by whom `database` speaks for. Taking the feed's also undoes an edit of
 * which there is no conflict.
 */
export async function settleConflict(
  database: OnwardDatabase,
  { meetingId, field }: Pick<MeetingConflict, 'meetingId' | 'field'>,
  take: 'ours' | 'feed',
): Promise<boolean> {
  const decision = { p_meeting: meetingId, p_field: field, p_take_feed: take === 'feed' };
  return rows(await database.rpc('settle_meeting_conflict', decision));
}
