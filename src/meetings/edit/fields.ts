import * as z from 'zod';
import { needed, orNothing, readAs } from '#platform/form-fields.ts';
import { joinNumber, webAddress } from '../import/links.ts';
import { Ledger } from '../import/ledger.ts';
import { isLanguageTag, meetingModes, slugSchema } from '../schema.ts';

/** How one field of a form is read: text as people type it, to the value a meeting has. Errors say what to do. */

export const nameOfMeeting = needed(255, 'Enter the name of the meeting');

export const byAppointment = 'appointment';

/** A day of the week, 0 = Sunday, or null for a meeting by appointment. */
export const dayOfWeek = z
  .enum(['0', '1', '2', '3', '4', '5', '6', byAppointment], {
    error: 'Choose the day, or “By appointment”',
  })
  .transform((value) => (value === byAppointment ? null : Number(value)));

export const modeField = z.enum(meetingModes, { error: 'Choose how people take part' });
export const fellowshipField = slugSchema.or(z.literal('').transform(() => 'other'));

export const webLink = orNothing(
  readAs(
    (text) => webAddress(text, 'link', new Ledger()),
    'Enter the whole link, for example https://example.org/meeting',
  ),
);

export const dialNumber = orNothing(
  readAs(
    (text) => joinNumber(text, new Ledger()),
    'Enter the number with its area code. A meeting code can follow after a comma',
  ),
);

/** Boxes that are ticked, as one value or several. */
export const kindsField = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : [value].flat()),
  z.array(slugSchema, { error: 'Choose from the list' }).max(60),
);

export const languageField = orNothing(
  z.string().max(10).refine(isLanguageTag, { error: 'Choose from the list' }),
);
