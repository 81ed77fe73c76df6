import * as z from 'zod';
import { instant } from '#platform/clock.ts';
import type { OnwardDatabase } from '#platform/database.ts';
import type { Event } from '../event.ts';
import { openGuests } from '../guests/guest-list.ts';
import { checkIn, headCount, walkIn } from '../guests/guest-actions.ts';
import { atTheDoor, latestChange } from './door-list.ts';
import type { DoorGuest } from './door-guest.ts';
import type { Answer } from './presses.ts';
import { walkInName } from './walk-in-name.ts';

/** What a device at the door sends: what was pressed since, and from when on it wants to hear news. */
export const syncRequest = z.strictObject({
  since: z.iso.datetime({ offset: true }).nullable(),
  presses: z
    .array(
      z.strictObject({
        id: z.uuid(),
        kind: z.enum(['arrive', 'walk-in']),
        rsvp: z.uuid(),
        count: headCount,
        was: headCount,
        at: z.iso.datetime(),
        name: z.string().max(1000).optional(),
      }),
    )
    .max(100),
});

/** What it hears: how each press ended, and the guests that changed. */
export interface SyncAnswer {
  answers: Answer[];
  guests: DoorGuest[];
  since: string | null;
}

/** Changes of transactions that took a while are told once more, so that none is missed. */
const overlapMilliseconds = 30_000;

/** Takes the presses in their order, as the person who asks; each may come any number of times. */
export async function sync(
  database: OnwardDatabase,
  event: Event,
  { since, presses }: z.infer<typeof syncRequest>,
): Promise<SyncAnswer> {
  const answers: Answer[] = [];
  for (const { id, kind, name, ...press } of presses) {
    const arrival =
      kind === 'walk-in'
        ? await walkIn(database, event, { ...press, count: Math.max(1, press.count), name: walkInName(name) })
        : await checkIn(database, press);
    answers.push({ id, ...arrival });
  }
  const { guests } = await openGuests(database, event, 'door');
  const from = since === null ? -Infinity : instant(since).epochMilliseconds - overlapMilliseconds;
  return {
    answers,
    guests: guests.filter(({ updatedAt }) => instant(updatedAt).epochMilliseconds >= from).map(atTheDoor),
    since: latestChange(guests),
  };
}
