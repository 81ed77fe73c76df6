import * as z from 'zod';
import { dateOrNothing, optionalLine, sayProblems } from '#platform/form-fields.ts';
import {
  asColumns,
  editFields,
  editKeys,
  problemsBetween,
  readableFields,
  type MeetingEdit,
  type SomeValues,
} from '../edit/meeting-edit.ts';
import type { AcceptedChange, Report } from './moderation.ts';

/** The form that settles a report, read into what is to be done. */

export type Settlement = { action: 'decline' } | { action: 'accept'; name: string; change: AcceptedChange };

const about = {
  confirmed: z.literal('yes').optional(),
  note: optionalLine(200),
  listing: z.enum(['gone', 'paused']).optional(),
  closedOn: dateOrNothing,
};
const decline = z.object({ action: z.literal('decline') });
const action = z.literal('accept');

/** Of a new meeting the whole form is taken; of one that is there the values whose box is ticked. */
export function settleForm(report: Report, present: MeetingEdit | null) {
  const accept = present === null ? newMeeting : correction(report.proposed, present);
  return z.discriminatedUnion('action', [decline, accept]);
}

const extras = ({ confirmed, note, listing, closedOn }: z.infer<z.ZodObject<typeof about>>) => ({
  confirmed: confirmed === 'yes',
  note,
  listing: listing ?? null,
  closedOn,
});

const wholeForm = z.object({ ...editFields, ...about, action });

const newMeeting = z.looseObject({ action }).transform((typed, context): Settlement => {
  const read = wholeForm.safeParse(typed);
  const between = problemsBetween(readableFields(typed));
  sayProblems([...(read.error?.issues ?? []), ...between], context);
  if (!read.success || between.length > 0) return z.NEVER;
  const columns = asColumns(Object.fromEntries(editKeys.map((key) => [key, read.data[key]])) as SomeValues);
  return { action: 'accept', name: read.data.name, change: { columns, ...extras(read.data) } };
});

const correction = (proposed: SomeValues, present: MeetingEdit) =>
  z
    .object({ ...about, action, take: z.preprocess((keys) => [keys ?? []].flat(), z.array(z.string())) })
    .transform((typed, context): Settlement => {
      const taken = editKeys.filter((key) => key in proposed && typed.take.includes(key));
      const values = Object.fromEntries(taken.map((key) => [key, proposed[key]])) as SomeValues;
      const between = problemsBetween({ ...present, ...values });
      sayProblems(
        between.map(({ message }) => ({ path: 'take', message })),
        context,
      );
      return { action: 'accept', name: '', change: { columns: asColumns(values), ...extras(typed) } };
    });
