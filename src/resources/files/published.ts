import * as z from 'zod';
import { publicDatabase } from '#platform/database.ts';
import { everyRow } from '#platform/every-row.ts';
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

/**
 * The files of everything that is published, or of one resource alone, by the id of their resource and in their
 * order. A row that cannot be read is left out, as a resource is. Throws DatabaseUnavailable.
 */
export async function publishedFiles(only?: string): Promise<Map<string, ResourceFile[]>> {
  const files = new Map<string, ResourceFile[]>();
  const all = await everyRow((from, to) => {
    const query = publicDatabase().from('attachments').select(fileColumns);
    return (only === undefined ? query : query.eq('resource_id', only))
      .order('resource_id')
      .order('sort')
      .order('id')
      .range(from, to);
  });
  for (const found of all) {
    const { success, data } = fileRow.safeParse(found);
    if (success) files.set(data.resource_id, [...(files.get(data.resource_id) ?? []), asResourceFile(data)]);
  }
  return files;
}
