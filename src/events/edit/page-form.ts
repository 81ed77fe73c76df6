import * as z from 'zod';
import { sayProblems } from '#platform/form-fields.ts';
import { eventForm, type EventEdit } from './event-form.ts';
import type { KeptEvent } from './kept-event.ts';
import { wallTime } from '#platform/wall-time.ts';

/** What staff do on an event's page: each button sends one of these. */
export type EventAction =
  | { do: 'save' | 'publish'; edit: EventEdit; tell: boolean; all: boolean; updatedAt: string }
  | { do: 'draft' };

const about = z.object({
  action: z.enum(['save', 'publish', 'draft']).default('save'),
  tell: z.literal('yes').optional(),
  changes: z.enum(['this', 'all']).default('this'),
  /** When the event was changed last, as the page that was opened knew it. */
  updatedAt: z.iso.datetime({ error: 'Open this page anew, please' }).optional(),
});

export const eventPageForm = (event: KeptEvent, now: string) =>
  z
    .record(z.string(), z.union([z.string(), z.array(z.string())]))
    .transform((typed, context): EventAction => {
      const asked = about.safeParse(typed);
      if (asked.data?.action === 'draft') return { do: 'draft' };
      const published = event.status === 'published' || asked.data?.action === 'publish';
      const read = eventForm({ present: event, several: false, published, now }).safeParse({
        ...typed,
        // a room and a link have seats apart, which is decided at the start
        ...(event.format === 'hybrid' && { format: 'hybrid' }),
        replies: event.replies,
      });
      sayProblems([...(read.error?.issues ?? []), ...(asked.error?.issues ?? [])], context);
      if (!read.success || !asked.success) return z.NEVER;
      const { action, tell, changes, updatedAt = event.updatedAt } = asked.data;
      const { startsAt, timeZone } = read.data.fields;
      const moved = wallTime(startsAt, timeZone).on !== wallTime(event.startsAt, event.timeZone).on;
      const all = changes === 'all' && event.series !== null;
      if (all && moved) {
        const message = 'Each date keeps its own day. To move this one, choose “Only this date”';
        sayProblems([{ path: 'on', message }], context);
        return z.NEVER;
      }
      return { do: action, edit: read.data, tell: tell === 'yes', all, updatedAt };
    });
