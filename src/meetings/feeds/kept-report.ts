import * as z from 'zod';
import { rows, type Json, type OnwardDatabase } from '#platform/database.ts';
import type { FeedImport } from '../import/import-feed.ts';
import type { RowOutcome, RowReport } from '../import/ledger.ts';
import { tally, type ImportCounts } from '../import/report.ts';

/** What became of the rows of a list when it was read last, as it stays with the source. */

/** As many rows of each kind are kept, the first ones; the counts are of all. */
export const mostRows = 200;
const longestText = 600;

const row = z.object({
  row: z.number(),
  name: z.string(),
  outcome: z.enum(['kept', 'repaired', 'dropped']),
  said: z.string(),
});
/** One row: what was repaired, or why it was dropped, in one text. */
export type ReportLine = z.infer<typeof row>;

const report = z.object({
  at: z.string(),
  kept: z.number(),
  repaired: z.number(),
  dropped: z.number(),
  meetings: z.number(),
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  gone: z.number(),
  rows: z.array(row),
});
export type KeptReport = z.infer<typeof report>;

// what no jsonb takes, and what would be half a character
const storable = (text: string) => text.replaceAll('\0', '').slice(0, longestText).toWellFormed();

/** Rows as lines, those of one outcome, so many at most. */
export const linesOf = (rowReports: RowReport[], outcome: RowOutcome, most = mostRows): ReportLine[] =>
  rowReports
    .filter((one) => one.outcome === outcome)
    .slice(0, most)
    .map(({ row: number, name, changes, remarks }) => ({
      row: number,
      name: storable(name),
      outcome,
      said: storable([...changes, ...remarks].join('; ')),
    }));

/** The report of one reading, small enough to stay. `at`: an instant. */
export const shortReport = (
  { rows: all, meetings }: FeedImport,
  { added, changed, unchanged, gone }: Omit<ImportCounts, 'conflicts'>,
  at: string,
): KeptReport => ({
  at,
  ...tally(all),
  ...{ meetings: meetings.length, added, changed, unchanged, gone },
  rows: [...linesOf(all, 'dropped'), ...linesOf(all, 'repaired')],
});

/** Leaves it with its source, in place of the last one. Throws DatabaseUnavailable. */
export async function keepReport(
  database: OnwardDatabase,
  source: { id?: string; slug: string },
  feed: FeedImport,
  counts: ImportCounts,
): Promise<void> {
  const kept = shortReport(feed, counts, new Date().toISOString()) as unknown as Json;
  const change = database.from('meeting_sources').update({ report: kept });
  rows(await (source.id ? change.eq('id', source.id) : change.eq('slug', source.slug)).select('id'));
}

/** As the database has it; null when there is none that this version can read. */
export const readReport = (found: unknown): KeptReport | null => report.safeParse(found).data ?? null;
