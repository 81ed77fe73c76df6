import type { OnwardDatabase } from '#platform/database.ts';
import type { FileStore } from '#platform/file-store.ts';
import type { Folder } from './folder.ts';
import { pagesOf } from './row-files.ts';
import { exportedTables } from './tables.ts';

const table = exportedTables.find(({ name }) => name === 'attachments');

/** The files that go with resources, out of Storage. Returns how many came, and what did not. */
export async function writeAttachments(
  folder: Folder,
  database: OnwardDatabase,
  files: FileStore,
): Promise<{ written: number; missing: string[] }> {
  const missing: string[] = [];
  let written = 0;
  for await (const page of table ? pagesOf(database, table) : []) {
    for (const row of page as { id: string; path: string; file_name: string }[]) {
      const { data, error } = await files.storage.from('attachments').download(row.path);
      if (error) missing.push(`${row.file_name} (${row.id})`);
      else {
        await folder.write(`files/${row.id}/${row.file_name}`, new Uint8Array(await data.arrayBuffer()));
        written++;
      }
    }
  }
  return { written, missing };
}
