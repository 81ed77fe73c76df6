import { addNamed } from '#platform/add-named.ts';
import { rows, type Database, type OnwardDatabase } from '#platform/database.ts';
import { numbered, slugOf } from '#platform/slug.ts';
import { feedFormats, type FeedFormat } from '../schema.ts';
import { readReport, type KeptReport } from './kept-report.ts';

/** Lists of meetings as staff keep them. Read and written as the person who asks; row level security decides. */

type SourceRow = Database['public']['Tables']['meeting_sources']['Row'];

export interface KeptSource {
  id: string;
  slug: string;
  name: string;
  fellowship: string;
  format: FeedFormat;
  /** May hold a key: it is for the form of whoever keeps it, and for nothing else. */
  url: string | null;
  timeZone: string;
  joinAfterPress: boolean;
  pausedAt: string | null;
  lastImportedAt: string | null;
  checkedAt: string | null;
  failingSince: string | null;
  failure: string | null;
  report: KeptReport | null;
}

const kept = (row: SourceRow): KeptSource => ({
  ...{ id: row.id, slug: row.slug, name: row.name, fellowship: row.fellowship },
  format: feedFormats.find((format) => format === row.format) ?? 'meeting-guide',
  ...{ url: row.url, timeZone: row.time_zone, joinAfterPress: row.join_after_press },
  ...{ pausedAt: row.paused_at, lastImportedAt: row.last_imported_at, checkedAt: row.checked_at },
  ...{ failingSince: row.failing_since, failure: row.failure },
  report: readReport(row.report),
});

/** One by its name in the address; null when there is none. Throws DatabaseUnavailable. */
export async function keptSource(database: OnwardDatabase, slug: string): Promise<KeptSource | null> {
  const [found] = rows(await database.from('meeting_sources').select('*').eq('slug', slug).limit(1));
  return found ? kept(found) : null;
}

/** How many listed meetings a source has. */
export async function listedOf(database: OnwardDatabase, slug: string): Promise<number> {
  const answer = await database
    .from('meetings')
    .select('id, source:meeting_sources!inner(slug)', { count: 'exact' })
    .eq('source.slug', slug)
    .eq('status', 'listed')
    .limit(1);
  rows(answer);
  return answer.count ?? 0;
}

export interface SourceColumns {
  name: string;
  fellowship: string;
  format: FeedFormat;
  url: string | null;
  time_zone: string;
  join_after_press: boolean;
}

/** Adds one and returns its name in the address. `id` is the form's own: sent twice it is one list. */
export async function addSource(
  database: OnwardDatabase,
  id: string,
  columns: SourceColumns,
): Promise<string> {
  const plain = slugOf(columns.name).slice(0, 70).replace(/-+$/, '') || 'list';
  return addNamed(
    // “new” stands beside the lists
    numbered(plain === 'new' ? 'new-list' : plain),
    async () => rows(await database.from('meeting_sources').select('slug').eq('id', id))[0]?.slug ?? null,
    (slug) =>
      database
        .from('meeting_sources')
        .insert({ ...columns, id, slug })
        .select('slug'),
  );
}

/** Changes one. Its name in the address stays. */
export async function saveSource(
  database: OnwardDatabase,
  id: string,
  columns: SourceColumns | { paused_at: string | null },
): Promise<void> {
  rows(await database.from('meeting_sources').update(columns).eq('id', id).select('id'));
}
