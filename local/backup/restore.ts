import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { TransactionSql } from 'postgres';
import { connectTo } from '../database/connect.ts';
import { Unusable } from '../export/folder.ts';
import { readArchive, type Entry, type Key } from './archive.ts';
import { head, manifest, type Head, type Manifest, type TableShape } from './manifest.ts';
import { countRows, intoTable, migrationsOf, shapes, spellAlike } from './rows.ts';
import type { Progress } from './take.ts';

/** Tables in which the migrations themselves write a row: those rows give way. A test compares with a new database. */
export const filledByMigrations = [
  '"public"."site_builds"',
  '"public"."site_settings"',
  '"public"."task_runs"',
];

/**
 * Puts the rows of a backup into a new database that has the same migrations and nothing else, with triggers off, and
 * compares every table with the backup. It happens whole or not at all. Files are not part of it (`restoreFiles`).
 * Throws Unusable.
 */
export async function restoreRows(
  path: string,
  into: string,
  key: Key,
  progress: Progress = () => {},
): Promise<{ head: Head; manifest: Manifest }> {
  const sql = connectTo(into);
  try {
    return await sql.begin(async (transaction) => {
      await spellAlike(transaction);
      // no trigger writes down, checks or counts a second time what it did when the row was written
      await transaction.unsafe('set local session_replication_role to replica');
      return await takeAll(readArchive(path, key), transaction, progress);
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const parsed = ({ bytes }: Entry): unknown => JSON.parse(new TextDecoder().decode(bytes));

async function takeAll(entries: AsyncGenerator<Entry>, sql: TransactionSql, progress: Progress) {
  const first = await entries.next();
  if (first.done || first.value.name !== 'head.json') throw new Unusable('This is no backup of Onward.');
  const begin = head.parse(parsed(first.value));
  await expectPlace(sql, begin);
  let end: Manifest | null = null;
  let open: { at: number; rows: Writable } | null = null;
  for await (const entry of entries) {
    const [folder, at] = entry.name.split('/');
    const table = folder === 'tables' ? begin.tables[Number(at)] : undefined;
    if (open && (!table || open.at !== Number(at))) open = await closed(open.rows);
    if (table) {
      open ??= { at: Number(at), rows: await intoTable(sql, table) };
      await write(open.rows, entry.bytes);
    } else if (entry.name === 'manifest.json') end = manifest.parse(parsed(entry));
  }
  if (end === null) throw new Unusable('The backup has no end. Nothing of it was taken.');
  for (const { name, value } of end.sequences) await sql`select setval(${name}::regclass, ${value}::bigint)`;
  await compare(sql, begin.tables, end, progress);
  return { head: begin, manifest: end };
}

async function closed(rows: Writable): Promise<null> {
  rows.end();
  await finished(rows);
  return null;
}

const write = (rows: Writable, bytes: Uint8Array) =>
  new Promise<void>((done, fail) => {
    rows.once('error', fail);
    rows.write(bytes, () => {
      rows.off('error', fail);
      done();
    });
  });

/** The same migrations, the same tables, and nobody there yet. Nobody else writes from here on. */
async function expectPlace(sql: TransactionSql, { migrations, tables }: Head): Promise<void> {
  const present = await migrationsOf(sql).catch(() => []);
  if (present.join() !== migrations.join()) {
    throw new Unusable(
      `The backup is of migration ${migrations.at(-1) ?? 'none'}, and the database is at ${present.at(-1) ?? 'none'}. ` +
        'Bring the database to that version first, with the migrations of the release that made the backup.',
    );
  }
  const here = new Map((await shapes(sql)).map((table) => [table.name, table]));
  for (const { name, columns } of tables) {
    const lacking = columns.filter((column) => !here.get(name)?.columns.includes(column));
    if (lacking.length > 0) throw new Unusable(`The database has no ${lacking.join(', ')} in ${name}.`);
  }
  await sql.unsafe(`lock table ${tables.map(({ name }) => name).join(', ')} in exclusive mode`);
  for (const { name } of tables) {
    if (filledByMigrations.includes(name)) await sql.unsafe(`delete from ${name}`);
    else if ((await sql.unsafe(`select from ${name} limit 1`)).count > 0) {
      throw new Unusable(`The database is not empty: there are rows in ${name}. Restore into a new one.`);
    }
  }
}

async function compare(
  sql: TransactionSql,
  tables: TableShape[],
  { tables: expected }: Manifest,
  progress: Progress,
) {
  for (const table of tables) {
    const is = await countRows(sql, table);
    const was = expected.find(({ name }) => name === table.name);
    if (is.rows !== was?.rows || is.sha256 !== was.sha256) {
      throw new Unusable(
        `${table.name} did not come back as it was: ${is.rows} rows of ${was?.rows ?? 0}. Nothing was kept.`,
      );
    }
    await progress(`${is.name}: ${is.rows}`);
  }
}
