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

type Language = 'en' | 'es';

const document = { en: 'Word document', es: 'Documento de Word' };
const image = { en: 'Image', es: 'Imagen' };
const kindInWords: Record<FileType, Record<Language, string>> = {
  'application/pdf': { en: 'PDF', es: 'PDF' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': document,
  'image/png': image,
  'image/jpeg': image,
  'image/webp': image,
};

export const isImage = (type: FileType): boolean => type.startsWith('image/');

/** As people are told it: `640 bytes`, `240 kB`, `1.3 MB`. Counted in thousands, as phones do. */
export function sizeInWords(bytes: number, language: Language = 'en'): string {
  const kilobytes = Math.round(bytes / 1000);
  const [size, unit] =
    bytes < 1000 ? [bytes, 'bytes'] : kilobytes < 1000 ? [kilobytes, 'kB'] : [bytes / 1_000_000, 'MB'];
  const digits = unit === 'MB' ? 1 : 0;
  return `${size.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${unit}`;
}

/** As people are told it: `PDF, 240 kB`. */
export const kindAndSize = (file: { type: FileType; size: number }, language: Language = 'en'): string =>
  `${kindInWords[file.type][language]}, ${sizeInWords(file.size, language)}`;
