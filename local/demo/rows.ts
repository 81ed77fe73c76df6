import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { everyRow } from '#platform/every-row.ts';

/**
 * Which rows of a database are the demo organisation's. A row counts as made up only while it is word for word
 * what supabase/seed/ wrote: whoever wrote over one made it theirs.
 */

export const demoTables = [
  'events',
  'programs',
  'cohorts',
  'meetings',
  'meeting_sources',
  'resources',
] as const;
export type DemoTable = (typeof demoTables)[number];

/** The words of a row, none of which depends on the day it was seeded. */
const words: Record<DemoTable, string[]> = {
  events: ['title', 'summary', 'description', 'place_name', 'address'],
  programs: ['title', 'summary', 'level', 'week'],
  cohorts: ['place_name', 'led_by', 'start_time', 'end_time'],
  meetings: ['name', 'notes', 'location', 'address', 'join_url', 'join_phone', 'facilitator_first_name'],
  meeting_sources: ['name', 'url'],
  resources: ['title', 'summary', 'body'],
};

export const demoSeries = { title: 'Tuesday supper', rule: 'FREQ=WEEKLY;BYDAY=TU' };
export const demoDomain = 'juniperhollow.example';

export interface DemoRow {
  id: string;
  slug: string;
}
export interface DemoRows {
  /** Word for word as seeded. */
  found: Record<DemoTable, DemoRow[]>;
  /** At an address of the demo's, with other words by now. */
  changed: Record<DemoTable, DemoRow[]>;
  series: string[];
  /** `userId` of the demo's staff. */
  staff: string[];
}

/** `tuesday-supper-2026-12-01` is one date of a series, which has as many as it is old. */
const undated = (slug: string) => slug.replace(/-\d{4}-\d{2}-\d{2}$/, '-*');

const row = z.looseObject({ id: z.string(), slug: z.string().nullable() });
type Row = z.infer<typeof row>;

/** What stands for the words of a row in seeded.json. */
const fingerprint = (table: DemoTable, found: Row): string =>
  createHash('sha256')
    .update(JSON.stringify(words[table].map((column) => found[column] ?? null)))
    .digest('hex')
    .slice(0, 16);

const seeded = z
  .partialRecord(z.enum(demoTables), z.record(z.string(), z.string()))
  .parse(JSON.parse(readFileSync(new URL('./seeded.json', import.meta.url), 'utf8')));

async function rowsOf(database: OnwardDatabase, table: DemoTable): Promise<Row[]> {
  const columns = ['id', 'slug', ...words[table]].join(', ');
  const all = await everyRow((from, to) =>
    database
      .from(table as 'events')
      .select(columns)
      .order('id')
      .range(from, to),
  );
  return z.array(row).parse(all);
}

/** Address and fingerprint of every row of a table: what seeded.json holds, for a database that was only seeded. */
export async function fingerprints(
  database: OnwardDatabase,
  table: DemoTable,
): Promise<Record<string, string>> {
  const found = (await rowsOf(database, table)).map(
    (one) => [undated(one.slug ?? ''), fingerprint(table, one)] as const,
  );
  return Object.fromEntries(found.toSorted(([a], [b]) => a.localeCompare(b)));
}

/** Reads, changes nothing. Throws DatabaseUnavailable. */
export async function findDemo(database: OnwardDatabase): Promise<DemoRows> {
  const none = () =>
    Object.fromEntries(demoTables.map((table) => [table, [] as DemoRow[]])) as DemoRows['found'];
  const demo: DemoRows = { found: none(), changed: none(), series: [], staff: [] };
  for (const table of demoTables) {
    for (const one of await rowsOf(database, table)) {
      const slug = one.slug ?? '';
      const known = seeded[table]?.[undated(slug)];
      if (known)
        demo[known === fingerprint(table, one) ? 'found' : 'changed'][table].push({ id: one.id, slug });
    }
  }
  const series = await database.from('event_series').select('id').match(demoSeries);
  demo.series = rows(series).map(({ id }) => id);
  const staff = await database.from('staff').select('user_id').like('email', `%@${demoDomain}`);
  demo.staff = rows(staff).map(({ user_id }) => user_id);
  return demo;
}

/** How many rows are the demo's, word for word. */
export const countOfDemo = ({ found, series, staff }: DemoRows): number =>
  demoTables.reduce((sum, table) => sum + found[table].length, series.length + staff.length);
