import type { FileRefusal } from './refusals.ts';
import { ZipBroken, zipParts, type ZipPart } from './zip.ts';

/**
 * Whether a ZIP is a Word document that does nothing by itself: a text, no programs, no files inside it, and nothing
 * that is fetched when it is opened (an attached template, a linked picture, a field that asks another program).
 * Links that a reader presses may stay. Null: it is. The names of who wrote it stay in it.
 */
export function refuseWord(file: Buffer): FileRefusal | null {
  try {
    const parts = zipParts(file);
    const names = parts.map(({ name }) => name);
    if (names.some((name) => /^(xl|ppt)\//.test(name))) return 'other';
    if (!['[Content_Types].xml', 'word/document.xml'].every((name) => names.includes(name))) return 'zip';
    if (!names.every(isPlainPath)) return 'broken';
    if (names.some((name) => programs.test(name))) return 'word-macros';
    if (names.some((name) => filesInside.test(name))) return 'word-inside';
    const total = parts.reduce((sum, { size }) => sum + size, 0);
    if (total > mostBytes || parts.some(({ size }) => size > mostOfOne)) return 'bomb';
    if (total > file.length * highestRatio) return 'bomb';
    for (const part of parts) {
      const refusal = refusePart(part);
      if (refusal) return refusal;
    }
    return null;
  } catch (error) {
    if (error instanceof ZipBroken) return 'broken';
    throw error;
  }
}

const mostBytes = 64 * 1024 * 1024;
const mostOfOne = 32 * 1024 * 1024;
/** Text packs to a tenth or a thirtieth; what packs to less than a hundredth was made to. */
const highestRatio = 120;

const programs =
  /vba(project|data)|\.(exe|dll|js|vbs|ps1|hta|bat|cmd|scr|jar|lnk)$|(^|\/)(activex|customui)\//i;
const filesInside = /(^|\/)embeddings\/|oleobject|afchunk|\.(zip|html?|mht|rtf|docm?|xlsx?m?)$/i;

const isPlainPath = (name: string) =>
  name !== '' &&
  !/[\\:\u0000-\u001f\u007f]/.test(name) &&
  name
    .split('/')
    .every((step, index, steps) =>
      step === '' ? index === steps.length - 1 && index > 0 : !/^\.+$/.test(step),
    );

function refusePart(part: ZipPart): FileRefusal | null {
  const bytes = part.bytes();
  if (!/\.(xml|rels)$/i.test(part.name)) return null;
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const encoding = /^<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)/i.exec(text)?.[1] ?? 'utf-8';
  // other encodings would hide words from what follows, and Word writes none of these
  if (bytes.includes(0) || !/^(utf-8|us-ascii)$/i.test(encoding) || /<!(DOCTYPE|ENTITY)/i.test(text)) {
    return 'broken';
  }
  if (part.name.endsWith('.rels')) return refuseLinks(text);
  if (part.name === '[Content_Types].xml')
    return /macroenabled|vbaproject|activex/i.test(plain(text)) ? 'word-macros' : null;
  return refuseFields(text);
}

/** The text with its numeric references (`&#69;`) resolved. */
const plain = (text: string) =>
  text.replace(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi, (all, hex?: string, decimal?: string) => {
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });

const attribute = (tag: string, name: string) =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i')
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined);

function refuseLinks(text: string): FileRefusal | null {
  // a comment could hide what a reader of tags sees
  if (text.includes('<!')) return 'broken';
  for (const [tag] of text.matchAll(/<(?:[\w-]+:)?Relationship\s[^<]*/gi)) {
    const target = plain(attribute(tag, 'Target') ?? '').replace(/[\s\u0000-\u001f]/g, '');
    const type = plain(attribute(tag, 'Type') ?? '').toLowerCase();
    const elsewhere =
      plain(attribute(tag, 'TargetMode') ?? 'Internal')
        .trim()
        .toLowerCase() !== 'internal' || /^([a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(target);
    if (/attachedtemplate|oleobject|afchunk|subdocument|frame$/.test(type) && elsewhere)
      return 'word-fetches';
    if (/vbaproject|control$/.test(type)) return 'word-macros';
    if (elsewhere && !(type.endsWith('/hyperlink') && /^(https?:|mailto:|tel:|#)/i.test(target)))
      return 'word-fetches';
  }
  return null;
}

function refuseFields(text: string): FileRefusal | null {
  // a field's words may be cut into pieces that Word reads as one
  const pieces = text.matchAll(/<w:instrText[^<>]*>([^<]*)|\sw:instr\s*=\s*["']([^"']*)/gi);
  const fields = plain([...pieces].map(([, words, simple]) => words ?? ` ${simple} `).join(''));
  return /DDE(AUTO)?\s|INCLUDE(TEXT|PICTURE)\s/i.test(`${fields} `) ? 'word-fetches' : null;
}
