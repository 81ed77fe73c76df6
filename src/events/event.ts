import * as z from 'zod';
import { instant } from '#platform/clock.ts';
import { questions } from './question.ts';

export const byStart = (a: { startsAt: string }, b: { startsAt: string }): number =>
  instant(a.startsAt).epochMilliseconds - instant(b.startsAt).epochMilliseconds;

export const eventKinds = ['social', 'workshop', 'family', 'service', 'outdoors', 'celebration'] as const;
export const audiences = ['alumni', 'alumni-and-guests', 'family', 'everyone'] as const;
export const formats = ['in-person', 'online', 'hybrid'] as const;

const moment = z.string().transform((text) => instant(text).toString());

/** An event as everybody may see it. */
const seats = z
  .object({ capacity: z.number().nullable(), seats_taken: z.number(), parties_waiting: z.number() })
  .transform((pool) => ({
    /** null: no limit */
    capacity: pool.capacity,
    seatsLeft: pool.capacity === null ? null : pool.capacity - pool.seats_taken,
    waiting: pool.parties_waiting,
  }));
export type Seats = z.infer<typeof seats>;

const sessionRow = z
  .object({
    id: z.uuid(),
    title: z.string(),
    summary: z.string().nullable(),
    starts_at: moment,
    ends_at: moment,
    place_name: z.string().nullable(),
    seat_pools: seats,
  })
  .transform((row) => ({
    id: row.id,
    title: row.title,
    summary: row.summary,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    placeName: row.place_name,
    seats: row.seat_pools,
  }));
export type Session = z.infer<typeof sessionRow>;

const seriesRow = z
  .object({
    id: z.uuid(),
    title: z.string(),
    rule: z.string(),
    last_on: z.string().nullable(),
    updated_at: moment,
  })
  .transform((row) => ({
    id: row.id,
    title: row.title,
    /** RFC 5545, without DTSTART. */
    rule: row.rule,
    /** The last local day there may be a date, as 2027-05-25; null: nobody has said. */
    lastOn: row.last_on,
    updatedAt: row.updated_at,
  }));

export const eventRow = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    description: z.string(),
    kind: z.enum(eventKinds),
    audience: z.enum(audiences),
    format: z.enum(formats),
    starts_at: moment,
    ends_at: moment,
    time_zone: z.string(),
    place_name: z.string().nullable(),
    address: z.string().nullable(),
    max_party_size: z.number(),
    rsvp_closes_at: moment,
    asks_conduct: z.boolean(),
    asks_children: z.boolean(),
    asks_food: z.boolean(),
    questions,
    replies: z.enum(['rsvp', 'drop-in']),
    status: z.enum(['draft', 'published', 'cancelled']),
    called_off_note: z.string().nullable(),
    updated_at: moment,
    series_on: z.string().nullable(),
    series: seriesRow.nullable(),
    seats,
    online_seats: seats.nullable(),
    event_sessions: z.array(sessionRow),
  })
  .transform(({ seats: own, event_sessions: sessions, ...row }) => ({
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
    asksChildren: row.asks_children,
    asksFood: row.asks_food,
    questions: row.questions,
    /** 'drop-in': nobody answers, everybody may come. */
    replies: row.replies,
    status: row.status,
    calledOffNote: row.called_off_note,
    updatedAt: row.updated_at,
    /** The series this is a date of. */
    series: row.series,
    /** The local day its series gave it, as 2026-12-22; another than it is on when it was moved. */
    seriesOn: row.series_on,
    ...own,
    /** Hybrid only: seats by link, apart from those in the room. */
    online: row.online_seats,
    sessions: sessions.sort(byStart),
  }));

export type Event = z.infer<typeof eventRow>;

/** The columns of {@link eventRow}, as PostgREST asks for them. */
export const eventColumns =
  'id, slug, title, summary, description, kind, audience, format, starts_at, ends_at, time_zone, place_name, address, max_party_size, rsvp_closes_at, asks_conduct, asks_children, asks_food, questions, replies, status, called_off_note, updated_at, series_on, series:event_series(id, title, rule, last_on, updated_at), seats:seat_pools!events_pool_id_fkey(capacity, seats_taken, parties_waiting), online_seats:seat_pools!events_online_pool_id_fkey(capacity, seats_taken, parties_waiting), event_sessions(id, title, summary, starts_at, ends_at, place_name, seat_pools(capacity, seats_taken, parties_waiting))';

export type ReplyStatus = 'open' | 'closed' | 'cancelled';

/** Whether one can still answer. `now` is an ISO instant. */
export function replyStatus(event: Pick<Event, 'status' | 'rsvpClosesAt'>, now: string): ReplyStatus {
  if (event.status === 'cancelled') return 'cancelled';
  return instant(now).epochMilliseconds < instant(event.rsvpClosesAt).epochMilliseconds ? 'open' : 'closed';
}

export const isOver = (event: Pick<Event, 'endsAt'>, now: string): boolean =>
  instant(event.endsAt).epochMilliseconds <= instant(now).epochMilliseconds;
