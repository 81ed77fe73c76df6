import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { pageSize } from '#platform/every-row.ts';
import type { ImportCounts } from './import/report.ts';
import {
  exceptionColumns,
  fromExceptionRow,
  fromRow,
  listedColumns,
  toImportRow,
  type ExceptionRow,
  type ListedRow,
} from './rows.ts';
import type { FeedFormat, ImportedMeeting, ListedMeeting, MeetingException } from './schema.ts';

/**
 * The room's one door to the database. Reads throw DatabaseUnavailable when it does not answer, at once:
 * pages have the list that was built into the site, and nobody waits for a second try.
 */

// More would only queue for the database's connections.
const pagesAtOnce = 4;

/** Every listed meeting, as the client's role may see them. In no order. */
export async function listedMeetings(database: OnwardDatabase): Promise<ListedMeeting[]> {
  const page = (from: number) =>
    database
      .from('meetings')
      .select(listedColumns, from === 0 ? { count: 'exact' } : {})
      .eq('status', 'listed')
      .order('id')
      .range(from, from + pageSize - 1)
      .overrideTypes<ListedRow[], { merge: false }>();
  const [first, exceptions] = await Promise.all([page(0), recentExceptions(database)]);
  const starts = Array.from(
    { length: Math.ceil((first.count ?? 0) / pageSize) },
    (_, index) => index * pageSize,
  );
  const answers = [first];
  const waiting = starts.slice(1);
  const readOn = async () => {
    for (let from = waiting.shift(); from !== undefined; from = waiting.shift())
      answers.push(await page(from));
  };
  await Promise.all(Array.from({ length: pagesAtOnce }, readOn));
  return answers.flatMap((answer) => rows(answer).map((row) => fromRow(row, exceptions.get(row.id) ?? [])));
}

/** A word that changes whenever the list does. */
export async function listVersion(database: OnwardDatabase): Promise<string> {
  return rows(await database.rpc('meeting_list_version'));
}

/** One listed meeting, or null where there is none of that name. */
export async function listedMeeting(database: OnwardDatabase, slug: string): Promise<ListedMeeting | null> {
  const answer = await database
    .from('meetings')
    .select(listedColumns)
    .eq('status', 'listed')
    .eq('slug', slug)
    .limit(1)
    .overrideTypes<ListedRow[], { merge: false }>();
  const [row] = rows(answer);
  return row ? fromRow(row, (await recentExceptions(database, row.id)).get(row.id) ?? []) : null;
}

// The longest slugs still make an address that every gateway takes.
const slugsAtOnce = 40;

/**
 * The listed ones of these meetings, in the order of their slugs, each with all of its dates that are not
 * as usual: a calendar keeps its past.
 */
export async function listedMeetingsOf(database: OnwardDatabase, slugs: string[]): Promise<ListedMeeting[]> {
  const parts = Array.from({ length: Math.ceil(slugs.length / slugsAtOnce) }, (_, index) =>
    slugs.slice(index * slugsAtOnce, (index + 1) * slugsAtOnce),
  );
  const answers = await Promise.all(
    parts.map((part) =>
      database
        .from('meetings')
        .select(`${listedColumns}, exceptions:meeting_exceptions(${exceptionColumns})`)
        .eq('status', 'listed')
        .in('slug', part)
        .overrideTypes<(ListedRow & { exceptions: ExceptionRow[] })[], { merge: false }>(),
    ),
  );
  return answers
    .flatMap((answer) => rows(answer))
    .map((row) =>
      fromRow(
        row,
        row.exceptions.map(fromExceptionRow).sort((a, b) => (a.on < b.on ? -1 : 1)),
      ),
    )
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** Dates that are not as usual, from the past week on, by the id of their meeting. */
async function recentExceptions(
  database: OnwardDatabase,
  meetingId?: string,
): Promise<Map<string, MeetingException[]>> {
  const weekAgo = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10);
  const every = database
    .from('meeting_exceptions')
    .select(exceptionColumns)
    .gte('on_date', weekAgo)
    .order('on_date')
    .limit(pageSize);
  const answer = await (meetingId === undefined ? every : every.eq('meeting_id', meetingId));
  const byMeeting = new Map<string, MeetingException[]>();
  for (const row of rows(answer) as ExceptionRow[])
    byMeeting.set(row.meeting_id, [...(byMeeting.get(row.meeting_id) ?? []), fromExceptionRow(row)]);
  return byMeeting;
}

export interface MeetingSource {
  slug: string;
  name: string;
  fellowship: string;
  format: FeedFormat;
  url: string | null;
  timeZone: string;
  /** Of a source that is known already: nothing it is called is changed then. */
  id?: string;
  /** Its passcodes are shown only to somebody who asks; as it was where this is left out. */
  joinAfterPress?: boolean;
  /** What its server said of this copy. */
  etag?: string | null;
  lastModified?: string | null;
}

/** Whose import it is: the service's, or of a list that is known, that of whoever of the staff is signed in. */
export type Importer = 'service' | 'staff';

export type StoredImport =
  { data: ImportCounts; error: null } | { data: null; error: { code: 'shrunk'; message: string } };

const countsSchema = z.object({
  ...{ added: z.int(), changed: z.int(), unchanged: z.int(), gone: z.int() },
  conflicts: z.array(z.object({ slug: z.string(), name: z.string(), field: z.string() })),
});

/**
 * Brings a source's meetings in, whole or not at all, and nothing over what staff wrote. A feed that lost
 * more than half is refused. Ten thousand meetings take some seconds: give `database` time for it.
 */
export async function storeImport(
  database: OnwardDatabase,
  source: MeetingSource,
  meetings: ImportedMeeting[],
  allowShrink = false,
  by: Importer = 'service',
): Promise<StoredImport> {
  const { id, url, timeZone, joinAfterPress, etag, lastModified, ...named } = source;
  const p_rows = meetings.map(toImportRow);
  const more = { etag: etag ?? null, last_modified: lastModified ?? null, allowShrink };
  const answer =
    by === 'staff'
      ? await database.rpc('bring_in_meetings', { p_source: id ?? '', p_rows, p_more: more })
      : await database.rpc('import_meetings', {
          p_source: {
            // what is known already is not said again: somebody may just have changed it
            ...(id === undefined ? { ...named, url, time_zone: timeZone } : { id }),
            ...(joinAfterPress !== undefined && { join_after_press: joinAfterPress }),
            ...more,
          },
          p_rows,
        });
  if (answer.error && (answer.error.code === 'MT001' || /less than half/.test(answer.error.message))) {
    return { data: null, error: { code: 'shrunk', message: answer.error.message } };
  }
  return { data: countsSchema.parse(rows(answer)), error: null };
}
