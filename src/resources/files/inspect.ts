import { fileTypeFromBuffer } from 'file-type';
import { createHash } from 'node:crypto';
import { refuseWord } from './docx.ts';
import { redrawn } from './image.ts';
import { fileTypes, isImage, type FileType } from './kinds.ts';
import { refusePdf } from './pdf.ts';
import type { FileRefusal } from './refusals.ts';

/** A file as it may be kept: an image is not the one that was sent, but one drawn from it. */
export interface InspectedFile {
  type: FileType;
  bytes: Buffer;
  /** Of `bytes`, in hex. */
  sha256: string;
  /** Pixels, of an image. */
  width: number | null;
  height: number | null;
}

/** Bytes of the largest file that is taken: with the form around it, what Netlify hands to a function (decision 031). */
export const largestFile = 4 * 1024 * 1024;

/**
 * What a file is, by its bytes alone: its name and what the browser says of it decide nothing. It is of one of five
 * kinds and does nothing by itself, or it is refused with a reason. Never throws for what a file holds.
 */
export async function inspect(
  file: Buffer,
): Promise<{ data: InspectedFile; error: null } | { data: null; error: FileRefusal }> {
  const refused = (error: FileRefusal) => ({ data: null, error }) as const;
  if (file.length === 0) return refused('empty');
  if (file.length > largestFile) return refused('too-large');
  const type = await typeOf(file);
  if (!isFileType(type)) return refused(type);
  const kept = isImage(type)
    ? await redrawn(file, type)
    : (documentRefusal(file, type) ?? { bytes: file, width: null, height: null });
  if (typeof kept === 'string') return refused(kept);
  return {
    data: { type, ...kept, sha256: createHash('sha256').update(kept.bytes).digest('hex') },
    error: null,
  };
}

const isFileType = (type: string): type is FileType => fileTypes.some((known) => known === type);

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const documentRefusal = (file: Buffer, type: FileType) =>
  type === word ? refuseWord(file) : refusePdf(file);

const refusedTypes: Record<string, FileRefusal> = {
  'image/svg+xml': 'svg',
  'image/gif': 'moving',
  'image/apng': 'moving',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'image/heic-sequence': 'heic',
  'image/avif': 'other',
  'application/x-msdownload': 'program',
  'application/x-elf': 'program',
  'application/x-mach-binary': 'program',
  'application/java-vm': 'program',
  'application/x-cfb': 'old-word',
};

async function typeOf(file: Buffer): Promise<FileType | FileRefusal> {
  // its own reader is strict; that of the library looks into a ZIP on its own account
  if (file.subarray(0, 2).toString('latin1') === 'PK') return word;
  const opening = file.subarray(0, 4096).toString('latin1').toLowerCase();
  const found = await fileTypeFromBuffer(file).catch(() => undefined);
  if (found && isFileType(found.mime)) return found.mime;
  if (/^(mz|#!)/.test(opening)) return 'program';
  if (found && refusedTypes[found.mime]) return refusedTypes[found.mime] ?? 'other';
  if (/<svg[\s>:]/.test(opening)) return 'svg';
  if (/<(!doctype html|html|head|body|script|iframe|title)[\s>/]/.test(opening)) return 'web-page';
  return opening.startsWith('%pdf-') ? 'broken' : 'other';
}
