/** A file that somebody brings, as text. */

/** Bytes. A host takes no larger request. */
export const longestFile = 6 * 1024 * 1024;

export const tooLargeFile = 'The file is larger than 6 MB. Bring a part of it, or the list’s address.';

export type FileText =
  | { text: string; remark: string | null; error: null }
  | { text: null; remark: null; error: { code: string; message: string } };

const refused = (code: string, message: string): FileText => ({
  text: null,
  remark: null,
  error: { code, message },
});

const marks: [bytes: number[], encoding: string][] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * The text of a file: UTF-8, UTF-16 where the file says so, and for a table the Windows letters in which older
 * spreadsheets save. Anything else is refused in a sentence, because letters would come out wrong.
 */
export function fileText(bytes: Uint8Array | null): FileText {
  if (bytes === null) return refused('none', 'Choose a file');
  if (bytes.byteLength === 0) return refused('empty', 'The file is empty.');
  if (bytes.byteLength > longestFile) return refused('too-large', tooLargeFile);
  const encoding = marks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte))?.[1] ?? 'utf-8';
  const decoded = decode(bytes, encoding);
  if (decoded !== null && !decoded.includes('\0')) return { text: decoded, remark: null, error: null };
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1000)).trimStart();
  // JSON is UTF-8 by its standard, and a file with zero bytes is a picture, a spreadsheet or an archive
  if (bytes.includes(0) || start.startsWith('PK') || start.startsWith('%PDF')) {
    return refused('no-text', 'This is not a text file. Save the table as CSV, or bring the JSON file.');
  }
  if (/^[[{]/.test(start))
    return refused('no-utf-8', 'The letters of this file cannot be read: save it as UTF-8.');
  const text = new TextDecoder('windows-1252').decode(bytes);
  return {
    text,
    remark: 'Read with the letters of Windows, because it is not UTF-8. Look at the names.',
    error: null,
  };
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
