import { inflateSync } from 'node:zlib';
import type { FileRefusal } from './refusals.ts';

/**
 * Whether a PDF only shows pages, as far as can be seen without reading it as a viewer does. Null: it seems so.
 *
 * Looked at: names of actions in plain sight, also written with `#xx`, and in object streams that are packed once by
 * Flate, which is what office programs write. Not looked at: other filters, filters upon filters, and what a viewer
 * mends in a damaged file. So a PDF is also handed out in a sandbox and to be saved, never opened in our origin.
 */
export function refusePdf(file: Buffer): FileRefusal | null {
  const text = file.toString('latin1');
  if (!/^%PDF-[12]\.\d/.test(text)) return 'broken';
  const tail = text.slice(-2048);
  if (!/startxref\s+\d+\s+%%EOF[\s\0]*$/.test(tail)) return 'broken';
  const outside = withoutStreams(text);
  const short = namesOf(outside);
  if (short.has('Encrypt')) return 'pdf-locked';
  const names = new Set([
    ...namesOf(text),
    ...packedObjects(text).flatMap((objects) => [...namesOf(objects)]),
  ]);
  if (acts.some((name) => names.has(name)) || short.has('JS')) return 'pdf-acts';
  return inside.some((name) => names.has(name)) ? 'pdf-inside' : null;
}

// an action of JavaScript has both its names, /S /JavaScript and /JS: three letters alone also occur in pictures
const acts = ['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'RichMedia', 'GoToE', 'XFA', 'Rendition'];
const inside = ['EmbeddedFile', 'EmbeddedFiles'];

/** The text without what lies in streams. Goes through it once, whatever it holds: an expression would not. */
function withoutStreams(text: string): string {
  const outside: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf('stream', at);
    const end = start < 0 ? -1 : text.indexOf('endstream', start + 6);
    if (end < 0) return [...outside, text.slice(at)].join(' ');
    outside.push(text.slice(at, start));
    at = end + 9;
  }
}

function namesOf(text: string): Set<string> {
  const written = new Set<string>();
  for (const [, name = ''] of text.matchAll(/\/([^\s\0()<>[\]{}/%]{2,127})/g)) written.add(name);
  return new Set([...written].map((name) => (name.includes('#') ? spelled(name) : name)));
}

const spelled = (name: string) =>
  name.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

const mostUnpacked = 8 * 1024 * 1024;
const mostStreams = 2000;

/** The objects that lie packed in streams of their own, as text; what cannot be unpacked is left out. */
function packedObjects(text: string): string[] {
  const objects: string[] = [];
  let left = 4 * mostUnpacked;
  let streams = mostStreams;
  for (const found of text.matchAll(/\/ObjStm\b[\s\S]{0,600}?\bstream\r?\n/g)) {
    const start = found.index + found[0].length;
    const end = text.indexOf('endstream', start);
    if (end < 0 || --streams < 0) break;
    try {
      const packed = Buffer.from(text.slice(start, end), 'latin1');
      const unpacked = inflateSync(packed, { maxOutputLength: Math.min(left, mostUnpacked) }).toString(
        'latin1',
      );
      left -= unpacked.length;
      objects.push(unpacked);
    } catch {
      // of another filter, damaged or too long
    }
    if (left <= 0) break;
  }
  return objects;
}
