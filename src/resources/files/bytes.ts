import { DatabaseUnavailable } from '#platform/database.ts';
import type { FileStore } from '#platform/file-store.ts';

/** The bytes of files, in the bucket "attachments" of Storage. Whose they are and who has them, its policies say. */

const bucketName = 'attachments';

interface StorageTrouble {
  name: string;
  status?: number | undefined;
  statusCode?: string | undefined;
}

/** Away, or a plain Error with the status alone. */
function trouble(error: StorageTrouble): Error {
  const status = Number(error.status ?? 0);
  return status === 0 || status >= 500 ? new DatabaseUnavailable() : new Error(`Storage error ${status}`);
}

/** Puts a file where nothing lies yet. False when that is not allowed. Throws DatabaseUnavailable. */
export async function putBytes(
  files: FileStore,
  path: string,
  bytes: Buffer,
  type: string,
): Promise<boolean> {
  const { error } = await files.storage.from(bucketName).upload(path, bytes, { contentType: type });
  const problem = error && trouble(error);
  if (problem instanceof DatabaseUnavailable) throw problem;
  return problem === null;
}

/** The bytes of a file as whoever asks may have them; null when there are none for them. Throws DatabaseUnavailable. */
export async function readBytes(files: FileStore, path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const { data, error } = await files.storage.from(bucketName).download(path);
  if (!error) return new Uint8Array(await data.arrayBuffer());
  const problem = trouble(error);
  if (problem instanceof DatabaseUnavailable) throw problem;
  return null;
}

/** Takes files out, as many as whoever asks may take. Throws DatabaseUnavailable. */
export async function takeBytesOut(files: FileStore, paths: string[]): Promise<void> {
  const { error } = await files.storage.from(bucketName).remove(paths);
  if (error) throw trouble(error);
}
