import * as z from 'zod';
import {
  asColumns,
  editFields,
  editKeys,
  problemsBetween,
  type MeetingEdit,
  type SomeValues,
} from '../edit/meeting-edit.ts';
import { dateOrNothing, optionalLine } from '../edit/fields.ts';
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

const newMeeting = z.object({ ...editFields, ...about, action }).transform((typed, context): Settlement => {
  for (const { path, message } of problemsBetween(typed))
    context.addIssue({ code: 'custom', path: [path], message });
  const columns = asColumns(Object.fromEntries(editKeys.map((key) => [key, typed[key]])) as SomeValues);
  return { action: 'accept', name: typed.name, change: { columns, ...extras(typed) } };
});

const correction = (proposed: SomeValues, present: MeetingEdit) =>
  z
    .object({ ...about, action, take: z.preprocess((keys) => [keys ?? []].flat(), z.array(z.string())) })
    .transform((typed, context): Settlement => {
      const taken = editKeys.filter((key) => key in proposed && typed.take.includes(key));
      const values = Object.fromEntries(taken.map((key) => [key, proposed[key]])) as SomeValues;
      for (const { message } of problemsBetween({ ...present, ...values }))
        context.addIssue({ code: 'custom', path: ['take'], message });
      return { action: 'accept', name: '', change: { columns: asColumns(values), ...extras(typed) } };
    });
