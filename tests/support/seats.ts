import { expect } from 'vitest';
import { call, type Client } from './postgres.ts';

/** Events with seats, people who want them, and what must be true of both at any quiet moment. */

export interface Answer {
  outcome: string;
  rsvp: string;
  /** Where the contact had answered before. */
  echo?: string;
  status: 'going' | 'waiting' | 'asked' | 'cancelled';
  position: number | null;
}

export interface EventOptions {
  capacity: number | null;
  queueRule?: 'first-that-fits' | 'strict';
  /** Any field of `create_event` by its name there. */
  fields?: Record<string, unknown>;
}

/** Adds an event in three days that is open for answers until the day before, and returns its slug and ids. */
export async function addEvent(owner: Client, slug: string, options: EventOptions) {
  const { capacity, queueRule = 'first-that-fits', fields = {} } = options;
  const event = await call<string>(
    owner,
    `public.create_event(jsonb_build_object(
      'title', 'Supper', 'summary', 'A long table.', 'kind', 'social', 'format', 'in-person',
      'startsAt', now() + interval '3 days', 'endsAt', now() + interval '3 days 2 hours',
      'rsvpClosesAt', now() + interval '2 days', 'timeZone', 'America/Denver', 'maxPartySize', 8,
      'status', 'published') || ($1::text)::jsonb)`,
    [JSON.stringify({ slug, capacity, queueRule, ...fields })],
  );
  const pool = await call<string>(owner, '(select pool_id from public.events where id = $1)', [event]);
  return { slug, event, pool };
}

export const createRsvp = (
  client: Client,
  slug: string,
  person: string,
  party: number,
  key: string | null = null,
) =>
  call<Answer>(client, 'public.create_rsvp($1, $2, $3, p_email => $4, p_idempotency_key => $5)', [
    slug,
    person,
    party,
    `${person}@example.org`,
    key,
  ]);

export const updateRsvp = (client: Client, rsvp: string, party: number) =>
  call<Answer>(client, 'public.update_rsvp($1, $2)', [rsvp, party]);

export const cancelRsvp = (client: Client, rsvp: string) =>
  call<Answer>(client, 'public.cancel_rsvp($1)', [rsvp]);

export interface Party {
  id: string;
  party_size: number;
  status: 'held' | 'waiting' | 'released';
  queue: number;
}

export interface Pool {
  capacity: number | null;
  seats_taken: number;
  parties_waiting: number;
  parties: Party[];
}

export async function readPool(owner: Client, pool: string): Promise<Pool> {
  return call<Pool>(
    owner,
    `(select jsonb_build_object(
      'capacity', capacity, 'seats_taken', seats_taken, 'parties_waiting', parties_waiting,
      'parties', (select coalesce(jsonb_agg(jsonb_build_object(
        'id', id, 'party_size', party_size, 'status', status, 'queue', queue_number) order by queue_number), '[]')
        from public.places where pool_id = pool.id))
      from public.seat_pools pool where id = $1)`,
    [pool],
  );
}

/** The figures say what the places say, nobody sits on nothing, no seat stands empty beside a party that fits. */
export async function expectSoundPool(
  owner: Client,
  pool: string,
  rule: 'first-that-fits' | 'strict' = 'first-that-fits',
): Promise<Pool> {
  const now = await readPool(owner, pool);
  const held = now.parties.filter((party) => party.status === 'held');
  const waiting = now.parties.filter((party) => party.status === 'waiting');
  expect(now.seats_taken, 'seats taken are the seats of those who hold them').toBe(
    held.reduce((seats, party) => seats + party.party_size, 0),
  );
  expect(now.parties_waiting, 'parties waiting are counted').toBe(waiting.length);
  if (now.capacity === null) {
    expect(waiting, 'nobody waits where there is no limit').toEqual([]);
  } else {
    const free = now.capacity - now.seats_taken;
    expect(free, 'never over capacity').toBeGreaterThanOrEqual(0);
    expect(
      (rule === 'strict' ? waiting.slice(0, 1) : waiting).filter((party) => party.party_size <= free),
      `no seat of the ${free} free ones is kept from a party that fits`,
    ).toEqual([]);
  }
  return now;
}

/**
 * Every transition a person was to hear of has exactly one mail, from the first to the present one; only the
 * further dates of a series are told by the mail of their first. What the clock sends counts apart: its
 * transition is the minute of the start.
 */
export async function expectOneMailPerTransition(owner: Client): Promise<void> {
  const wrong = await owner.unsafe(`
    select rsvp.id, rsvp.transition, array_agg(mail.transition order by mail.transition) as mails
    from public.rsvps rsvp
    join public.events event on event.id = rsvp.event_id
    left join public.outbox mail
      on mail.rsvp_id = rsvp.id and mail.kind not in ('rsvp-reminder', 'rsvp-soon', 'rsvp-thanks')
    where rsvp.email is not null
    group by rsvp.id, event.series_id
    having coalesce(array_agg(mail.transition order by mail.transition) filter (where mail.id is not null), '{}')
      not in (
        array(select generate_series(1, rsvp.transition)),
        array(select generate_series(case when event.series_id is null then 1 else 2 end, rsvp.transition))
      )`);
  expect([...wrong]).toEqual([]);
}
