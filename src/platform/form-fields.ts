import * as z from 'zod';
import { freeText } from './free-text.ts';
import { isLine } from './printable.ts';
import { timeOf } from './time-of-day.ts';
import { isTimeZone } from './time-zones.ts';

/** How the fields of a form are read: text as people type it, to values. Errors say what to do. */

/** Blank is null: nothing is said. */
export const orNothing = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (value) => (value === undefined || (typeof value === 'string' && value.trim() === '') ? null : value),
    schema.nullable(),
  );

/** One line of text. */
export const shortLine = (limit: number) =>
  z
    .string()
    .transform((text) => text.trim().normalize('NFC'))
    .pipe(
      z
        .string()
        .refine(isLine, { error: 'Write this on one line' })
        .refine((text) => [...text].length <= limit, { error: `Use ${limit} characters or fewer` }),
    );

/** A line that must be there. */
export const needed = (limit: number, error: string) =>
  z
    .string({ error })
    .refine((text) => text.trim() !== '', { error, abort: true })
    .pipe(shortLine(limit));

/** Reads text by a rule that gives null where it does not hold. */
export const readAs = (read: (text: string) => string | null, error: string) =>
  z.string().transform((text, context) => {
    const value = read(text);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: error });
    return z.NEVER;
  });

/** A number in digits. */
export const wholeNumber = (least: number, most: number, error: string) =>
  readAs((text) => (/^\s*\d{1,6}\s*$/.test(text) ? text.trim() : null), error).pipe(
    z.string().transform(Number).pipe(z.int().min(least, { error }).max(most, { error })),
  );

/** Boxes that are ticked: a form sends none, one value or several. */
export const boxes = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === undefined || value === '' ? [] : [value].flat()), z.array(schema));

export const optionalLine = (limit: number) => orNothing(shortLine(limit));
export const optionalText = (limit: number) => orNothing(freeText(limit));

/** `HH:MM`, from "7:00 pm", "19:00" or "noon". */
export const timeOfDay = orNothing(readAs(timeOf, 'Enter a time, for example 7:00 pm'));

export const dateOrNothing = orNothing(z.iso.date({ error: 'Enter a date, as 2026-12-24' }));

/** Says each problem at its field, once a field. */
export function sayProblems(
  problems: readonly { path: PropertyKey | readonly PropertyKey[]; message: string }[],
  context: z.core.$RefinementCtx,
): void {
  const said = new Set<PropertyKey>();
  for (const { path, message } of problems) {
    const [field = ''] = [path].flat();
    if (!said.has(field)) context.addIssue({ code: 'custom', path: [field], message });
    said.add(field);
  }
}

type Fields = Record<string, z.ZodType>;

/**
 * Of a form's fields those that can be read, and what is wrong with the others: so that what does not go
 * together is said at once with the rest.
 */
export function readEach<Shape extends Fields>(
  fields: Shape,
  typed: Record<string, unknown>,
): {
  values: { [Key in keyof Shape]?: z.infer<Shape[Key]> };
  problems: { path: string; message: string }[];
} {
  const values: Record<string, unknown> = {};
  const problems: { path: string; message: string }[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const read = field.safeParse(typed[name]);
    if (read.success) values[name] = read.data;
    else problems.push({ path: name, message: read.error.issues[0]?.message ?? '' });
  }
  return { values: values as { [Key in keyof Shape]?: z.infer<Shape[Key]> }, problems };
}

const openAnew = 'Open this page anew, please';
/** Which version of something a page showed: an `integer` of the database, in digits. */
export const seenVersion = z
  .string({ error: openAnew })
  .regex(/^\d{1,9}$/, { error: openAnew })
  .transform(Number)
  .pipe(z.int().min(1, { error: openAnew }));

export const zoneField = z
  .string({ error: 'Choose the time zone' })
  .refine(isTimeZone, { error: 'Choose the time zone' });
