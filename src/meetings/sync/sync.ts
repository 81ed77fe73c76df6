import { systemClock, type Clock } from '#platform/clock.ts';
import { DatabaseUnavailable, type Database, type OnwardDatabase } from '#platform/database.ts';
import { errorCode } from '#platform/log.ts';
import type { FeedTrouble } from '../feed-trouble.ts';
import { fetchFeed, fetchTimeLimit, type FetchOptions } from '../fetch-feed.ts';
import type { FeedFormat } from '../schema.ts';
import { bringIn } from './bring-in.ts';
import { claimSource, finishSource, sourcesLeft, type SourceOutcome } from './sources.ts';

type SourceRow = Database['public']['Tables']['meeting_sources']['Row'];

/** What became of one source, as a log may say it. */
export interface SyncedSource {
  slug: string;
  outcome: SourceOutcome;
  code?: string;
  /** How many meetings are new, different or gone. */
  changes: number;
}

export interface SyncReport {
  sources: SyncedSource[];
  /** Sources there was no time for. They come first next time. */
  left: number;
}

export interface SyncOptions {
  clock?: Clock;
  /** Milliseconds for the whole run. */
  timeBox?: number;
  /** Milliseconds for one feed to arrive. */
  fetchLimit?: number;
  fetch?: Pick<FetchOptions, 'allows' | 'resolve'>;
}

// A scheduled function is ended after 30 s.
const wholeRun = 26_000;
// What reading and storing a large feed takes once it is here.
const forStoring = 5000;
const leastForFetching = 3000;

const week = 7 * 86_400_000;

/**
 * Asks every source that has an address, one after another, the one that has waited longest first, until
 * time is short. Two runs at once share the sources. One bad feed is that feed's trouble: its last good
 * copy stays. Throws DatabaseUnavailable.
 */
export async function syncSources(database: OnwardDatabase, options: SyncOptions = {}): Promise<SyncReport> {
  const { clock = systemClock, timeBox = wholeRun, fetchLimit = fetchTimeLimit } = options;
  const began = clock().toString();
  const end = performance.now() + timeBox;
  const sources: SyncedSource[] = [];
  const asked = new Set<string>();
  for (;;) {
    const forFetching = end - performance.now() - forStoring;
    if (forFetching < leastForFetching) break;
    const source = await claimSource(database, began);
    if (source === null) break;
    if (asked.has(source.id)) {
      // The database's clock is behind ours, so what was just asked looks as if it was not.
      await finishSource(database, source, 'unfinished');
      break;
    }
    asked.add(source.id);
    const limits = { timeLimit: Math.min(fetchLimit, forFetching), ...options.fetch };
    const { trouble, ...synced } = await syncOne(database, source, clock, limits);
    // A server that had less time than the others is no failure: it is the first one next time.
    if (trouble?.code === 'slow' && forFetching < fetchLimit) synced.outcome = 'unfinished';
    await finishSource(database, source, synced.outcome, trouble?.message);
    sources.push({ slug: source.slug, ...synced, ...(trouble && { code: trouble.code }) });
  }
  return { sources, left: await sourcesLeft(database, began) };
}

interface Synced {
  outcome: SourceOutcome;
  changes: number;
  trouble?: FeedTrouble;
}

async function syncOne(
  database: OnwardDatabase,
  source: SourceRow,
  clock: Clock,
  limits: FetchOptions,
): Promise<Synced> {
  const fetched = await fetchFeed(source.url ?? '', { ...limits, ...knownOf(source, clock) });
  if (fetched.error !== null) return { outcome: 'failing', changes: 0, trouble: fetched.error };
  if (fetched.data.text === null) return { outcome: 'unchanged', changes: 0 };
  const { text, ...validators } = fetched.data;
  try {
    const { counts, error } = await bringIn(text, { ...described(source), ...validators }, database);
    if (error !== null) return { outcome: 'failing', changes: 0, trouble: error };
    const { added = 0, changed = 0, gone = 0 } = counts ?? {};
    return { outcome: 'imported', changes: added + changed + gone };
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error;
    const message = 'What the feed holds could not be stored.';
    return { outcome: 'failing', changes: 0, trouble: { code: errorCode(error), message } };
  }
}

/** Once a week a feed is read whole, whatever its server says: our way of reading it may have changed. */
function knownOf(
  { etag, last_modified: lastModified, read_at: readAt }: SourceRow,
  clock: Clock,
): FetchOptions {
  const age = readAt === null ? Infinity : clock().epochMilliseconds - Date.parse(readAt);
  return age < week && (etag !== null || lastModified !== null) ? { known: { etag, lastModified } } : {};
}

const described = (source: SourceRow) => ({
  ...{ id: source.id, slug: source.slug, name: source.name, fellowship: source.fellowship },
  ...{ format: source.format as FeedFormat, url: source.url, timeZone: source.time_zone },
});
