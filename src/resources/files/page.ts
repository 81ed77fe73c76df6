import type { Supabase } from '#platform/supabase.ts';
import type { Refusal, TypedValues } from '#platform/guard.ts';
import { purgeTags } from '#platform/purge.ts';
import { notTaken, type FormPage, type SentForm } from '#platform/form-page.ts';
import type { readUpload } from '#platform/upload.ts';
import { readNewFile, refusedFile } from './file-form.ts';
import { filesTag } from './hand-out.ts';
import { addFile, filesOf, removeFile, showFile } from './keep.ts';

/** What the page of a resource's files does with what is sent to it. */

/** As many as the database takes. */
export const mostFiles = 10;

const said: Record<string, string> = {
  added: 'The file is here.',
  waits: 'The file is here. It goes on the site when somebody publishes it.',
  removed: 'The file is removed.',
  shown: 'The file goes on the site with the next build.',
  'on-site': 'Nothing was changed: the file is on the site. A coordinator can remove it.',
  'not-on-site': 'Nothing was changed: the text is not on the site. The file goes there with it.',
  unknown: 'Nothing was changed: somebody removed the file.',
};

/** What is said after a press that was done; null for none. */
export const saidOf = (done: string | null): string | null => said[done ?? ''] ?? null;

type Sent = SentForm<string>;

/** Takes a new file. What the form held comes back with what is wrong. */
export async function sendFile(
  page: FormPage,
  database: Supabase,
  resourceId: string,
  { data: upload, refusal }: Awaited<ReturnType<typeof readUpload>>,
): Promise<Sent> {
  const trouble = (why: Refusal, typed: TypedValues = {}): Sent => ({ result: null, trouble: why, typed });
  if (refusal) return trouble(refusal);
  const read = await readNewFile(upload);
  if (read.refusal) return trouble(read.refusal, upload.typed);
  const { file, ...words } = read.data;
  try {
    const outcome = await addFile(database, resourceId, file, words);
    if (outcome === 'added' || outcome === 'waits') return { result: outcome, trouble: null, typed: {} };
    return trouble(refusedFile(outcome), upload.typed);
  } catch (error) {
    const title =
      'We cannot take this right now. Nothing was kept: choose the file again and send it in a moment';
    const away = notTaken(page, error, title);
    return trouble({ ...away, errors: { file: [away.title] } }, upload.typed);
  }
}

/** Removes a file of this resource, or puts it on the site. What is gone already counts as done. */
export async function pressed(
  database: Supabase,
  resourceId: string,
  { action, id }: { action: 'remove' | 'show'; id: string },
): Promise<string> {
  const own = (await filesOf(database, resourceId)).some((file) => file.id === id);
  if (!own) return action === 'remove' ? 'removed' : 'unknown';
  const outcome = action === 'remove' ? await removeFile(database, id) : await showFile(database, id);
  await purgeTags([filesTag(resourceId)]);
  return outcome;
}
