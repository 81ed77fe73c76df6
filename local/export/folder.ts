import { appendFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What cannot be done, said to whoever types the command. */
export class Unusable extends Error {}

/** The folder everything goes into. Only who runs the command may read what is in it. */
export class Folder {
  readonly path: string;
  readonly files: string[] = [];

  private constructor(path: string) {
    this.path = path;
  }

  /** Makes the folder. Throws {@link Unusable} when there is something in it. */
  static async open(path: string): Promise<Folder> {
    await mkdir(path, { recursive: true, mode: 0o700 });
    const present = await readdir(path).catch(() => null);
    if (present === null) throw new Unusable(`“${path}” is not a folder.`);
    if (present.length > 0)
      throw new Unusable(`“${path}” is not empty. Name a new folder, so that nothing is mixed up.`);
    return new Folder(path);
  }

  async write(name: string, content: string | Uint8Array): Promise<void> {
    await this.#prepare(name);
    await writeFile(join(this.path, name), content, { mode: 0o600, flag: 'wx' });
  }

  /** Adds to a file, which is made at the first piece. */
  async append(name: string, content: string): Promise<void> {
    if (!this.files.includes(name)) await this.#prepare(name);
    await appendFile(join(this.path, name), content, { mode: 0o600 });
  }

  async #prepare(name: string) {
    await mkdir(dirname(join(this.path, name)), { recursive: true, mode: 0o700 });
    this.files.push(name);
  }
}
