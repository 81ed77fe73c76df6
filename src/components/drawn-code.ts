import { encodeQR } from 'qr';

/** A QR code as the `d` of one path, a unit a module, with the quiet margin that cameras need. */
export function drawnCode(text: string): { size: number; path: string } {
  const modules = encodeQR(text, 'raw', { ecc: 'quartile', border: 4 });
  const path = modules.flatMap((row, y) =>
    row.flatMap((dark, x) => {
      // one stroke for each run of dark modules
      if (!dark || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      return [`M${x} ${y}h${(end === -1 ? row.length : end) - x}v1H${x}z`];
    }),
  );
  return { size: modules.length, path: path.join('') };
}
