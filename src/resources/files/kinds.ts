/** The five kinds of file that go with a resource, and how each is spoken of. Runs in the browser as well. */

export const fileTypes = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'image/png',
  'image/jpeg',
  'image/webp',
] as const;
export type FileType = (typeof fileTypes)[number];

export const endingOf: Record<FileType, string> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
};

export const kindInWords: Record<FileType, string> = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word document',
  'image/png': 'Image',
  'image/jpeg': 'Image',
  'image/webp': 'Image',
};

export const isImage = (type: FileType): boolean => type.startsWith('image/');

/** As people are told it: `640 bytes`, `240 kB`, `1.3 MB`. Counted in thousands, as phones do. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const kilobytes = Math.round(bytes / 1000);
  return kilobytes < 1000 ? `${kilobytes} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
