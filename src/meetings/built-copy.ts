import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { publicDatabase } from '#platform/database.ts';
import type { ListedMeeting } from './schema.ts';
import { listedMeetings } from './store.ts';

/**
 * The list as it was when the site was built, in a file beside the site: it stays up when the database
 * does not. A file and not a content collection, so that nothing is read of it until it is needed.
 */
export interface BuiltCopy {
  readAt: string;
  meetings: ListedMeeting[];
}

const file = 'built-meetings.json.gz';
let copy: BuiltCopy | null = null;

/** The copy, or null before the first build. */
export function builtCopy(): BuiltCopy | null {
  try {
    copy ??= JSON.parse(gunzipSync(readFileSync(file)).toString()) as BuiltCopy;
    return copy;
  } catch {
    return null;
  }
}

/**
 * Writes the copy at the start of a build. Without its database that is an error: a site that silently
 * lists nothing would be worse than no new site.
 */
export async function writeBuiltCopy(): Promise<void> {
  const readAt = new Date().toISOString();
  const meetings = await listedMeetings(publicDatabase()).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The meetings cannot be read for the build (${reason}). Is SUPABASE_URL right, and the database up?`,
    );
  });
  writeFileSync(file, gzipSync(JSON.stringify({ readAt, meetings } satisfies BuiltCopy)));
}
