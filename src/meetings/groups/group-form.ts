import * as z from 'zod';
import { optionalLine, sayProblems } from '#platform/form-fields.ts';
import { changedColumns } from '../edit/changes.ts';
import { toFlat, type FlatForm } from '../edit/flat-form.ts';
import { editFields, problemsBetween, readableFields, type SomeValues } from '../edit/meeting-edit.ts';
import type { KeptMeeting } from './kept-meetings.ts';
import { readSchedule, flatSchedule, scheduleColumns, scheduleFields } from './schedule-form.ts';

/** The form in which staff keep a meeting: what is typed, as columns to write. */

const box = z
  .literal('yes')
  .optional()
  .transform((ticked) => ticked === 'yes');

const fields = z.object({
  ...editFields,
  ...scheduleFields,
  facilitatorFirstName: optionalLine(60),
  alumniOnly: box,
  joinAfterPress: box,
});

/** What nobody could attend, at the field that would mend it. */
function unreachable({ mode, location, address, joinUrl, joinPhone, joinNotes }: SomeValues) {
  const nowhere = (mode === 'in-person' || mode === 'hybrid') && location === null && address === null;
  const noWayIn =
    (mode === 'online' || mode === 'hybrid') && joinUrl === null && joinPhone === null && joinNotes === null;
  return [
    ...(nowhere ? [{ path: 'location', message: 'Enter the place or the address, or choose “Online”' }] : []),
    ...(noWayIn
      ? [{ path: 'joinUrl', message: 'Enter a link, a number to dial, or how else one gets in' }]
      : []),
  ];
}

/** Reads the form into columns; of a meeting that is there, what stays as it is stays out. */
export const groupForm = (present: KeptMeeting | null) =>
  z.unknown().transform((typed, context) => {
    const read = fields.safeParse(typed);
    const part = readableFields(typed);
    const rhythm = z.object(scheduleFields).safeParse(typed);
    const schedule = rhythm.success ? readSchedule(rhythm.data, part.day ?? null) : null;
    const problems = [
      ...(read.error?.issues ?? []),
      ...problemsBetween(part),
      ...unreachable(part),
      ...(schedule?.problems ?? []),
    ];
    sayProblems(problems, context);
    if (!read.success || schedule === null || problems.length > 0) return z.NEVER;
    const { facilitatorFirstName, alumniOnly, joinAfterPress, ...edit } = read.data;
    return {
      ...changedColumns(present, edit),
      ...{ name: edit.name, fellowship: edit.fellowship, mode: edit.mode, time_zone: edit.timeZone },
      ...scheduleColumns(schedule.schedule),
      facilitator_first_name: facilitatorFirstName,
      alumni_only: alumniOnly,
      join_after_press: joinAfterPress,
    };
  });
export type GroupColumns = z.infer<ReturnType<typeof groupForm>>;

/** A meeting as the form shows it. */
export function flatGroup(meeting: KeptMeeting): FlatForm {
  return {
    ...toFlat(meeting),
    ...flatSchedule(meeting.schedule),
    facilitatorFirstName: meeting.facilitatorFirstName ?? '',
    alumniOnly: meeting.alumniOnly ? 'yes' : '',
    joinAfterPress: meeting.ownJoinAfterPress ? 'yes' : '',
    updatedAt: meeting.updatedAt,
  };
}

export const newGroup = (timeZone: string): FlatForm => ({
  ...{ timeZone, fellowship: 'alumni', rhythm: 'weekly', mode: '', day: '' },
});

const formId = z.object({ id: z.uuid({ error: 'Open this page anew, please' }) });

/** The form for a group that is not there yet. Its id is the form's own. */
export const newGroupForm = z.unknown().transform((typed, context): { id: string; columns: GroupColumns } => {
  const [read, named] = [groupForm(null).safeParse(typed), formId.safeParse(typed)];
  if (read.success && named.success) return { id: named.data.id, columns: read.data };
  sayProblems([...(read.error?.issues ?? []), ...(named.error?.issues ?? [])], context);
  return z.NEVER;
});
