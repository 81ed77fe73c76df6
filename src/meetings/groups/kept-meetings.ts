import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import {
  exceptionColumns,
  fromExceptionRow,
  fromRow,
  listedColumns,
  type ExceptionRow,
  type ListedRow,
} from '../rows.ts';
import type { ListedMeeting } from '../schema.ts';

/** Meetings as staff keep them: listed or not, with what the public list leaves out. Read as the person who asks. */

export interface KeptMeeting extends ListedMeeting {
  id: string;
  status: 'listed' | 'gone';
  /** What this meeting itself says of it; a source may say so for all of its meetings. */
  ownJoinAfterPress: boolean;
}

type KeptRow = ListedRow & { status: string };

const columns = `${listedColumns}, status`;

const kept = (row: KeptRow, exceptions: ListedMeeting['exceptions'] = []): KeptMeeting => ({
  ...fromRow(row, exceptions),
  id: row.id,
  status: row.status === 'gone' ? 'gone' : 'listed',
  ownJoinAfterPress: row.join_after_press,
});

/** One meeting by its name in the address, with every date that is not as usual; null when there is none. */
export async function keptMeeting(database: OnwardDatabase, slug: string): Promise<KeptMeeting | null> {
  return keptWhere(database, 'slug', slug);
}

export async function keptMeetingById(database: OnwardDatabase, id: string): Promise<KeptMeeting | null> {
  return z.uuid().safeParse(id).success ? keptWhere(database, 'id', id) : null;
}

async function keptWhere(database: OnwardDatabase, column: 'id' | 'slug', value: string) {
  const answer = await database
    .from('meetings')
    .select(columns)
    .eq(column, value)
    .limit(1)
    .overrideTypes<KeptRow[], { merge: false }>();
  const [row] = rows(answer);
  if (!row) return null;
  const exceptions = await database
    .from('meeting_exceptions')
    .select(exceptionColumns)
    .eq('meeting_id', row.id)
    .order('on_date');
  return kept(row, (rows(exceptions) as ExceptionRow[]).map(fromExceptionRow));
}

/** The program's own groups by weekday and time, those that are off the list last. */
export async function ownGroups(database: OnwardDatabase): Promise<KeptMeeting[]> {
  const answer = await database
    .from('meetings')
    .select(columns)
    .is('source_id', null)
    .order('status', { ascending: false })
    .order('day', { nullsFirst: false })
    .order('start_time')
    .limit(500)
    .overrideTypes<KeptRow[], { merge: false }>();
  return rows(answer).map((row) => kept(row));
}

/** Listed meetings nobody confirmed since a moment, the longest first: our own all, of others the first `most`. */
export async function unconfirmedSince(
  database: OnwardDatabase,
  since: string,
  most: number,
): Promise<{ own: KeptMeeting[]; others: KeptMeeting[]; othersCount: number }> {
  const unconfirmed = (limit: number) =>
    database
      .from('meetings')
      .select(columns, { count: 'exact' })
      .eq('status', 'listed')
      .or(`confirmed_at.is.null,confirmed_at.lt.${since}`)
      .order('confirmed_at', { nullsFirst: true })
      .order('name')
      .limit(limit);
  const [own, others] = await Promise.all([
    unconfirmed(500).is('source_id', null).overrideTypes<KeptRow[], { merge: false }>(),
    unconfirmed(most).not('source_id', 'is', null).overrideTypes<KeptRow[], { merge: false }>(),
  ]);
  return {
    own: rows(own).map((row) => kept(row)),
    others: rows(others).map((row) => kept(row)),
    othersCount: others.count ?? 0,
  };
}
