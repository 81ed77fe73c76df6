import type { EmbeddedSupabase } from '../../local/database/supabase.ts';

/** Every row of a database, as a copy of it would hold it. */

export interface Row {
  /** As `public.rsvps`. */
  table: string;
  /** The values of its primary key. */
  key: string;
  columns: Record<string, unknown>;
}
export type Rows = Map<string, Row>;

interface Table {
  table: string;
  key: string;
}

/** Every row of every table in these schemas, in one moment, by table and key. */
export async function allRows(
  { query }: Pick<EmbeddedSupabase, 'query'>,
  schemas = ['public', 'auth', 'storage'],
): Promise<Rows> {
  const tables = await query<Table & Record<string, unknown>>(`
    select format('%I.%I', nspname, relname) as table, coalesce((
      select string_agg(format('line.%I::text', attname), ' || '','' || ' order by attnum)
      from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
      where indrelid = pg_class.oid and indisprimary
    ), 'line::text') as key
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'p') and nspname in (${schemas.map((schema) => `'${schema}'`).join(', ')})`);
  const lines = await query<Row & Record<string, unknown>>(
    tables
      .map(
        ({ table, key }) =>
          `select '${table}' as table, ${key} as key, to_jsonb(line) as columns from ${table} line`,
      )
      .join(' union all '),
  );
  return new Map(lines.map(({ table, key, columns }) => [`${table} ${key}`, { table, key, columns }]));
}

export interface Difference {
  gone: string[];
  added: string[];
  /** As "public.rsvps key: food", a line for each column. */
  changed: string[];
}

export function difference(before: Rows, after: Rows): Difference {
  return {
    gone: [...before.keys()].filter((key) => !after.has(key)).sort(),
    added: [...after.keys()].filter((key) => !before.has(key)).sort(),
    changed: [...before]
      .flatMap(([key, { columns }]) => {
        const now = after.get(key)?.columns ?? columns;
        return Object.keys(columns)
          .filter((column) => JSON.stringify(columns[column]) !== JSON.stringify(now[column]))
          .map((column) => `${key}: ${column}`);
      })
      .sort(),
  };
}
