import * as z from 'zod';
import { dateOrNothing, optionalLine, sayProblems, timeOfDay } from '#platform/form-fields.ts';
import { heldDates } from '../recurrence.ts';
import { Temporal } from 'temporal-polyfill';
import { groupForm, type GroupColumns } from './group-form.ts';
import type { KeptMeeting } from './kept-meetings.ts';
import type { DateChange } from './save-meeting.ts';

/** What staff do on a meeting's page: each button sends one of these. */
export type GroupAction =
  | { do: 'save'; columns: GroupColumns; updatedAt: string }
  | { do: 'confirm' }
  | { do: 'list'; status: 'listed' | 'gone' }
  | { do: 'date'; change: DateChange }
  | { do: 'usual'; on: string };

const dateFields = z.object({
  on: dateOrNothing,
  what: z.enum(['closed', 'moved'], { error: 'Choose whether it is closed or moved' }),
  note: optionalLine(200),
  movedTo: dateOrNothing,
  movedStart: timeOfDay,
  movedEnd: timeOfDay,
  movedLocation: optionalLine(255),
});

/** A date that is not as usual; it must be one on which the meeting would be held. */
const dateForm = (meeting: KeptMeeting) =>
  dateFields.transform(({ on, what, note, ...moved }, context): GroupAction => {
    const wrong = (path: string, message: string) => {
      context.addIssue({ code: 'custom', path: [path], message });
      return z.NEVER;
    };
    if (on === null) return wrong('on', 'Enter the date on which it is not as usual');
    const date = Temporal.PlainDate.from(on);
    if (heldDates(meeting, date, date).length === 0) {
      const name = date.toLocaleString('en-US', { weekday: 'long', month: 'long', day: 'numeric' });
      return wrong('on', `It does not meet on ${name}. Enter one of its dates`);
    }
    if (what === 'closed') return { do: 'date', change: { on, note, moved: null } };
    if (moved.movedTo === null) return wrong('movedTo', 'Enter the date it is moved to');
    const startTime = moved.movedStart ?? meeting.startTime;
    if (startTime === null) return wrong('movedStart', 'Enter when it starts, for example 7:00 pm');
    // at another time the usual end says nothing
    const endTime = moved.movedEnd ?? (moved.movedStart === null ? meeting.endTime : null);
    const elsewhere = { to: moved.movedTo, startTime, endTime, location: moved.movedLocation };
    return { do: 'date', change: { on, note, moved: elsewhere } };
  });

/** When the meeting was changed last, as the page that was opened knew it. */
const asSeen = z.object({
  updatedAt: z
    .string()
    .refine((text) => !Number.isNaN(Date.parse(text)), { error: 'Open this page anew, please' }),
});

const name = z.object({ action: z.enum(['save', 'confirm', 'remove', 'restore', 'date', 'usual']) });

export const groupPageForm = (meeting: KeptMeeting) =>
  z.unknown().transform((typed, context): GroupAction => {
    const take = <Schema extends z.ZodType>(schema: Schema): z.infer<Schema> => {
      const parsed = schema.safeParse(typed);
      if (parsed.success) return parsed.data;
      sayProblems(parsed.error.issues, context);
      return z.NEVER;
    };
    const asked = take(name);
    switch (asked?.action) {
      case 'save': {
        const columns = take(groupForm(meeting));
        return { do: 'save', columns, ...take(asSeen) };
      }
      case 'date':
        return take(dateForm(meeting));
      case 'usual':
        return { do: 'usual', ...take(z.object({ on: z.iso.date() })) };
      case 'confirm':
        return { do: 'confirm' };
      default:
        return { do: 'list', status: asked?.action === 'remove' ? 'gone' : 'listed' };
    }
  });
