import * as z from 'zod';
import { freeText } from '#platform/free-text.ts';
import { joinNumber, webAddress } from '../import/links.ts';
import { Ledger } from '../import/ledger.ts';
import { timeOf } from '../import/times.ts';
import { isTimeZone, meetingModes, slugSchema } from '../schema.ts';

/** How one field of a form is read: text as people type it, to the value a meeting has. Errors say what to do. */

const unprintable = /[\p{Cc}\u2028\u2029]/u;

/** Blank is null: nothing is said. */
const orNothing = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (value) => (value === undefined || (typeof value === 'string' && value.trim() === '') ? null : value),
    schema.nullable(),
  );

const line = (limit: number) =>
  z
    .string()
    .transform((text) => text.trim().normalize('NFC'))
    .pipe(
      z
        .string()
        .refine((text) => text.isWellFormed() && !unprintable.test(text), { error: 'Write this on one line' })
        .refine((text) => [...text].length <= limit, { error: `Use ${limit} characters or fewer` }),
    );

/** Reads text by a rule that gives null where it does not hold. */
const readAs = (read: (text: string) => string | null, error: string) =>
  z.string().transform((text, context) => {
    const value = read(text);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: error });
    return z.NEVER;
  });

export const optionalLine = (limit: number) => orNothing(line(limit));
export const optionalText = (limit: number) => orNothing(freeText(limit));

export const nameOfMeeting = z
  .string({ error: 'Enter the name of the meeting' })
  .refine((text) => text.trim() !== '', { error: 'Enter the name of the meeting', abort: true })
  .pipe(line(255));

export const byAppointment = 'appointment';

/** A day of the week, 0 = Sunday, or null for a meeting by appointment. */
export const dayOfWeek = z
  .enum(['0', '1', '2', '3', '4', '5', '6', byAppointment], {
    error: 'Choose the day, or “By appointment”',
  })
  .transform((value) => (value === byAppointment ? null : Number(value)));

/** `HH:MM`, from "7:00 pm", "19:00" or "noon". */
export const timeOfDay = orNothing(readAs(timeOf, 'Enter a time, for example 7:00 pm'));

export const zone = z.string({ error: 'Choose the time zone' }).refine(isTimeZone, {
  error: 'Choose the time zone',
});

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

export const languageField = orNothing(z.string().min(2).max(10));

/** A date by the meeting's own calendar. */
export const dateOrNothing = orNothing(z.iso.date({ error: 'Enter a date, as 2026-12-24' }));
