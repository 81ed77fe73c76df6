import { createHash } from 'node:crypto';
import type { Sql, TransactionSql } from 'postgres';
import * as z from 'zod';
import type { CountedTable, TableShape } from './manifest.ts';

/** Tables as COPY writes and reads them, in an order and a spelling that are the same wherever they are. */

/** Of other schemas than ours: accounts, with how people sign in. Sessions are not taken: people sign in anew. */
const accounts = ['users', 'identities', 'mfa_factors'];

/** For this transaction: values are spelled alike on every server, and a row that may not be seen is an error, not left out. */
export const spellAlike = (transaction: TransactionSql) =>
  transaction
    .unsafe(
      `
    set local timezone to 'UTC'; set local datestyle to 'ISO, YMD'; set local intervalstyle to 'postgres';
    set local extra_float_digits to 1; set local bytea_output to 'hex'; set local row_security to off;
    set local statement_timeout to 0; set local idle_in_transaction_session_timeout to 0`,
    )
    .simple();

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const list = (columns: string[]) => columns.map(quoted).join(', ');

const found = z.object({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  key: z.array(z.string()),
});

/** Every table that a backup holds, by name. What a database computes itself is no column of it. */
export async function shapes(sql: TransactionSql): Promise<TableShape[]> {
  const tables = await sql`
    select nspname as schema, relname as name, to_jsonb(columns) as columns,
      coalesce((
        select jsonb_agg(attname order by place)
        from pg_index, unnest(indkey) with ordinality as part (number, place)
        join pg_attribute on attrelid = pg_class.oid and attnum = part.number
        where indrelid = pg_class.oid and indisprimary
      ), to_jsonb(columns)) as key
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace, lateral (
      select array_agg(attname order by attnum) as columns from pg_attribute
      where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
    ) as having_columns
    where relkind = 'r' and (nspname in ('public', 'private') or (nspname = 'auth' and relname in ${sql(accounts)}))
    order by nspname collate "C", relname collate "C"`;
  return tables.map((row) => {
    const { schema, name, ...rest } = found.parse(row);
    return { name: `${quoted(schema)}.${quoted(name)}`, ...rest };
  });
}

/** The rows of a table as text, in pieces of about a megabyte, and at the end what they came to. */
export async function* rowsOf(
  sql: TransactionSql,
  { name, columns, key }: TableShape,
): AsyncGenerator<Uint8Array<ArrayBuffer>, CountedTable> {
  const inOrder = `select ${list(columns)} from ${name} order by row(${list(key)})::text collate "C"`;
  const hash = createHash('sha256');
  let rows = 0;
  let kept: Buffer[] = [];
  let size = 0;
  for await (const line of await sql.unsafe(`copy (${inOrder}) to stdout`).readable()) {
    const bytes = line as Buffer;
    hash.update(bytes);
    // COPY writes a line break inside of a value as \n: each that is one ends a row
    for (const byte of bytes) if (byte === 10) rows++;
    kept.push(bytes);
    if ((size += bytes.length) < 1024 * 1024) continue;
    yield new Uint8Array(Buffer.concat(kept));
    [kept, size] = [[], 0];
  }
  if (size > 0) yield new Uint8Array(Buffer.concat(kept));
  return { name, rows, sha256: hash.digest('hex') };
}

/** What the rows of a table come to. */
export async function countRows(sql: TransactionSql, table: TableShape): Promise<CountedTable> {
  const pieces = rowsOf(sql, table);
  for (;;) {
    const { done, value } = await pieces.next();
    if (done) return value;
  }
}

/** A stream into a table, for what {@link rowsOf} gave. Its end is what says that the server took them. */
export const intoTable = (sql: TransactionSql, { name, columns }: TableShape) =>
  sql.unsafe(`copy ${name} (${list(columns)}) from stdin`).writable();

export const migrationsOf = async (sql: Sql | TransactionSql): Promise<string[]> =>
  (await sql`select version from supabase_migrations.schema_migrations order by version`).map((row) =>
    z.string().parse(row['version']),
  );
