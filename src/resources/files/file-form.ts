import * as z from 'zod';
import { shortLine } from '#platform/form-fields.ts';
import { fieldErrors, type Refusal, type TypedValues } from '#platform/guard.ts';
import type { FieldErrors } from '#platform/problem.ts';
import type { SentUpload } from '#platform/upload.ts';
import { inspect, type InspectedFile } from './inspect.ts';
import { refusalInWords } from './refusals.ts';

/** What is sent from the page of a resource's files. */

/** Signs that turn the order of letters: words that read otherwise than they are. */
const turning = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const label = z.preprocess(
  (value) => (typeof value === 'string' ? value : ''),
  shortLine(120).pipe(
    z
      .string()
      .min(1, 'Say what it is, for example “Packing list for week one”')
      .refine((text) => !turning.test(text), {
        error: 'Type this here: what you pasted carries hidden signs',
      }),
  ),
);

export interface NewFile {
  label: string;
  given: string;
  file: InspectedFile;
}

const again = 'Choose the file once more: a page cannot keep it';

/** Everything that is wrong with a new file, at once, or the file to keep. */
export async function readNewFile(
  sent: SentUpload,
): Promise<{ data: NewFile; refusal: null } | { data: null; refusal: Refusal }> {
  const words = label.safeParse(sent.typed['label']);
  const looked = sent.file ? await inspect(sent.file.bytes) : ({ data: null, error: 'missing' } as const);
  if (words.success && looked.data) {
    return { data: { label: words.data, given: sent.file?.name ?? '', file: looked.data }, refusal: null };
  }
  const errors: FieldErrors = {
    file: [looked.error ? refusalInWords[looked.error] : again],
    ...(!words.success && { label: fieldErrors(words.error)['form'] ?? [] }),
  };
  return { data: null, refusal: { status: 422, title: 'There is a problem', errors } };
}

/** What is refused by the database, at the field it is about. */
export function refusedFile(outcome: string): Refusal {
  const reasons: Record<string, string> = {
    same: 'This file is here already',
    'too-many': 'A resource has ten files at the most. Remove one first',
    'no-file': 'The file did not arrive whole. Choose it and send it once more',
  };
  const reason = reasons[outcome] ?? 'This resource takes no files: it was archived or deleted meanwhile';
  return { status: 409, title: reason, errors: { file: [reason] } };
}

/** A press beside a file that is there. */
export const fileAction = z.object({ action: z.enum(['remove', 'show']), id: z.uuid() });

/** A typed label, to show it again. */
export const typedLabel = (typed: TypedValues): string => [typed['label'] ?? ''].flat()[0] ?? '';
