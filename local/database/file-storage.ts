import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Where the local Storage keeps what was uploaded: files in a folder, or in memory where there is none. The
 * database knows what they are; who may have them, its policies say.
 */
export function fileStorage(folder: string | null) {
  const memory = new Map<string, Buffer>();
  const at = (bucket: string, key: string) => {
    const path = join(bucket, key);
    if (path.split('/').includes('..')) throw new Error('A key of Storage stays in its bucket');
    return folder === null ? path : join(folder, path);
  };
  const read = async (path: string): Promise<Buffer> => {
    const kept = folder === null ? memory.get(path) : await readFile(path);
    if (!kept) throw new Error('There is no such file');
    return kept;
  };
  const write = async (path: string, bytes: Buffer) => {
    if (folder === null) return void memory.set(path, bytes);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  };
  const remove = async (path: string) => {
    if (folder === null) memory.delete(path);
    else await rm(path, { force: true });
  };
  const about = async (path: string, bytes: Buffer) => ({
    cacheControl: 'no-cache',
    contentLength: bytes.byteLength,
    size: bytes.byteLength,
    mimetype: 'application/octet-stream',
    lastModified: folder === null ? new Date(0) : (await stat(path)).mtime,
    eTag: `"${createHash('md5').update(bytes).digest('hex')}"`,
    httpStatusCode: 200,
  });

  return {
    driver: null,
    async getObject(bucket: string, key: string) {
      const path = at(bucket, key);
      const body = await read(path);
      return { metadata: await about(path, body), httpStatusCode: 200, body };
    },
    async uploadObject(
      bucket: string,
      key: string,
      _version: string | undefined,
      body: unknown,
      type: string,
    ) {
      const path = at(bucket, key);
      const bytes = Buffer.from(await new Response(body as BodyInit).arrayBuffer());
      await write(path, bytes);
      return { ...(await about(path, bytes)), mimetype: type };
    },
    deleteObject: (bucket: string, key: string) => remove(at(bucket, key)),
    async deleteObjects(bucket: string, keys: string[]) {
      for (const key of keys) await remove(at(bucket, key));
    },
    async copyObject(from: string, key: string, _version: string | undefined, to: string, copy: string) {
      const bytes = await read(at(from, key));
      await write(at(to, copy), bytes);
      return await about(at(to, copy), bytes);
    },
    async headObject(bucket: string, key: string) {
      const path = at(bucket, key);
      return about(path, await read(path));
    },
    privateAssetUrl: (bucket: string, key: string) => Promise.resolve(`file:${at(bucket, key)}`),
  };
}
