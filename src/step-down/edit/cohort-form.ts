import * as z from 'zod';
import { optionalLine, dateOrNothing, readEach, sayProblems, zoneField } from '#platform/form-fields.ts';
import type { TypedValues } from '#platform/guard.ts';
import { neededTime, seatsField, seenField, weekdaysField } from './group-fields.ts';
import { cohortStatuses, groupFormats, type KeptCohort } from './kept-groups.ts';

/** The form in which staff keep a group. */

const fields = {
  startsOn: z.iso.date({ error: 'Enter the day on which it starts' }),
  endsOn: dateOrNothing,
  weekdays: weekdaysField,
  startTime: neededTime('Enter when it begins, for example 5:30 pm'),
  endTime: neededTime('Enter when it ends, for example 8:30 pm'),
  timeZone: zoneField,
  format: z.enum(groupFormats, { error: 'Choose how people take part' }),
  placeName: optionalLine(120),
  language: z.enum(['en', 'es'], { error: 'Choose the language' }),
  ledBy: optionalLine(80),
  seats: seatsField,
  status: z.enum(cohortStatuses, { error: 'Choose who sees it' }),
  updatedAt: seenField,
};

type Read = { [Key in keyof typeof fields]: z.infer<(typeof fields)[Key]> };
/** What is saved of a group. */
export type CohortEdit = Omit<Read, 'updatedAt'> & { updatedAt?: string | undefined };

/** The form of a group; one that is new does not start on a day before `today`. */
export const cohortForm = (present: KeptCohort | null, today: string) =>
  z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((typed, context): CohortEdit => {
    const { values, problems } = readEach(fields, typed);
    const { startsOn, endsOn, startTime, endTime, format } = values;
    const say = (path: keyof Read, message: string) => problems.push({ path, message });
    if (startsOn && startsOn < today && startsOn !== present?.startsOn)
      say('startsOn', 'This day is over. Choose one to come');
    if (startsOn && endsOn && endsOn <= startsOn) say('endsOn', 'Choose a last day after the first');
    if (startTime && endTime && endTime <= startTime) say('endTime', 'Choose an end after the beginning');
    if (format && format !== 'online' && values.placeName === null)
      say('placeName', 'Enter where the group meets');
    // in the order of the form
    const order = Object.keys(fields);
    problems.sort((a, b) => order.indexOf(a.path) - order.indexOf(b.path));
    sayProblems(problems, context);
    return problems.length > 0 ? z.NEVER : (values as Read);
  });

/** A group as its form shows it. */
export const flatCohort = (cohort: KeptCohort): TypedValues => ({
  ...{ startsOn: cohort.startsOn, endsOn: cohort.endsOn ?? '', weekdays: cohort.weekdays.map(String) },
  ...{ startTime: cohort.startTime, endTime: cohort.endTime, timeZone: cohort.timeZone },
  ...{ format: cohort.format, placeName: cohort.placeName ?? '', language: cohort.language },
  ...{ ledBy: cohort.ledBy ?? '', seats: cohort.seats === null ? '' : String(cohort.seats) },
  ...{ status: cohort.status, updatedAt: cohort.updatedAt },
});

/** The same group once more: everything but its dates, and nobody sees it yet. */
export function copyOfCohort(cohort: KeptCohort): TypedValues {
  const { updatedAt: _, ...same } = flatCohort(cohort);
  return { ...same, startsOn: '', endsOn: '', status: 'draft' };
}

export const newCohort = (timeZone: string): TypedValues => ({ timeZone, language: 'en', status: 'draft' });
