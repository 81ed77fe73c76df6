import { safeTable } from '#platform/safe-table.ts';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { pageSize } from '#platform/every-row.ts';
import type { Folder } from './folder.ts';
import type { ExportedTable, TableName } from './tables.ts';

/** Tables as files: CSV for people, JSON lines for programs. */

export type Row = Record<string, unknown>;

/** Every row of a table in pages, in the order of its key. Throws DatabaseUnavailable. */
export async function* pagesOf(
  database: OnwardDatabase,
  { name, key }: ExportedTable,
): AsyncGenerator<Row[]> {
  for (let from = 0; ; from += pageSize) {
    let asked = database.from(name as 'meetings').select('*');
    for (const column of key) asked = asked.order(column as 'id');
    const page = rows(await asked.range(from, from + pageSize - 1)) as Row[];
    if (page.length > 0) yield page;
    if (page.length < pageSize) return;
  }
}

export async function countOf(database: OnwardDatabase, name: TableName): Promise<number> {
  const answer = await database
    .from(name as 'meetings')
    .select('*', { count: 'exact' })
    .limit(1);
  rows(answer);
  return answer.count ?? 0;
}

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
};

/** Writes pages as `<name>.csv` and `<name>.jsonl` and returns how many rows there were. */
export async function writeRows(
  folder: Folder,
  name: string,
  pages: AsyncIterable<Row[]> | Iterable<Row[]>,
): Promise<number> {
  let count = 0;
  let columns: string[] = [];
  for await (const page of pages) {
    const head = columns.length === 0;
    if (head) columns = Object.keys(page[0] ?? {});
    const lines = page.map((row) => columns.map((column) => cell(row[column])));
    const table = safeTable(head ? [columns, ...lines] : lines);
    // the mark of UTF-8 stands once
    await folder.append(`${name}.csv`, head ? table : table.replace(/^\uFEFF/, ''));
    await folder.append(`${name}.jsonl`, `${page.map((row) => JSON.stringify(row)).join('\n')}\n`);
    count += page.length;
  }
  if (count === 0) {
    await folder.write(`${name}.csv`, '');
    await folder.write(`${name}.jsonl`, '');
  }
  return count;
}
