import { Decrypter, Encrypter } from 'age-encryption';
import { createTarDecoder, createTarPacker } from 'modern-tar';
import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Unusable } from '../export/folder.ts';

/**
 * The file of a backup: a tar, gzipped, in the age format. Whoever has the key opens it with `age -d | tar xz`, with
 * nothing of ours. It is never written in clear, not in part either: it is a list of people who were in treatment.
 */

/** What closes a backup: a passphrase, or public keys whose holders open it. */
export type Lock = { passphrase: string } | { recipients: string[] };
/** What opens it again. */
export type Key = { passphrase: string } | { identity: string };

export interface Entry {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export class ArchiveWriter {
  readonly #tar = createTarPacker();
  readonly #written: Promise<void>;
  readonly #path: string;

  private constructor(path: string, lock: Lock, to: WritableStream<Uint8Array>) {
    this.#path = path;
    const packed = this.#tar.readable.pipeThrough(new CompressionStream('gzip'));
    this.#written = encrypter(lock)
      .encrypt(packed)
      .then((closed) => closed.pipeTo(to));
    // heard of by whoever adds next
    this.#written.catch(() => {});
  }

  /** A new file that only who runs the command may read. Throws {@link Unusable} when there is one of that name. */
  static async open(path: string, lock: Lock): Promise<ArchiveWriter> {
    const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') throw new Unusable(`“${path}” is there already. Name a new file.`);
      throw new Unusable(`“${path}” cannot be written (${error.code ?? error.name}).`);
    });
    const to = new WritableStream<Uint8Array>({
      write: async (bytes) => file.writeFile(bytes),
      close: async () => {
        // on the disk, not on its way there
        await file.sync();
        await file.close();
      },
      abort: () => file.close(),
    });
    return new ArchiveWriter(path, lock, to);
  }

  async add({ name, bytes }: Entry): Promise<void> {
    const body = this.#tar.controller.add({ name, size: bytes.byteLength, mode: 0o600 }).getWriter();
    const work = body.write(bytes).then(() => body.close());
    // a disk that is full ends the wait
    await Promise.race([work, this.#written.then(() => work)]);
  }

  async close(): Promise<void> {
    this.#tar.controller.finalize();
    await this.#written;
  }

  /** Leaves nothing behind that could be taken for a backup. */
  async giveUp(reason: unknown): Promise<void> {
    this.#tar.controller.error(reason);
    await this.#written.catch(() => {});
    await rm(this.#path, { force: true });
  }
}

function encrypter(lock: Lock): Encrypter {
  const encrypt = new Encrypter();
  if ('passphrase' in lock) encrypt.setPassphrase(lock.passphrase);
  else for (const recipient of lock.recipients) encrypt.addRecipient(recipient);
  return encrypt;
}

/** Everything in a backup, in its order. Throws {@link Unusable} as soon as something in it is not as it was written. */
export async function* readArchive(path: string, key: Key): AsyncGenerator<Entry> {
  const decrypt = new Decrypter();
  if ('passphrase' in key) decrypt.addPassphrase(key.passphrase);
  else decrypt.addIdentity(key.identity);
  const file = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
  const opened = await decrypt.decrypt(file).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error)
      throw new Unusable(`“${path}” cannot be read (${String(error.code)}).`);
    throw new Unusable(`“${path}” does not open with this passphrase or key, or is no backup.`);
  });
  try {
    const clear = opened as ReadableStream<Uint8Array<ArrayBuffer>>;
    const entries = clear
      .pipeThrough(new DecompressionStream('gzip'))
      .pipeThrough(createTarDecoder({ strict: true }));
    for await (const { header, body } of entries) {
      yield { name: header.name, bytes: new Uint8Array(await new Response(body as BodyInit).arrayBuffer()) };
    }
  } catch {
    throw new Unusable(`“${path}” was changed or cut short after it was made. Nothing of it was taken.`);
  }
}
