import { isCrossSite } from '#platform/guard.ts';
import { longestFile } from './file-text.ts';

export type TakenFile =
  { bytes: Uint8Array; refusal: null } | { bytes: null; refusal: { status: number; title: string } };

const refuse = (status: number, title: string): TakenFile => ({ bytes: null, refusal: { status, title } });

// the form around the file
const around = 10_000;

/** The one file of a posted form, read whole; refused from other sites and past the size. */
export async function takenFile(request: Request, field: string): Promise<TakenFile> {
  if (isCrossSite(request)) return refuse(403, 'This form can only be sent from our own pages');
  if (!/^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? ''))
    return refuse(415, 'Choose the file on this page');
  const length = request.headers.get('content-length');
  if (length === null || Number(length) > longestFile + around)
    return refuse(413, 'The file is larger than 6 MB. Bring a part of it, or the list’s address');
  const file = await request.formData().then(
    (form) => form.get(field),
    () => null,
  );
  if (!(file instanceof File) || file.size === 0) return refuse(422, 'Choose a file');
  if (file.size > longestFile)
    return refuse(413, 'The file is larger than 6 MB. Bring a part of it, or the list’s address');
  return { bytes: new Uint8Array(await file.arrayBuffer()), refusal: null };
}
