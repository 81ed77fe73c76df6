import * as z from 'zod';
import { emailAddress, nameField, phoneNumber } from '#platform/contact.ts';
import { areLines, withPlainBreaks } from '#platform/printable.ts';
import { slugShape } from '#platform/slug.ts';
import { known } from './problems.ts';

export const kinds = [
  'program',
  'assessment-call',
  'mentor',
  'be-a-mentor',
  'family-group',
  'check-ins',
] as const;
export const channels = ['email', 'phone', 'text'] as const;

/** How a sign-up stands, why it ended, and why it is in the queue: the database's own names. */
export const statuses = ['received', 'read', 'contacted', 'scheduled', 'closed', 'withdrawn'] as const;
export const closings = ['answered', 'started', 'declined', 'not-reached', 'withdrawn', 'stopped'] as const;
export const reasonsToWait = ['request', 'call', 'check-in'] as const;
export const languages = ['en', 'es'] as const;
/** The times that the form offers; others may say theirs in words. */
export const bestTimes = ['mornings', 'afternoons', 'evenings', 'weekends'] as const;

/** The name of a program or a cohort in an address; whatever is wrong with it, the message is this one. */
export const slugField = (error: string) =>
  z.string({ error }).max(100, { error }).regex(slugShape, { error });

const tooLong = {
  'your note': known('Your note must be {limit} characters or fewer'),
  'what would help': known('What would help must be {limit} characters or fewer'),
};

/** A few lines in somebody's own words; nothing but white space is as good as nothing. */
const words = (what: 'your note' | 'what would help', limit: number) =>
  z
    .string({ error: known(`Enter ${what} as text`) })
    .transform((text) => withPlainBreaks(text).trim())
    .pipe(
      z
        .string()
        .refine((text) => [...text].length <= limit, {
          error: tooLong[what].replace('{limit}', limit.toLocaleString('en-US')),
          abort: true,
        })
        .refine(areLines, {
          error: known(`Enter ${what} without control characters`),
        }),
    )
    .transform((text) => text || undefined)
    .optional();

const readValue = (given: unknown) => {
  const { channel, value } = given as { channel: string; value: string };
  return (channel === 'email' ? emailAddress : phoneNumber).safeParse(value);
};

const contact = z
  .strictObject(
    {
      channel: z.enum(channels, { error: known('Select how we should contact you') }),
      value: z.string({ error: known('Enter an email address or a phone number') }),
      safeToLeaveMessage: z.boolean({ error: known('Select whether we may leave a message') }),
      safeToText: z.boolean({ error: known('Select whether we may send a text') }).optional(),
      safeToSayWho: z.boolean({ error: known('Select whether we may say who is calling') }).optional(),
    },
    {
      error: (issue) =>
        issue.code === 'unrecognized_keys' ? undefined : known('Enter how we should contact you'),
    },
  )
  .refine((given) => readValue(given).success, {
    path: ['value'],
    error: ({ input }) => readValue(input).error?.issues[0]?.message,
    // as soon as it is known what the value should be
    when: ({ value }) => z.object({ channel: z.enum(channels), value: z.string() }).safeParse(value).success,
  })
  .transform((given) => ({ ...given, value: z.string().parse(readValue(given).data) }));

/** What `POST /api/step-down/sign-ups` takes. */
export const signUpRequest = z
  .strictObject({
    kind: z.enum(kinds, { error: known('Select what you would like') }),
    program: slugField(known('Select a program')).optional(),
    cohort: slugField(known('Select a group')).optional(),
    nameToUse: nameField(known('Enter the name we should use')),
    contact,
    bestTimes: z
      .array(nameField(known('Select the times that suit you')), {
        error: known('Select the times that suit you'),
      })
      .max(12, { error: known('Select 12 times or fewer') })
      .optional(),
    note: words('your note', 2000),
    accessNeeds: words('what would help', 1000),
    language: z.enum(languages, { error: known('Select English or Spanish') }).default('en'),
    idempotencyKey: z
      .string()
      .regex(/^[\x21-\x7e]{1,100}$/, { error: known('Use up to 100 printable characters as the key') })
      .optional(),
  })
  .refine(
    (given) => given.program !== undefined || (given.kind !== 'program' && given.cohort === undefined),
    {
      path: ['program'],
      error: known('Select a program'),
      // also when another field is wrong: everything to put right is said at once
      when: ({ value }) => typeof value === 'object' && value !== null,
    },
  );

export type SignUpRequest = z.infer<typeof signUpRequest>;
