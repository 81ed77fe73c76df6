import type { OnwardDatabase } from '#platform/database.ts';
import { everyRow } from '#platform/every-row.ts';
import type { FeedTrouble } from '../feed-trouble.ts';
import type { FeedImport } from '../import/import-feed.ts';
import { toImportRow } from '../rows.ts';
import type { FeedFormat } from '../schema.ts';
import { bringIn } from '../sync/bring-in.ts';
import { formatOf } from './file-format.ts';
import type { KeptSource } from './kept-source.ts';

/** What a file would do to a list, row by row, before anything is changed. */

export interface DryRun {
  format: FeedFormat;
  feed: FeedImport;
  added: number;
  changed: number;
  unchanged: number;
  /** What the list has now and the file does not. */
  gone: { slug: string; name: string }[];
  /** More than half of the list would go: who brings it has to say that this is right. */
  shrinks: boolean;
}

export type DryRunOutcome = { run: DryRun; error: null } | { run: null; error: FeedTrouble };

const present = (database: OnwardDatabase, source: { id: string }) =>
  everyRow((from, to) =>
    database
      .from('meetings')
      .select('slug, name, status, source_key, content_hash')
      .eq('source_id', source.id)
      .order('id')
      .range(from, to),
  );

export async function dryRun(
  database: OnwardDatabase,
  source: KeptSource,
  text: string,
): Promise<DryRunOutcome> {
  const format = formatOf(text, source.format);
  const { feed, error } = await bringIn(text, { ...source, format }, null);
  if (error !== null) return { run: null, error };
  const before = new Map((await present(database, source)).map((row) => [row.source_key, row]));
  const now = feed.meetings.map(toImportRow);
  const keys = new Set(now.map((row) => row.source_key));
  const known = now.flatMap((row) => before.get(row.source_key) ?? []);
  const unchanged = now.filter(
    (row) =>
      before.get(row.source_key)?.content_hash === row.content_hash &&
      before.get(row.source_key)?.status === 'listed',
  ).length;
  const listed = [...before.values()].filter(({ status }) => status === 'listed');
  const gone = listed.filter(({ source_key }) => !keys.has(source_key));
  return {
    run: {
      format,
      feed,
      added: now.length - known.length,
      changed: known.length - unchanged,
      unchanged,
      gone: gone.map(({ slug, name }) => ({ slug, name })),
      shrinks: now.length * 2 < listed.length,
    },
    error: null,
  };
}

/** Brings the file in, as the person who says yes. */
export async function bringFileIn(
  database: OnwardDatabase,
  source: KeptSource,
  text: string,
  allowShrink: boolean,
): Promise<FeedTrouble | null> {
  const { joinAfterPress: _, ...known } = source;
  const format = formatOf(text, source.format);
  const { error } = await bringIn(text, { ...known, format }, database, allowShrink, 'staff');
  return error;
}
