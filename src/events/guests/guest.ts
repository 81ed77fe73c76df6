import * as z from 'zod';

/** One answer to an invitation as staff see it: the rows are made by private.guest_for_staff. */

const place = z.object({
  pool_id: z.uuid(),
  party_size: z.number(),
  status: z.enum(['asked', 'held', 'waiting', 'released']),
  queue_number: z.number(),
});

export const guestRow = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  language: z.enum(['en', 'es']),
  access_needs: z.string().nullable(),
  food: z.string().nullable(),
  answers: z.record(z.string(), z.string()),
  attends: z.enum(['in-person', 'online']).nullable(),
  children: z.number(),
  confirm_by: z.string().nullable(),
  cancelled_at: z.string().nullable(),
  cancelled_by: z.enum(['guest', 'staff', 'no-answer']).nullable(),
  walk_in: z.boolean(),
  arrived_at: z.string().nullable(),
  arrived_count: z.number().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
  place,
  rsvp_sessions: z.array(z.object({ session_id: z.uuid(), place: place.pick({ status: true }).nullable() })),
});
export type GuestRow = z.infer<typeof guestRow>;

export interface Guest {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  language: 'en' | 'es';
  party: number;
  children: number;
  /** Null where there is only one way to take part. */
  attends: 'in-person' | 'online' | null;
  standing: 'going' | 'waiting' | 'asked' | 'cancelled';
  /** In line for the same seats; 1 is next. Null for who does not wait. */
  position: number | null;
  accessNeeds: string | null;
  food: string | null;
  answers: Record<string, string>;
  sessions: { id: string; status: 'going' | 'waiting' | 'wished' }[];
  confirmBy: string | null;
  cancelledAt: string | null;
  cancelledBy: 'guest' | 'staff' | 'no-answer' | null;
  walkIn: boolean;
  arrivedAt: string | null;
  /** How many of the party have come; 0 for nobody. */
  here: number;
  answeredAt: string;
  updatedAt: string;
}

const standings = { held: 'going', waiting: 'waiting', asked: 'asked', released: 'cancelled' } as const;
const wishes = { held: 'going', waiting: 'waiting', asked: 'wished', released: 'wished' } as const;

/** Guests with their place in line, which needs all rows of the event. */
export function asGuests(rows: GuestRow[]): Guest[] {
  const lines = new Map<string, number[]>();
  for (const { place: seat } of rows) {
    if (seat.status !== 'waiting') continue;
    lines.set(
      seat.pool_id,
      [...(lines.get(seat.pool_id) ?? []), seat.queue_number].sort((a, b) => a - b),
    );
  }
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    phone: row.phone,
    language: row.language,
    party: row.place.party_size,
    children: row.children,
    attends: row.attends,
    standing: row.cancelled_at === null ? standings[row.place.status] : 'cancelled',
    position:
      row.place.status === 'waiting'
        ? (lines.get(row.place.pool_id) ?? []).indexOf(row.place.queue_number) + 1
        : null,
    accessNeeds: row.access_needs,
    food: row.food,
    answers: row.answers,
    sessions: row.rsvp_sessions.map((wish) => ({
      id: wish.session_id,
      status: wish.place ? wishes[wish.place.status] : 'wished',
    })),
    confirmBy: row.confirm_by,
    cancelledAt: row.cancelled_at,
    cancelledBy: row.cancelled_by,
    walkIn: row.walk_in,
    arrivedAt: row.arrived_at,
    here: row.arrived_count ?? 0,
    answeredAt: row.created_at,
    updatedAt: row.updated_at,
  }));
}
