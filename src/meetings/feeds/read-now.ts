import { DatabaseUnavailable, rows, type OnwardDatabase } from '#platform/database.ts';
import { errorCode } from '#platform/log.ts';
import { fetchFeed, type FetchOptions } from '../fetch-feed.ts';
import { purgeMeetings } from '../purge.ts';
import { bringIn } from '../sync/bring-in.ts';
import type { KeptSource } from './kept-source.ts';

/** What came of it: read; not, and why; or somebody is just reading it. */
export type ReadNow = { outcome: 'read' } | { outcome: 'failed'; why: string } | { outcome: 'busy' };

// a page is answered within half a minute or not at all
const timeLimit = 12_000;

/**
 * Reads a list as the person who pressed, as the daily run does: public addresses only, the last good copy stays
 * when it cannot be read, and both end up on the list's page. Throws DatabaseUnavailable.
 */
export async function readNow(
  database: OnwardDatabase,
  source: KeptSource,
  options: Pick<FetchOptions, 'allows' | 'resolve'> = {},
): Promise<ReadNow> {
  const [claimed] = rows(await database.rpc('begin_reading', { p_source: source.id }));
  if (!claimed) return { outcome: 'busy' };
  const why = await read(database, { ...source, url: claimed.url }, options);
  const end = { p_source: source.id, p_claimed_at: claimed.claimed_at ?? '' };
  const outcome = why === null ? { p_outcome: 'imported' } : { p_outcome: 'failing', p_failure: why };
  rows(await database.rpc('end_reading', { ...end, ...outcome }));
  if (why !== null) return { outcome: 'failed', why };
  await purgeMeetings();
  return { outcome: 'read' };
}

async function read(
  database: OnwardDatabase,
  source: KeptSource,
  options: FetchOptions,
): Promise<string | null> {
  const { data, error } = await fetchFeed(source.url ?? '', { ...options, timeLimit });
  if (error !== null) return error.message;
  const { text, ...validators } = { etag: null, lastModified: null, ...data };
  try {
    const { joinAfterPress: _, ...known } = source;
    const came = await bringIn(text ?? '', { ...known, ...validators }, database, false, 'staff');
    return came.error?.message ?? null;
  } catch (failure) {
    if (failure instanceof DatabaseUnavailable) throw failure;
    return `What the list holds could not be stored (${errorCode(failure)}).`;
  }
}
