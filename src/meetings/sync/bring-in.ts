import type { OnwardDatabase } from '#platform/database.ts';
import type { FeedTrouble } from '../feed-trouble.ts';
import { importFeed, type FeedImport } from '../import/import-feed.ts';
import { readFeed } from '../import/read-feed.ts';
import type { ImportCounts } from '../import/report.ts';
import { keepReport } from '../feeds/kept-report.ts';
import { storeImport, type Importer, type MeetingSource } from '../store.ts';

/** What came of a feed: the rows as far as it could be read, and the counts where it was stored. */
export type BroughtIn =
  | { feed: FeedImport; counts: ImportCounts | null; error: null }
  | { feed: FeedImport | null; counts: null; error: FeedTrouble };

/**
 * Reads the text of a feed and puts its meetings in the list, whole or not at all; without a `database`
 * it only reads. The row report stays with the source. What is wrong with a feed is a value; throws DatabaseUnavailable.
 */
export async function bringIn(
  text: string,
  source: MeetingSource,
  database: OnwardDatabase | null,
  allowShrink = false,
  by: Importer = 'service',
): Promise<BroughtIn> {
  const { format, fellowship, timeZone, slug } = source;
  const parsed = readFeed(text, format);
  if (parsed.error !== null) return { feed: null, counts: null, error: parsed.error };
  const { data: feed, error } = importFeed(parsed.data, { format, fellowship, timeZone, source: slug });
  if (error !== null) return { feed: null, counts: null, error };
  if (database === null) return { feed, counts: null, error: null };
  const stored = await storeImport(database, source, feed.meetings, allowShrink, by);
  if (stored.error === null) await keepReport(database, source, feed, stored.data);
  return stored.error === null
    ? { feed, counts: stored.data, error: null }
    : { feed, counts: null, error: stored.error };
}
