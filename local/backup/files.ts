import { serviceFiles } from '#platform/file-store.ts';
import { putBytes, readBytes } from '#resources/files/bytes.ts';
import { Unusable } from '../export/folder.ts';
import { readArchive, type Key } from './archive.ts';
import { head, type Head } from './manifest.ts';

/**
 * Puts the files of a backup into the Storage of the project that the environment names, after its rows. What is there
 * already stays, so it can be run again. Returns how many are there now. Throws Unusable and DatabaseUnavailable.
 */
export async function restoreFiles(path: string, key: Key): Promise<number> {
  const store = serviceFiles({ timeLimit: 60_000 });
  let types = new Map<string, string>();
  let there = 0;
  for await (const { name, bytes } of readArchive(path, key)) {
    if (name === 'head.json') types = typesIn(head.parse(JSON.parse(new TextDecoder().decode(bytes))));
    if (!name.startsWith('files/')) continue;
    const at = name.slice('files/'.length);
    const put = await putBytes(store, at, Buffer.from(bytes), types.get(at) ?? 'application/octet-stream');
    const present = put ? bytes : await readBytes(store, at);
    if (present === null || Buffer.compare(present, bytes) !== 0) {
      throw new Unusable(`The file ${at} could not be put into Storage. Its rows have to be there first.`);
    }
    there++;
  }
  return there;
}

const typesIn = ({ files }: Head) => new Map(files.map(({ path, type }) => [path, type]));
