import { addNamed } from '#platform/add-named.ts';
import { asSeen, rows, type Database, type OnwardDatabase } from '#platform/database.ts';
import { numbered, slugOf } from '#platform/slug.ts';

/** Writing meetings as the person who asks; row level security says who may. */

type Columns = Database['public']['Tables']['meetings']['Update'];

/** Addresses of pages that stand beside the meetings. */
const taken = new Set(['suggest', 'saved', 'map', 'first-meeting', 'pathways', 'print', 'hand-out', 'week']);

/** The names a meeting may have in its address, best first: from what it is called, numbered when taken. */
export function slugsFor(name: string): Generator<string> {
  const plain = slugOf(name).slice(0, 180).replace(/-+$/, '') || 'meeting';
  return numbered(taken.has(plain) ? `${plain}-meeting` : plain);
}

/**
 * Adds one of the program's own groups and returns its name in the address. `id` is the form's own: the
 * same form sent twice is one group. Throws DatabaseUnavailable.
 */
export async function addGroup(
  database: OnwardDatabase,
  id: string,
  group: Columns & { name: string; fellowship: string; mode: string; time_zone: string },
): Promise<string> {
  return addNamed(
    slugsFor(group.name),
    async () => rows(await database.from('meetings').select('slug').eq('id', id))[0]?.slug ?? null,
    (slug) =>
      database
        .from('meetings')
        .insert({ ...group, id, slug })
        .select('slug'),
  );
}

/**
 * Changes a meeting that is still as it was seen (`updatedAt`), or says 'changed' and leaves it: somebody
 * else was there meanwhile. Without `updatedAt` it is changed whatever it is. Throws DatabaseUnavailable.
 */
export async function changeMeeting(
  database: OnwardDatabase,
  id: string,
  columns: Columns,
  updatedAt?: string,
): Promise<'saved' | 'changed'> {
  const change = database.from('meetings').update(columns).eq('id', id);
  const changed = rows(await asSeen(change, updatedAt).select('id'));
  return changed.length > 0 ? 'saved' : 'changed';
}

export interface DateChange {
  on: string;
  note: string | null;
  moved: { to: string; startTime: string; endTime: string | null; location: string | null } | null;
}

/** Says that a meeting is not as usual on one date. Once more for the same date replaces what was said. */
export async function setException(
  database: OnwardDatabase,
  meetingId: string,
  { on, note, moved }: DateChange,
): Promise<void> {
  rows(
    await database
      .from('meeting_exceptions')
      .upsert(
        {
          meeting_id: meetingId,
          on_date: on,
          note,
          moved_to: moved?.to ?? null,
          moved_start: moved?.startTime ?? null,
          moved_end: moved?.endTime ?? null,
          moved_location: moved?.location ?? null,
        },
        { onConflict: 'meeting_id,on_date' },
      )
      .select('id'),
  );
}

/** The meeting is as usual again on that date. */
export async function removeException(database: OnwardDatabase, meetingId: string, on: string) {
  rows(
    await database
      .from('meeting_exceptions')
      .delete()
      .eq('meeting_id', meetingId)
      .eq('on_date', on)
      .select('id'),
  );
}
