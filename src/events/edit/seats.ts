import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { sayProblems } from '#platform/form-fields.ts';
import { seatsField } from './event-fields.ts';

/** How many seats an event has. Nobody loses a yes unless somebody of the staff says whose. */

const buttons = z.object({
  which: z.enum(['room', 'link']).default('room'),
  /** The answers that go back to the line, when staff have seen whose they are. */
  move: z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(z.uuid({ error: 'Open this page anew, please' })).max(500),
  ),
});

/** A page has a form for the room and one for the link: the names of their fields end in which. */
export const seatsForm = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform((typed, context) => {
    const asked = buttons.safeParse(typed);
    const field = `seats-${asked.data?.which ?? 'room'}`;
    const seats = seatsField.safeParse(typed[field]);
    if (!asked.success || !seats.success) {
      sayProblems(
        [
          ...(seats.error?.issues ?? []).map(({ message }) => ({ path: field, message })),
          ...(asked.error?.issues ?? []),
        ],
        context,
      );
      return z.NEVER;
    }
    /** The box that says so. */
    const sure = typed[`sure-${asked.data.which}`] === 'yes';
    return { ...asked.data, seats: seats.data, sure };
  });
export type SeatsAsked = z.infer<typeof seatsForm>;

const affected = z.array(
  z
    .object({ rsvp: z.uuid(), name: z.string(), party_size: z.number() })
    .transform(({ rsvp, name, party_size }) => ({ rsvp, name, partySize: party_size })),
);
export type Affected = z.infer<typeof affected>;

export type SeatsAnswer =
  | { outcome: 'set'; promoted: number }
  /** Refused: these would lose their seats. `meanwhile`: they are not those who were shown. */
  | { outcome: 'affects'; guests: Affected; meanwhile: boolean };

const lockTimeout = '55P03';

/** Sets the seats, and hands new ones to the waiting list. Throws DatabaseUnavailable. */
export async function setSeats(
  database: OnwardDatabase,
  event: { id: string },
  { seats, which, move, sure }: SeatsAsked,
): Promise<SeatsAnswer> {
  const online = which === 'link';
  // the generated types know no null for a number that may be left out: no number is no limit
  const capacity = seats as number;
  const moving = sure ? move : [];
  const answer = await database.rpc('set_event_capacity', {
    ...{ p_event: event.id, p_capacity: capacity, p_online: online, p_move: moving },
  });
  if (!answer.error) return { outcome: 'set', promoted: z.number().parse(answer.data) };
  if (answer.error.code === lockTimeout) rows(answer);
  // a CHECK holds every yes, and the names have to be those of now: whoever is concerned says which it was
  const asked = await database.rpc('affected_by_capacity', {
    ...{ p_event: event.id, p_capacity: capacity, p_online: online },
  });
  const guests = affected.parse(rows(asked));
  if (guests.length === 0 && moving.length === 0) rows(answer);
  return { outcome: 'affects', guests, meanwhile: moving.length > 0 };
}
