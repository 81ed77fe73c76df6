import * as z from 'zod';
import { orNothing, readAs, wholeNumber } from '#platform/form-fields.ts';
import { timeOf } from '#platform/time-of-day.ts';

/** Fields that the forms of programs and of groups share. Errors say what to do. */

export const neededTime = (error: string) => z.string({ error }).pipe(readAs(timeOf, error));

/** The days that are ticked, 0 = Sunday, each once. */
export const weekdaysField = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : [...new Set([value].flat())].map(Number)),
  z
    .array(z.int().min(0).max(6), { error: 'Choose from the list' })
    .min(1, { error: 'Choose at least one day' })
    .max(7),
);

/** No number is no limit. */
export const seatsField = orNothing(
  wholeNumber(1, 1000, 'Enter a number of places from 1 to 1000, or leave it empty for no limit'),
);

/** When what is changed was changed last, as the page that was opened knew it. */
export const seenField = z.iso.datetime({ offset: true, error: 'Open this page anew, please' }).optional();
