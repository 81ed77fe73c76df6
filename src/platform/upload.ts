import { readUpTo } from './body.ts';
import { isCrossSite, type Refusal, type TypedValues } from './guard.ts';

/** A form with a file in it: method, origin, content type and size are checked before anything is read as a form. */

export interface SentUpload {
  typed: TypedValues;
  /** Null when none was chosen. Its name and kind are the sender's words: what it is, its bytes say. */
  file: { name: string; bytes: Buffer } | null;
}

/** Bytes of the longest form that is read whole, file and all. */
export const longestUpload = 6 * 1024 * 1024;

/**
 * Reads a posted multipart form with one file in the field `field`. For who is signed in: it holds as much in memory
 * as it reads. A field that is sent twice keeps all its values; files of other fields are left out.
 */
export async function readUpload(
  request: Request,
  field: string,
): Promise<{ data: SentUpload; refusal: null } | { data: null; refusal: Refusal }> {
  const refuse = (status: number, title: string, headers?: Record<string, string>) =>
    ({ data: null, refusal: { status, title, ...(headers && { headers }) } }) as const;

  if (request.method !== 'POST') return refuse(405, 'This address takes POST only', { Allow: 'POST' });
  if (isCrossSite(request)) return refuse(403, 'This form can only be sent from our own pages');
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) {
    return refuse(415, 'Send this as multipart/form-data', { Accept: 'multipart/form-data' });
  }
  const body = await readUpTo(request, longestUpload);
  if (body === null) {
    return refuse(413, 'What you sent is too large: a file may have 4 MB. Choose a smaller one');
  }
  const form = await new Response(body, { headers: { 'Content-Type': type } }).formData().catch(() => null);
  if (form === null)
    return refuse(400, 'This did not arrive whole. Choose the file again and send it once more');
  return { data: { typed: typedIn(form), file: await fileIn(form.get(field)) }, refusal: null };
}

function typedIn(form: FormData): TypedValues {
  const typed: TypedValues = {};
  for (const name of new Set(form.keys())) {
    const words = form.getAll(name).filter((value) => typeof value === 'string');
    if (words.length > 0) typed[name] = words.length > 1 ? words : (words[0] ?? '');
  }
  return typed;
}

async function fileIn(value: FormDataEntryValue | null): Promise<SentUpload['file']> {
  // browsers send a file without a name and without bytes where none was chosen
  if (value === null || typeof value === 'string' || (value.name === '' && value.size === 0)) return null;
  return { name: value.name, bytes: Buffer.from(await value.arrayBuffer()) };
}
