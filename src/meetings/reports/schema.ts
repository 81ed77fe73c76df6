import * as z from 'zod';
import { languages } from '#i18n/language.ts';
import { emailAddress, phoneNumber } from '#platform/contact.ts';
import { freeText } from '#platform/free-text.ts';
import { areLines } from '#platform/printable.ts';
import { nameOfMeeting } from '../edit/fields.ts';
import { someValues } from '../edit/meeting-edit.ts';
import { slugSchema } from '../schema.ts';

/** What visitors tell us about the list: a meeting that is missing, wrong, or closed. */

export const reportKinds = ['new', 'correction', 'closed'] as const;
export const reportReasons = ['for-good', 'this-week', 'link', 'place-or-time'] as const;
export type ReportReason = (typeof reportReasons)[number];

const orLeftOut = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    schema.optional(),
  );

/** An e-mail address or a phone number, whichever it looks like. */
const contact = z.string().transform((text, context) => {
  const read = (text.includes('@') ? emailAddress : phoneNumber).safeParse(text);
  if (read.success) return read.data;
  const looksLikePhone = /\d{3}/.test(text);
  context.addIssue({
    code: 'custom',
    message: looksLikePhone
      ? (read.error.issues[0]?.message ?? '')
      : 'Enter one email address or one phone number, or leave this empty',
  });
  return z.NEVER;
});

/** What a report says beside the meeting itself. */
export const aboutFields = {
  reason: orLeftOut(z.enum(reportReasons, { error: 'Choose what is the matter' })),
  message: orLeftOut(freeText(2000)),
  contact: orLeftOut(contact),
  idempotencyKey: z.string().min(8).max(100).optional(),
};

const sayWhat = 'Tell us what you know, in a few words';

/** The database keeps no control characters and no halves of letters. */
const isText = (values: object) =>
  Object.values(values).every(
    (value) => typeof value !== 'string' || areLines(value.replace(/\r\n?/g, '\n')),
  );

/** The database keeps 12,000 characters of all together. */
const isShort = (values: object) => JSON.stringify(values).length <= 10_000;

/** What `POST /api/meetings/reports` takes. `proposed` holds only what is not as the list has it. */
export const reportRequest = z
  .strictObject({
    kind: z.enum(reportKinds, { error: 'The kind is "new", "correction" or "closed"' }),
    slug: slugSchema.optional(),
    name: orLeftOut(nameOfMeeting),
    ...aboutFields,
    proposed: someValues
      .refine(isText, { error: 'Remove the characters that are not text', abort: true })
      .refine(isShort, { error: 'Use 10000 characters or fewer' })
      .optional(),
    /** In which an answer is said. */
    language: z.enum(languages).optional(),
  })
  .refine(({ kind, slug }) => kind === 'new' || slug !== undefined, {
    path: ['slug'],
    error: 'Say which meeting this is about',
  })
  .refine(({ kind, name }) => kind !== 'new' || name !== undefined, {
    path: ['name'],
    error: 'Enter the name of the meeting',
  })
  .refine(
    ({ kind, message, reason, proposed }) =>
      kind === 'closed' ||
      message !== undefined ||
      reason !== undefined ||
      Object.keys(proposed ?? {}).length > 0,
    { path: ['message'], error: sayWhat },
  );
export type ReportRequest = z.infer<typeof reportRequest>;
