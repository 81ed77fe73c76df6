import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { OnwardDatabase } from '#platform/database.ts';
import { dateOrNothing } from '#platform/form-fields.ts';
import { keptEvent, type KeptEvent } from './kept-event.ts';
import { addEvent } from './save-event.ts';
import { saveSessions } from './sessions.ts';
import { daysBetween, daysLater, wallTime } from '#platform/wall-time.ts';

/** The same event once more on another day: a draft with its words, sessions and questions, and no guests. */

export const duplicateForm = z.object({
  id: z.uuid({ error: 'Open this page anew, please' }),
  on: dateOrNothing.refine((date) => date !== null, { error: 'Enter the new date' }).transform(String),
});

/** Adds the draft and returns its name in the address. Throws DatabaseUnavailable. */
export async function duplicate(
  database: OnwardDatabase,
  event: KeptEvent,
  { id, on }: z.infer<typeof duplicateForm>,
): Promise<string> {
  const days = daysBetween(wallTime(event.startsAt, event.timeZone).on, on);
  const later = (moment: string) => daysLater(moment, days, event.timeZone);
  const slug = await addEvent(database, {
    id,
    status: 'draft',
    capacity: event.capacity,
    onlineCapacity: event.online?.capacity ?? null,
    fields: {
      ...{ title: event.title, summary: event.summary, description: event.description, kind: event.kind },
      ...{ audience: event.audience, format: event.format, replies: event.replies },
      ...{ startsAt: later(event.startsAt), endsAt: later(event.endsAt), timeZone: event.timeZone },
      ...{ rsvpClosesAt: later(event.rsvpClosesAt), placeName: event.placeName, address: event.address },
      ...{ maxPartySize: event.maxPartySize, queueRule: event.queueRule },
      ...{ confirmWithinHours: event.confirmWithinHours, asksConduct: event.asksConduct },
      ...{ asksChildren: event.asksChildren, asksFood: event.asksFood, questions: event.questions },
      ...{ remindsTwoHours: event.remindsTwoHours, thanks: event.thanks },
    },
    told: { address: event.privateAddress, joinUrl: event.joinUrl, arrivalNotes: event.arrivalNotes },
  });
  const copy = event.sessions.length > 0 ? await keptEvent(database, slug) : null;
  // sent twice, the sessions are there
  if (copy?.sessions.length === 0)
    await saveSessions(
      database,
      copy.id,
      event.sessions.map(({ title, summary, startsAt, endsAt, placeName, seats }) => ({
        ...{ title, summary, placeName, capacity: seats.capacity },
        ...{ startsAt: later(startsAt), endsAt: later(endsAt) },
      })),
    );
  return slug;
}

export const newDuplicate = () => ({ id: randomUUID() });
