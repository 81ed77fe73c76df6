import { inflateRawSync } from 'node:zlib';

/** A part of a ZIP as its directory at the end lists it, and as a word processor finds it. */
export interface ZipPart {
  name: string;
  /** Bytes it unpacks to, by its own word. */
  size: number;
  /** Unpacks it. Throws {@link ZipBroken} when it holds more or less than it says. */
  bytes(): Buffer;
}

export class ZipBroken extends Error {
  override name = 'ZipBroken';
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const mostParts = 2000;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The parts of a ZIP, without unpacking one. Strict where readers differ from each other, since such files are made
 * to be read in two ways: the directory ends at the last byte and names every part once, parts lie inside the file
 * and do not overlap, and each says at its place what the directory says. Nothing of the lengths that a file states
 * is believed when it is unpacked. Throws {@link ZipBroken}.
 */
export function zipParts(file: Buffer): ZipPart[] {
  try {
    const end = file.length - 22;
    const here = (holds: boolean) => {
      if (!holds) throw new ZipBroken();
    };
    here(end >= 0 && file.readUInt32LE(end) === endSignature && file.readUInt16LE(end + 20) === 0);
    const count = file.readUInt16LE(end + 10);
    here(count <= mostParts && count === file.readUInt16LE(end + 8) && file.readUInt32LE(end + 4) === 0);
    let at = file.readUInt32LE(end + 16);
    here(at + file.readUInt32LE(end + 12) === end);
    const parts = Array.from({ length: count }, () => {
      here(file.readUInt32LE(at) === entrySignature);
      const listed = readPart(file, at);
      at = listed.next;
      return listed;
    });
    here(at === end);
    here(new Set(parts.map(({ name }) => name.toLowerCase())).size === count);
    const places = parts.map(({ from, to }) => ({ from, to })).sort((a, b) => a.from - b.from);
    here(places.every(({ to }, index) => to <= (places[index + 1]?.from ?? end)));
    return parts;
  } catch {
    // a length that leads out of the file is as broken as one that does not fit
    throw new ZipBroken();
  }
}

function readPart(file: Buffer, at: number): ZipPart & { from: number; to: number; next: number } {
  const flags = file.readUInt16LE(at + 8);
  const method = file.readUInt16LE(at + 10);
  const [packed, size] = [file.readUInt32LE(at + 20), file.readUInt32LE(at + 24)];
  const nameLength = file.readUInt16LE(at + 28);
  const rawName = file.subarray(at + 46, at + 46 + nameLength);
  const from = file.readUInt32LE(at + 42);
  const local = from + 30;
  const localName = file.subarray(local, local + file.readUInt16LE(from + 26));
  const start = local + file.readUInt16LE(from + 26) + file.readUInt16LE(from + 28);
  const to = start + packed;
  const encrypted = (flags & 1) === 1;
  if (
    encrypted ||
    (method !== 0 && method !== 8) ||
    (method === 0 && packed !== size) ||
    file.readUInt32LE(from) !== localSignature ||
    file.readUInt16LE(from + 8) !== method ||
    !localName.equals(rawName) ||
    to > file.length
  ) {
    throw new ZipBroken();
  }
  const content = file.subarray(start, to);
  return {
    name: utf8.decode(rawName),
    size,
    bytes: () => (method === 0 ? content : unpacked(content, size)),
    from,
    to,
    next: at + 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32),
  };
}

function unpacked(content: Buffer, size: number): Buffer {
  try {
    const bytes = inflateRawSync(content, { maxOutputLength: Math.max(size, 1) });
    if (bytes.length === size) return bytes;
  } catch {
    // damaged, or longer than it says
  }
  throw new ZipBroken();
}
