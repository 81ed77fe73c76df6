import * as z from 'zod';
import { emailAddress, personName, phoneNumber } from '#platform/contact.ts';
import { freeText } from '#platform/free-text.ts';
import { slugShape } from '#platform/slug.ts';
import { fromForm, type FlatForm } from './form-fields.ts';

/** The words of the room: one schema for the form, the function and the tests. */

const largestParty = 50;

const partySize = z
  .int({ error: 'Enter how many people are coming, as a number' })
  .min(1, { error: 'Enter 1 or more: you are coming' })
  .max(largestParty, { error: `Enter ${largestParty} or fewer. For more people, call us` });

const children = z
  .int({ error: 'Enter how many children are coming, as a number' })
  .min(0, { error: 'Enter 0 or more children' })
  .max(largestParty - 1, { error: `Enter ${largestParty - 1} children or fewer` });

const slug = z.string().regex(slugShape, { error: 'This is not the name of an event' }).max(100);

/** What can be said about coming, when answering and when changing it. */
const coming = {
  children: children.optional(),
  accessNeeds: freeText(1000).optional(),
  food: freeText(500).optional(),
  attends: z
    .enum(['in-person', 'online'], { error: 'Choose whether you come to the room or join by link' })
    .optional(),
  sessions: z
    .array(z.uuid({ error: 'Choose from the sessions on the page' }))
    .max(40)
    .optional(),
  /** By the id of the event's question. */
  answers: z
    .record(z.string().max(40), freeText(500))
    .refine((given) => Object.keys(given).length <= 5, { error: 'There are five questions at most' })
    .optional(),
};

const dates = z.array(slug).min(1, { error: 'Choose at least one date' }).max(60);

interface Party {
  partySize?: number | undefined;
  children?: number | undefined;
}
const adultComes = ({ partySize: all, children: young }: Party) =>
  all === undefined || young === undefined || young < all;
const adultNeeded = { error: 'At least one adult comes along', path: ['partySize'] };

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
  ...coming,
  /** Dates of the same series, or 'all' that take replies; without it the event alone. */
  dates: dates.optional(),
  agreeToConduct: z.literal(true, { error: 'Tick the box to agree to the code of conduct' }).optional(),
  idempotencyKey: z.string().min(8).max(100).optional(),
  language: z.enum(['en', 'es']).default('en'),
  /** How many milliseconds the form was open, when something could measure it. */
  openFor: z.number().min(0).optional(),
  /** The solution of a challenge from `/api/rsvps/challenge`. */
  work: z.string().max(4000).optional(),
});

/** What somebody sends to come to an event. A field left blank is a field left out. */
export const rsvpRequest = z.preprocess(
  withoutBlanks,
  fields
    .refine(({ email, phone }) => !(email && phone), {
      error: 'Give one of the two: email or phone',
      path: ['phone'],
    })
    .refine(adultComes, adultNeeded),
);
export type RsvpRequest = z.infer<typeof rsvpRequest>;

/** What the RSVP form sends: the same, as text. `event` is known from the page's address. */
export const rsvpForm = (event: string) =>
  z.preprocess((form) => ({ ...fromForm(form as FlatForm), event }), rsvpRequest);

/** What can be changed from a person's own link. What is left out stays; an empty text clears. */
const change = { partySize: partySize.optional(), name: personName.optional(), ...coming };

const doings = ['update', 'cancel', 'confirm', 'rejoin', 'forget', 'dates'] as const;

/** A change made from a person's own link, by a program. */
export const manageRequest = z
  .strictObject({
    token: z.string().max(1000),
    action: z.enum(doings, { error: `The action is one of ${doings.join(', ')}` }),
    ...change,
    dates: dates.optional(),
    /** What is refused is said in it; English unless said. */
    language: z.enum(['en', 'es']).optional(),
  })
  .refine(adultComes, adultNeeded)
  .refine(({ action, dates: chosen }) => action !== 'dates' || chosen, {
    error: 'Choose at least one date',
    path: ['dates'],
  });

/** What the forms on a person's own page send. */
export const manageForm = z.preprocess(
  (form) => fromForm(form as FlatForm),
  z
    .object({
      action: z.enum([...doings, 'send-link']),
      ...change,
      dates: dates.optional(),
    })
    .refine(adultComes, adultNeeded),
);

/**
 * No contact at all is said at the email field, together with every other mistake; so is no choice between
 * room and link.
 */
function withoutBlanks(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const asked = new Set(['name', 'attends']);
  const filled = Object.fromEntries(
    Object.entries(value).filter(
      ([name, text]) => asked.has(name) || typeof text !== 'string' || text.trim() !== '',
    ),
  );
  return 'email' in filled || 'phone' in filled ? filled : { ...filled, email: '' };
}
