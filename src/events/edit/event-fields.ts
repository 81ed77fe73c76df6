import * as z from 'zod';
import {
  boxes,
  needed,
  optionalLine,
  optionalText,
  orNothing,
  readAs,
  wholeNumber,
} from '#platform/form-fields.ts';
import { audiences, eventKinds, formats } from '../event.ts';
import { whenFields } from './when-form.ts';

/** The fields of the form in which staff write an event. Errors say what to do. */

/** No number is no limit. */
export const seatsField = orNothing(
  wholeNumber(1, 100_000, 'Enter a number of seats, or leave it empty for no limit'),
);

/** A link that opens for whoever has it. People paste it with or without `https://`. */
function linkOf(text: string): string | null {
  const link = text.trim();
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(link) ? link : `https://${link}`;
  if (!URL.canParse(whole) || whole.length > 500 || /\s/.test(whole)) return null;
  const { protocol, hostname } = new URL(whole);
  return protocol === 'https:' && hostname.includes('.') ? whole.replace(/^https:/i, 'https:') : null;
}

export const eventFields = {
  title: needed(120, 'Enter what the event is called'),
  summary: needed(300, 'Say in a sentence what it is'),
  description: optionalText(20_000).transform((text) => text ?? ''),
  kind: z.enum(eventKinds, { error: 'Choose what kind of event it is' }),
  audience: z.enum(audiences, { error: 'Choose who it is for' }),
  format: z.enum(formats, { error: 'Choose how people take part' }),
  replies: z.enum(['rsvp', 'drop-in'], { error: 'Choose whether people answer' }).default('rsvp'),
  ...whenFields,
  placeName: optionalLine(120),
  addressSeen: z.enum(['everybody', 'guests'], { error: 'Choose who sees the address' }).default('everybody'),
  address: optionalLine(300),
  joinUrl: orNothing(readAs(linkOf, 'Enter the whole link. It starts with https://')),
  arrivalNotes: optionalText(1000),
  maxPartySize: wholeNumber(1, 50, 'Enter a number from 1 to 50').default(1),
  queueRule: z
    .enum(['first-that-fits', 'strict'], { error: 'Choose who is next' })
    .default('first-that-fits'),
  confirmWithinHours: orNothing(wholeNumber(1, 168, 'Choose how long a seat waits')),
  asks: boxes(z.enum(['conduct', 'children', 'food'], { error: 'Choose from the list' })),
  mails: boxes(z.enum(['soon', 'thanks'], { error: 'Choose from the list' })),
};

export type EventValues = { [Key in keyof typeof eventFields]: z.infer<(typeof eventFields)[Key]> };
