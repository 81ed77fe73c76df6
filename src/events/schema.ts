import * as z from 'zod';
import { emailAddress, personName, phoneNumber } from '#platform/contact.ts';
import { freeText } from '#platform/free-text.ts';

/** The words of the room: one schema for the browser, the function and the tests. */

const largestParty = 50;
const wholeNumber = 'Enter how many people are coming, as a number';

const partySize = z
  .int({ error: wholeNumber })
  .min(1, { error: 'Enter 1 or more: you are coming' })
  .max(largestParty, { error: `Enter ${largestParty} or fewer. For more people, call us` });

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'This is not the name of an event' })
  .max(100);

const fields = z.strictObject({
  event: slug,
  name: personName,
  email: z
    .string()
    .min(1, { error: 'Enter an email address, or a phone number' })
    .pipe(emailAddress)
    .optional(),
  phone: phoneNumber.optional(),
  partySize,
  accessNeeds: freeText(1000).optional(),
  agreeToConduct: z.literal(true, { error: 'Tick the box to agree to the code of conduct' }).optional(),
  idempotencyKey: z.string().min(8).max(100).optional(),
  language: z.enum(['en', 'es']).default('en'),
});

/** What somebody sends to come to an event. A field left blank is a field left out. */
export const rsvpRequest = z.preprocess(
  withoutBlanks,
  fields.refine(({ email, phone }) => !(email && phone), {
    error: 'Give one of the two: email or phone',
    path: ['phone'],
  }),
);
export type RsvpRequest = z.infer<typeof rsvpRequest>;

/** What the RSVP form sends: the same, as text. `event` is known from the page's address. */
export const rsvpForm = (event: string) =>
  z.preprocess((fields) => ({ ...fromForm(fields as Record<string, unknown>), event }), rsvpRequest);

/** A change made from a person's own link. */
export const manageRequest = z.strictObject({
  token: z.string().max(100),
  action: z.enum(['update', 'cancel'], { error: 'The action is "update" or "cancel"' }),
  partySize: partySize.optional(),
  name: personName.optional(),
  accessNeeds: freeText(1000).optional(),
});

/** What the form on a person's own page sends. */
export const manageForm = z.preprocess(
  (fields) => fromForm(fields as Record<string, unknown>),
  z.object({
    action: z.enum(['update', 'cancel', 'send-link', 'withdraw']),
    partySize: partySize.optional(),
    name: personName.optional(),
    accessNeeds: freeText(1000).optional(),
  }),
);

/** Text fields as the request's types: numbers, true, and nothing for what was left empty. */
export function fromForm(fields: Record<string, unknown>): Record<string, unknown> {
  const { partySize: party, agreeToConduct, ...rest } = fields;
  return {
    ...rest,
    ...(typeof party === 'string' && party.trim() !== '' && { partySize: Number(party) }),
    ...(agreeToConduct === 'yes' && { agreeToConduct: true }),
  };
}

/** No contact at all is said at the email field, together with every other mistake. */
function withoutBlanks(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const filled = Object.fromEntries(
    Object.entries(value).filter(
      ([name, text]) => name === 'name' || typeof text !== 'string' || text.trim() !== '',
    ),
  );
  return 'email' in filled || 'phone' in filled ? filled : { ...filled, email: '' };
}
