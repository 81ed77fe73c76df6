import { randomUUID } from 'node:crypto';
import { errorCode, log } from '#platform/log.ts';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import type { Supabase } from '#platform/supabase.ts';
import { atTheDesk } from '../desk/outcome.ts';
import { putBytes, takeBytesOut } from './bytes.ts';
import { fileNameFor } from './file-name.ts';
import type { InspectedFile } from './inspect.ts';
import { fileColumns, fileRow } from './published.ts';
import * as z from 'zod';

/** The files of a resource in the hands of staff, who act as themselves. */

const keptRow = fileRow.extend({
  added_by_name: z.string().nullable(),
  created_at: z.string(),
  shown_at: z.string().nullable(),
});
export type KeptFile = z.infer<typeof keptRow>;

/** The files of a resource, in their order. Throws DatabaseUnavailable. */
export async function filesOf(database: OnwardDatabase, resourceId: string): Promise<KeptFile[]> {
  const answer = await database
    .from('attachments')
    .select(`${fileColumns}, added_by_name, created_at, shown_at`)
    .eq('resource_id', resourceId)
    .order('sort')
    .order('id');
  return z.array(keptRow).parse(rows(answer));
}

/**
 * Keeps a file that was looked into: its bytes first, then what is known of it, so that no row speaks of a file that
 * is not there. Refused by the database, the bytes go again. Returns 'added', 'waits' (for somebody who publishes),
 * 'same' (it is there already), 'too-many', 'archived', 'unknown' or 'refused' (Storage takes
 * none for this resource). Throws DatabaseUnavailable.
 */
export async function addFile(
  database: Supabase,
  resourceId: string,
  file: InspectedFile,
  words: { label: string; given: string },
): Promise<string> {
  const id = randomUUID();
  const path = `${resourceId}/${id}`;
  if (!(await putBytes(database, path, file.bytes, file.type))) return 'refused';
  try {
    const { outcome } = await atTheDesk(database, 'add_attachment', {
      p_attachment: {
        id,
        resourceId,
        fileName: fileNameFor(words.label, words.given, file.type),
        label: words.label,
        type: file.type,
        size: file.bytes.length,
        width: file.width,
        height: file.height,
        sha256: file.sha256,
      },
    });
    if (outcome !== 'added' && outcome !== 'waits') await leaveNothing(database, path);
    return outcome;
  } catch (error) {
    await leaveNothing(database, path);
    throw error;
  }
}

/** Forgets a file, then takes its bytes out. Returns 'removed', 'on-site' or 'unknown'. Throws DatabaseUnavailable. */
export async function removeFile(database: Supabase, id: string): Promise<string> {
  const { outcome, path } = await atTheDesk(database, 'remove_attachment', { p_attachment: id });
  if (path !== undefined) await leaveNothing(database, path);
  return outcome;
}

/** Puts a file that waits on the site. Returns 'shown', 'not-on-site' or 'unknown'. Throws DatabaseUnavailable. */
export async function showFile(database: Supabase, id: string): Promise<string> {
  return (await atTheDesk(database, 'show_attachment', { p_attachment: id })).outcome;
}

/** What cannot be taken out now belongs to nothing, and the daily sweep takes it. */
async function leaveNothing(database: Supabase, path: string): Promise<void> {
  await takeBytesOut(database, [path]).catch((error: unknown) => {
    log({ event: 'file-left-for-the-sweep', code: errorCode(error) });
  });
}
