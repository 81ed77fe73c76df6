import * as z from 'zod';
import { isHeld } from '#platform/cached-answer.ts';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { securityHeaders } from '#platform/security-headers.ts';
import type { FileStore } from '#platform/file-store.ts';
import { readBytes } from './bytes.ts';
import { isImage } from './kinds.ts';
import { fileColumns, fileRow, type FileRow } from './published.ts';

/** How a file leaves our origin, for visitors and for staff. */

/** The answers of one resource's files have this tag at the CDN; all of them have `files` as well. */
export const filesTag = (resourceId: string): string => `files-${resourceId}`;

/** A file as whoever asks may see it; null when there is none for them. Throws DatabaseUnavailable. */
export async function fileToHandOut(
  database: OnwardDatabase,
  id: string | undefined,
): Promise<FileRow | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const answer = await database
    .from('attachments')
    .select(fileColumns)
    .eq('id', id ?? '')
    .limit(1);
  return z.array(fileRow).parse(rows(answer))[0] ?? null;
}

/**
 * The answer with a file. Its kind and name are ours; a browser is told not to guess another kind, to save documents
 * and not to open them, and to run nothing of what it shows. Null when the bytes are gone. `caching` says who may
 * keep it how long. Throws DatabaseUnavailable.
 */
export async function fileAnswer(
  files: FileStore,
  file: FileRow,
  request: Request,
  caching: Record<string, string>,
): Promise<Response | null> {
  const headers = {
    ...securityHeaders,
    'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'X-Robots-Tag': 'noindex',
    ETag: `"${file.sha256}"`,
    ...caching,
  };
  if (isHeld(request, headers.ETag)) return new Response(null, { status: 304, headers });
  const bytes = await readBytes(files, file.path);
  return (
    bytes &&
    new Response(request.method === 'HEAD' ? null : bytes, {
      headers: {
        ...headers,
        'Content-Type': file.type,
        'Content-Length': String(bytes.byteLength),
        'Content-Disposition': `${isImage(file.type) ? 'inline' : 'attachment'}; filename="${file.file_name}"`,
      },
    })
  );
}
