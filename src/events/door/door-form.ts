import * as z from 'zod';
import type { OnwardDatabase } from '#platform/database.ts';
import type { Event } from '../event.ts';
import { checkIn, headCount, walkIn, type Done } from '../guests/guest-actions.ts';
import { walkInName } from './walk-in-name.ts';

/** What the forms of the list at the door send without JavaScript. */
export const doorForm = z.discriminatedUnion('action', [
  z.object({ action: z.literal('find'), name: z.string().max(200) }),
  z.object({ action: z.literal('arrive'), rsvp: z.uuid(), count: headCount, was: headCount }),
  z.object({ action: z.literal('back'), rsvp: z.uuid(), was: headCount }),
  z.object({
    action: z.literal('walk-in'),
    rsvp: z.uuid(),
    name: z.string().max(1000),
    count: z.coerce
      .number({ error: 'Enter how many came, as a number' })
      .pipe(
        z
          .int({ error: 'Enter how many came, as a number' })
          .min(1, { error: 'Enter 1 or more' })
          .max(50, { error: 'Enter 50 or fewer' }),
      ),
  }),
]);

/** Does it as the person who asks; null for what changes nothing. Throws DatabaseUnavailable. */
export async function pressed(
  database: OnwardDatabase,
  event: Event,
  form: z.infer<typeof doorForm>,
): Promise<{ done: Done; rsvp: string } | null> {
  switch (form.action) {
    case 'find':
      return null;
    case 'arrive':
      return { done: (await checkIn(database, form)).outcome, rsvp: form.rsvp };
    case 'back':
      return { done: (await checkIn(database, { ...form, count: 0 })).outcome, rsvp: form.rsvp };
    case 'walk-in':
      return {
        done: (await walkIn(database, event, { ...form, name: walkInName(form.name) })).outcome,
        rsvp: form.rsvp,
      };
  }
}
