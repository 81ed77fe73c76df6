import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Path from the root of the project → text. */
export type SourceFiles = Map<string, string>;

/** Every file under the folders (or the file itself) whose name passes, with its text. */
export async function readFiles(folders: string[], accepts: RegExp): Promise<SourceFiles> {
  const files: SourceFiles = new Map();
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && accepts.test(path)) files.set(path, await readFile(path, 'utf8'));
    }
  }
  return files;
}
