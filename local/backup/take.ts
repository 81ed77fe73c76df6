import type { TransactionSql } from 'postgres';
import * as z from 'zod';
import { systemClock } from '#platform/clock.ts';
import { serviceFiles } from '#platform/file-store.ts';
import { keyedHash } from '#platform/tokens.ts';
import { readBytes } from '#resources/files/bytes.ts';
import { connectTo } from '../database/connect.ts';
import { ArchiveWriter, type Lock } from './archive.ts';
import type { CountedTable, Head, Manifest } from './manifest.ts';
import { migrationsOf, rowsOf, shapes, spellAlike } from './rows.ts';

/** Hears of each table when its rows were read; waited for, so that a test can write meanwhile. */
export type Progress = (line: string) => void | Promise<void>;

/** What of TOKEN_SECRET a backup knows: enough to tell whether another is the same. */
export const linksMark = (madeAt: string): string => keyedHash('backup', madeAt);

const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value, null, 1));

/**
 * Writes everything a project holds into one closed file: the rows of all tables as they were at one moment, whoever
 * writes meanwhile, the accounts, and the files of resources from Storage. Throws Unusable; after a failure there is
 * no file.
 */
export async function takeBackup(
  path: string,
  from: string,
  lock: Lock,
  progress: Progress = () => {},
): Promise<Manifest> {
  const archive = await ArchiveWriter.open(path, lock);
  const sql = connectTo(from);
  try {
    const manifest = await sql.begin('isolation level repeatable read read only', (transaction) =>
      writeAll(archive, transaction, progress),
    );
    await archive.add({ name: 'manifest.json', bytes: json(manifest) });
    await archive.close();
    return manifest;
  } catch (error) {
    await archive.giveUp(error);
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function writeAll(archive: ArchiveWriter, sql: TransactionSql, progress: Progress): Promise<Manifest> {
  await spellAlike(sql);
  const madeAt = systemClock().toString({ smallestUnit: 'second' });
  const files = z
    .array(z.object({ path: z.string(), type: z.string() }))
    .parse([...(await sql`select path, type from public.attachments order by path`)]);
  const tables = await shapes(sql);
  const head: Head = {
    format: 'onward-backup-1',
    ...{ madeAt, migrations: await migrationsOf(sql), tables, files, links: linksMark(madeAt) },
  };
  await archive.add({ name: 'head.json', bytes: json(head) });
  const counted: CountedTable[] = [];
  for (const [at, table] of tables.entries()) {
    const pieces = rowsOf(sql, table);
    for (let part = 0; ; part++) {
      const { done, value } = await pieces.next();
      if (done) {
        counted.push(value);
        await progress(`${value.name}: ${value.rows}`);
        break;
      }
      await archive.add({ name: `tables/${at}/${part}`, bytes: value });
    }
  }
  return { tables: counted, sequences: await sequencesOf(sql), ...(await writeFiles(archive, files)) };
}

/** Where the numbering of rows stands, at least as far as the rows above. */
async function sequencesOf(sql: TransactionSql): Promise<Manifest['sequences']> {
  const found = await sql`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as value from pg_sequences
    where schemaname in ('public', 'private') and last_value is not null order by 1`;
  return z.array(z.object({ name: z.string(), value: z.string() })).parse([...found]);
}

async function writeFiles(
  archive: ArchiveWriter,
  files: Head['files'],
): Promise<Pick<Manifest, 'files' | 'missing'>> {
  const missing: string[] = [];
  for (const { path } of files) {
    const bytes = await readBytes(serviceFiles({ timeLimit: 60_000 }), path);
    if (bytes === null) missing.push(path);
    else await archive.add({ name: `files/${path}`, bytes });
  }
  return { files: files.length - missing.length, missing };
}
