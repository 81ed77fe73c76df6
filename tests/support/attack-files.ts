import { strToU8, zipSync, type Zippable } from 'fflate';
import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** Files as people send them, and as people send them who mean harm. All made here, none is kept. */

const latin = (text: string) => Buffer.from(text, 'latin1');

/** A PDF of one empty page, with more objects where asked. */
export function pdf(objects = '', catalog = ''): Buffer {
  const body = `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n${objects}`;
  return latin(
    `${body}\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R >>\nstartxref\n${body.length + 1}\n%%EOF\n`,
  );
}

/** An object stream as office programs pack their objects. */
export function packed(objects: string): string {
  const bytes = deflateSync(latin(objects)).toString('latin1');
  return `9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n${bytes}\nendstream\nendobj\n`;
}

const relations = (inside = '') =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
export const relation = (type: string, target: string, mode = ' TargetMode="External"') =>
  relations(
    `<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`,
  );

const types =
  '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';
export const text = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inside}</w:body></w:document>`;

/** A Word document; `parts` are added, or put in place of its own. */
export function docx(parts: Record<string, string | Uint8Array> = {}): Buffer {
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': types,
    '_rels/.rels': relation('officeDocument', 'word/document.xml', ''),
    'word/document.xml': text('<w:p><w:r><w:t>Bring a coat.</w:t></w:r></w:p>'),
    ...parts,
  };
  return zip(all);
}

export function zip(parts: Record<string, string | Uint8Array>): Buffer {
  const bytes: Zippable = Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
  );
  return Buffer.from(zipSync(bytes));
}

/** A picture of so many pixels, in two halves so that its way up shows. */
export function picture(width = 60, height = 40): Sharp {
  const half = { create: { width: Math.ceil(width / 2), height, channels: 3, background: '#a33' } } as const;
  return sharp({ create: { width, height, channels: 3, background: '#fff' } }).composite([
    { input: half, left: 0, top: 0 },
  ]);
}

/** A photo as a phone writes it: lying on its side, with the place it was taken at. */
export const photoWithPlace = (): Promise<Buffer> =>
  picture()
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'Secretphone', ImageDescription: 'for Jamie' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '39/1 44/1 30/1',
        GPSLongitudeRef: 'W',
        GPSLongitude: '105/1 0/1 0/1',
      },
    })
    .toBuffer();
