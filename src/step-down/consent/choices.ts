import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { nameField } from '#platform/contact.ts';
import { dateOrNothing, optionalLine, readEach, sayProblems } from '#platform/form-fields.ts';
import { known } from '../problems.ts';
import { informationKinds, purposes, recipientKinds, type Choices } from './terms.ts';

/** What somebody chooses before they sign: the first page of a consent. Errors stand under its field names. */

/** How long a consent may stand, in days; the form offers these beside a date of one's own. */
export const usualDays = 90;
export const offeredDays = [30, usualDays, 180] as const;

/** The fields of the form, to be kept while the person reads what they are about to sign. */
export const choiceFields = [
  'recipientKind',
  'recipientName',
  'recipientReach',
  'information',
  'purpose',
  'until',
  'untilDate',
] as const;

export const choiceShape = {
  recipientKind: z.enum(recipientKinds, { error: known('Select who we may speak with') }),
  recipientName: nameField(known('Enter the name of the person or the office')),
  recipientReach: optionalLine(200),
  information: z.preprocess(
    (value) => [value ?? []].flat(),
    z
      .array(z.enum(informationKinds, { error: known('Select what we may tell from the list') }))
      .min(1, { error: known('Select what we may tell') }),
  ),
  purpose: z.enum(purposes, { error: known('Select what it is for') }),
  until: z.enum([...offeredDays.map(String), 'date'], { error: known('Select until when it stands') }),
  untilDate: dateOrNothing,
};

type Values = ReturnType<typeof readEach<typeof choiceShape>>['values'];

/** What does not go together, by 42 CFR 2.31(b) and (d). */
function apart({ information = [], purpose, recipientKind }: Values) {
  const notes = information.includes('counseling-notes');
  if (notes && information.length > 1) {
    return [
      {
        path: 'information',
        message: known(
          'The notes of your counseling need a consent of their own. Select only them, or leave them out and sign a second consent later',
        ),
      },
    ];
  }
  if (notes && (purpose === 'legal-matter' || recipientKind === 'court')) {
    return [
      {
        path: 'information',
        message: known(
          'The notes of your counseling cannot go with a legal matter here. Leave them out, or call us',
        ),
      },
    ];
  }
  if (recipientKind === 'court' && purpose !== undefined && purpose !== 'legal-matter') {
    return [
      {
        path: 'purpose',
        message: known(
          'For a court, select “For a court case or other legal matter”: it needs a consent of its own',
        ),
      },
    ];
  }
  return [];
}

/** The last day that was chosen, or what is wrong with it. At most a year from `today`. */
function lastDay({ until, untilDate: day }: Values, today: Temporal.PlainDate): string | { message: string } {
  if (until === undefined || day === undefined) return '';
  if (until !== 'date') return today.add({ days: Number(until) }).toString();
  if (day === null) return { message: known('Enter the day, or select one of the others') };
  if (Temporal.PlainDate.compare(day, today) <= 0) return { message: known('Enter a date after today') };
  const latest = today.add({ years: 1 });
  if (Temporal.PlainDate.compare(day, latest) <= 0) return day;
  const late = known('Enter a date up to {date}: a consent stands for a year at most');
  return { message: late.replace('{date}', latest.toString()) };
}

/** Reads the form. `today` is the day it is where the program is, as 2026-11-22. */
export const choicesForm = (today: string) =>
  z.record(z.string(), z.unknown()).transform((typed, context): Choices => {
    const { values, problems } = readEach(choiceShape, typed);
    const expiresOn = lastDay(values, Temporal.PlainDate.from(today));
    const wrong = [
      ...problems,
      ...apart(values),
      ...(typeof expiresOn === 'string' ? [] : [{ path: 'untilDate', message: expiresOn.message }]),
    ];
    const { recipientKind, recipientName, information, purpose } = values;
    if (
      wrong.length > 0 ||
      typeof expiresOn !== 'string' ||
      !recipientKind ||
      !recipientName ||
      !information ||
      !purpose
    ) {
      sayProblems(wrong, context);
      return z.NEVER;
    }
    return {
      recipientKind,
      recipient: { name: recipientName, reach: values.recipientReach ?? null },
      information: informationKinds.filter((kind) => information.includes(kind)),
      purpose,
      expiresOn,
    };
  });
