import * as z from 'zod';
import { publicDatabase, rows } from '#platform/database.ts';
import { fileTypes, type FileType } from './kinds.ts';

/** A file that goes with a resource, as a page shows it. */
export interface ResourceFile {
  id: string;
  /** What a visitor saves it as, with its ending. */
  fileName: string;
  /** What it is, in words. */
  label: string;
  type: FileType;
  /** Bytes. */
  size: number;
  /** Pixels, of an image. */
  width?: number;
  height?: number;
  href: string;
}

/** The columns of a {@link fileRow}, as a query asks for them. */
export const fileColumns = 'id, resource_id, file_name, label, type, size, width, height, sha256, path, sort';

export const fileRow = z.object({
  id: z.uuid(),
  resource_id: z.uuid(),
  file_name: z.string(),
  label: z.string(),
  type: z.enum(fileTypes),
  size: z.int(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  sha256: z.string(),
  path: z.string(),
  sort: z.int(),
});
export type FileRow = z.infer<typeof fileRow>;

/** A row as a page shows it, at the address that visitors have it by unless said. */
export const asResourceFile = (row: FileRow, href = `/files/${row.id}/${row.file_name}`): ResourceFile => ({
  id: row.id,
  fileName: row.file_name,
  label: row.label,
  type: row.type,
  size: row.size,
  ...(row.width !== null && row.height !== null && { width: row.width, height: row.height }),
  href,
});

/** As many rows as one request of a hosted database gives at the most. */
const pageSize = 1000;

/**
 * The files of everything that is published, or of one resource alone, by the id of their resource and in their
 * order. A row that cannot be read is left out, as a resource is. Throws DatabaseUnavailable.
 */
export async function publishedFiles(only?: string): Promise<Map<string, ResourceFile[]>> {
  const files = new Map<string, ResourceFile[]>();
  for (let from = 0; ; from += pageSize) {
    const query = publicDatabase().from('attachments').select(fileColumns);
    const page = rows(
      await (only === undefined ? query : query.eq('resource_id', only))
        .order('resource_id')
        .order('sort')
        .order('id')
        .range(from, from + pageSize - 1),
    );
    for (const found of page) {
      const { success, data } = fileRow.safeParse(found);
      if (success)
        files.set(data.resource_id, [...(files.get(data.resource_id) ?? []), asResourceFile(data)]);
    }
    if (page.length < pageSize) return files;
  }
}
