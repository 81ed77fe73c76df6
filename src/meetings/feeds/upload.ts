import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';

/** Files that were brought and wait for a yes, read as who brought them. */

/** Keeps a file until they say yes, in place of one they brought before. Throws DatabaseUnavailable. */
export async function keepUpload(
  database: OnwardDatabase,
  source: { id: string },
  id: string,
  content: string,
): Promise<void> {
  rows(await database.from('meeting_uploads').delete().neq('id', id).select('id'));
  const { error, ...answer } = await database
    .from('meeting_uploads')
    .insert({ id, source_id: source.id, content });
  if (error) rows({ ...answer, error });
}

/** The text of one, or null: there is none, it is another list's, or it lay there for more than an hour. */
export async function uploadOf(
  database: OnwardDatabase,
  source: { id: string },
  id: string,
): Promise<string | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const found = await database
    .from('meeting_uploads')
    .select('content')
    .eq('id', id)
    .eq('source_id', source.id);
  return rows(found)[0]?.content ?? null;
}

export async function dropUpload(database: OnwardDatabase, id: string): Promise<void> {
  rows(await database.from('meeting_uploads').delete().eq('id', id).select('id'));
}

/** Forgets every file nobody said yes to. For the service. */
export async function forgetUploads(database: OnwardDatabase, now: string): Promise<void> {
  rows(await database.from('meeting_uploads').delete().lt('expires_at', now).select('id'));
}
