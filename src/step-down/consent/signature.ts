import * as z from 'zod';
import { nameField } from '#platform/contact.ts';
import { known } from '../problems.ts';
import { readEach, sayProblems } from '#platform/form-fields.ts';

/** The second page of a consent: who signs, and the signature. Blank is no signature. */

export const signatureShape = {
  patientName: nameField(known('Enter your full name')),
  signature: nameField(known('Type your name to sign')),
  draft: z.string({ error: known('Start again: this page is not complete') }).min(1),
};

const alike = (name: string) =>
  name
    .toLocaleLowerCase()
    .replace(/[\s.,]+/g, ' ')
    .trim();

export const signatureForm = z.record(z.string(), z.unknown()).transform((typed, context) => {
  const { values, problems } = readEach(signatureShape, typed);
  const { patientName, signature, draft } = values;
  if (problems.length > 0 || !patientName || !signature || !draft) {
    sayProblems(problems, context);
    return z.NEVER;
  }
  if (alike(patientName) !== alike(signature)) {
    context.addIssue({
      code: 'custom',
      path: ['signature'],
      message: known('Type the same name as above to sign'),
    });
    return z.NEVER;
  }
  return { patientName, signature, draft };
});
