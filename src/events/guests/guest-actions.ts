import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { freeText } from '#platform/free-text.ts';

/** What staff do with one guest: the forms, and the functions that do it as the person who asks. */

const reason = freeText(500);
export const headCount = z.coerce.number().pipe(z.int().min(0).max(50));

/** What the forms of a guest's own page send. */
export const guestForm = z.discriminatedUnion('action', [
  z.object({ action: z.literal('accept') }),
  z.object({ action: z.enum(['remove', 'decline']), reason: reason.optional() }),
  z.object({
    action: z.literal('seat'),
    reason: reason.refine((text) => text !== '', { error: 'Say in a few words why they are next' }),
  }),
  z.object({ action: z.literal('arrive'), count: headCount.pipe(z.int().min(1)), was: headCount }),
  z.object({ action: z.literal('back'), was: headCount }),
]);
export type GuestAction = z.infer<typeof guestForm>;

const outcome = z.object({
  outcome: z.string(),
  count: z.number().optional(),
  status: z.string().optional(),
});

/** How it ended, as one word: what was done, or why nothing was. */
export type Done =
  | 'removed'
  | 'declined'
  | 'accepted'
  | 'accepted-waiting'
  | 'seated'
  | 'arrived'
  | 'taken-back'
  | 'already'
  | 'not-going'
  | 'no-room'
  | 'unknown';

/** Does it as the person who asks. Pressed twice is done once. Throws DatabaseUnavailable. */
export async function act(database: OnwardDatabase, rsvp: string, action: GuestAction): Promise<Done> {
  const said = async (answer: Parameters<typeof rows>[0]) =>
    outcome.parse(rows(answer)) as { outcome: Done; status?: string };
  switch (action.action) {
    case 'remove':
    case 'decline': {
      const p_reason = action.reason ?? '';
      const done = await said(await database.rpc('remove_guest', { p_rsvp: rsvp, p_reason }));
      return done.outcome === 'removed' && action.action === 'decline' ? 'declined' : done.outcome;
    }
    case 'accept': {
      const done = await said(await database.rpc('accept_asked', { p_rsvp: rsvp }));
      return done.outcome === 'accepted' && done.status === 'waiting' ? 'accepted-waiting' : done.outcome;
    }
    case 'seat':
      return (await said(await database.rpc('seat_by_hand', { p_rsvp: rsvp, p_reason: action.reason })))
        .outcome;
    case 'arrive':
      return (await checkIn(database, { rsvp, count: action.count, was: action.was })).outcome;
    case 'back':
      return (await checkIn(database, { rsvp, count: 0, was: action.was })).outcome;
  }
}

const arrival = z.object({
  outcome: z.enum(['arrived', 'taken-back', 'already', 'not-going', 'no-room', 'unknown']),
  /** How many are here by now. */
  count: z.number().optional(),
});
export type Arrival = z.infer<typeof arrival>;

/** So many of a party are here (0: nobody, after all). `was`: how many the page knew of; `at` an instant. */
export async function checkIn(
  database: OnwardDatabase,
  { rsvp, count, was, at }: { rsvp: string; count: number; was: number; at?: string },
): Promise<Arrival> {
  const p_at = at === undefined ? {} : { p_at: at };
  return arrival.parse(
    rows(await database.rpc('check_in', { p_rsvp: rsvp, p_count: count, p_was: was, ...p_at })),
  );
}

/** Somebody who comes without an answer. `rsvp` is made up by the page, so that sending twice is one person. */
export async function walkIn(
  database: OnwardDatabase,
  event: { id: string },
  { rsvp, name, count, at }: { rsvp: string; name: string; count: number; at?: string },
): Promise<Arrival> {
  const p_at = at === undefined ? {} : { p_at: at };
  return arrival.parse(
    rows(
      await database.rpc('walk_in', {
        p_event: event.id,
        p_rsvp: rsvp,
        p_name: name,
        p_party: count,
        ...p_at,
      }),
    ),
  );
}

/** What became of it, in a sentence for the top of the page. */
export const doneWords: Record<Done, string> = {
  removed: 'Taken off the list. If they left an email address, we write to them now.',
  declined: 'Declined. If they left an email address, we write to them now.',
  accepted: 'Accepted: they have a place. If they left an email address, we write to them now.',
  'accepted-waiting': 'Accepted. It is full, so they are on the waiting list, and are told so.',
  seated: 'They have a seat now. If they left an email address, we write to them.',
  arrived: 'Checked in.',
  'taken-back': 'Taken back: they are not here yet.',
  already: 'A colleague was faster. This is how it stands now.',
  'not-going': 'They have no seat, so they cannot be checked in. Give them a seat first.',
  'no-room': 'There are not enough free seats. Nothing was changed.',
  unknown: 'This was settled already. Nothing more was changed.',
};
