import * as z from 'zod';
import { instant } from '#platform/clock.ts';

/** An event as everybody may see it. */
const moment = z.string().transform((text) => instant(text).toString());

export const eventRow = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    description: z.string(),
    kind: z.enum(['social', 'workshop', 'family', 'service', 'outdoors', 'celebration']),
    audience: z.enum(['alumni', 'alumni-and-guests', 'family', 'everyone']),
    format: z.enum(['in-person', 'online', 'hybrid']),
    starts_at: moment,
    ends_at: moment,
    time_zone: z.string(),
    place_name: z.string().nullable(),
    address: z.string().nullable(),
    max_party_size: z.number(),
    rsvp_closes_at: moment,
    asks_conduct: z.boolean(),
    status: z.enum(['draft', 'published', 'cancelled']),
    updated_at: moment,
    seat_pools: z.object({
      capacity: z.number().nullable(),
      seats_taken: z.number(),
      parties_waiting: z.number(),
    }),
  })
  .transform(({ seat_pools: pool, ...row }) => ({
    id: row.id,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    description: row.description,
    kind: row.kind,
    audience: row.audience,
    format: row.format,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    timeZone: row.time_zone,
    placeName: row.place_name,
    address: row.address,
    maxPartySize: row.max_party_size,
    rsvpClosesAt: row.rsvp_closes_at,
    asksConduct: row.asks_conduct,
    status: row.status,
    updatedAt: row.updated_at,
    capacity: pool.capacity,
    seatsLeft: pool.capacity === null ? null : pool.capacity - pool.seats_taken,
    waiting: pool.parties_waiting,
  }));

export type Event = z.infer<typeof eventRow>;

/** The columns of {@link eventRow}, as PostgREST asks for them. */
export const eventColumns =
  'id, slug, title, summary, description, kind, audience, format, starts_at, ends_at, time_zone, place_name, address, max_party_size, rsvp_closes_at, asks_conduct, status, updated_at, seat_pools(capacity, seats_taken, parties_waiting)';

export type ReplyStatus = 'open' | 'closed' | 'cancelled';

/** Whether one can still answer. `now` is an ISO instant. */
export function replyStatus(event: Pick<Event, 'status' | 'rsvpClosesAt'>, now: string): ReplyStatus {
  if (event.status === 'cancelled') return 'cancelled';
  return instant(now).epochMilliseconds < instant(event.rsvpClosesAt).epochMilliseconds ? 'open' : 'closed';
}

export const isOver = (event: Pick<Event, 'endsAt'>, now: string): boolean =>
  instant(event.endsAt).epochMilliseconds <= instant(now).epochMilliseconds;

export const byStart = (a: Pick<Event, 'startsAt'>, b: Pick<Event, 'startsAt'>): number =>
  instant(a.startsAt).epochMilliseconds - instant(b.startsAt).epochMilliseconds;
