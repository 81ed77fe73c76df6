import type { Client } from '../support/postgres.ts';

/**
 * What may never be in the database, however it ended: a seat of nobody, an answer without a seat or without its
 * mail, more seats than there are, figures that are not what they count. Returns how many of each; an
 * empty object is a whole database.
 */
export async function halfStates(owner: Client): Promise<Record<string, number>> {
  const [row] = await owner.unsafe<Record<string, number>[]>(`
    with counted as (
      select pool.id, pool.capacity, pool.seats_taken, pool.parties_waiting,
        coalesce(sum(place.party_size) filter (where place.status = 'held'), 0) as held,
        count(place.id) filter (where place.status = 'waiting') as waiting
      from public.seat_pools pool left join public.places place on place.pool_id = pool.id group by pool.id
    )
    select
      (select count(*) from public.places place where not exists (
        select from public.rsvps where place_id = place.id))::integer as "seats of nobody",
      (select count(*) from public.rsvps rsvp where not exists (
        select from public.places where id = rsvp.place_id))::integer as "answers without a seat",
      (select count(*) from public.rsvps rsvp where email is not null and not exists (
        select from public.outbox where rsvp_id = rsvp.id and transition = rsvp.transition))::integer as "answers without their mail",
      (select count(*) from public.outbox mail where not exists (
        select from public.rsvps where id = mail.rsvp_id))::integer as "mails about nobody",
      (select count(*) from counted where held > capacity)::integer as "events over their seats",
      (select count(*) from counted where held <> seats_taken or waiting <> parties_waiting)::integer as "figures that are wrong",
      (select count(*) from counted where waiting > 0 and held < capacity)::integer as "free seats beside who waits",
      (select count(*) - count(distinct (event_id, contact)) from public.rsvps)::integer as "people twice"`);
  return Object.fromEntries(Object.entries(row ?? {}).filter(([, count]) => count > 0));
}
