import { expect } from 'vitest';
import type { Client } from './postgres.ts';

/**
 * Looks at every commit, not only at quiet moments. Triggers of the test ask before each commit whether
 * all promises about the seats it touched hold, and refuse it (SQLSTATE WATCH) when one does not; and they
 * write down each step in the order of the lock, so that a model can walk it again.
 */

/** Run it as the owner, before anybody answers. */
export async function watchEveryCommit(owner: Client): Promise<void> {
  await owner.unsafe(`
    create schema watch;
    create table watch.steps (
      seq bigint generated always as identity primary key, tx xid8 not null default pg_current_xact_id(),
      pool uuid, place uuid, kind text, party integer, status text, queue bigint, seats integer, by_hand boolean
    );

    create function watch.write_down() returns trigger language plpgsql security definer set search_path = '' as $$
    begin
      if tg_table_name = 'seat_pools' then
        insert into watch.steps (pool, kind, seats) values (new.id, 'seats', new.capacity);
      elsif tg_op = 'DELETE' then
        insert into watch.steps (pool, place, kind) values (old.pool_id, old.id, 'gone');
      else
        insert into watch.steps (pool, place, kind, party, status, queue, by_hand) values (
          new.pool_id, new.id, lower(tg_op), new.party_size, new.status, new.queue_number,
          coalesce(current_setting('watch.by_hand', true) = 'yes', false)
        );
      end if;
      return null;
    end $$;
    create trigger steps_are_written after insert or update or delete on public.places
      for each row execute function watch.write_down();
    create trigger seats_are_written after insert or update of capacity on public.seat_pools
      for each row execute function watch.write_down();

    create function watch.must(kept boolean, promise text) returns void language plpgsql set search_path = '' as $$
    begin
      if not kept then
        raise exception 'Broken at a commit: %', promise using errcode = 'WATCH';
      end if;
    end $$;

    create function watch.check_pool() returns trigger language plpgsql security definer set search_path = '' as $$
    declare
      pool public.seat_pools;
      held integer;
      waiting integer;
      free integer;
      smallest integer;
    begin
      select * into pool from public.seat_pools
      where id = case tg_table_name when 'places' then (to_jsonb(new) ->> 'pool_id')::uuid else (to_jsonb(new) ->> 'id')::uuid end;
      -- once for each pool: a commit that touched it ten times has one end
      if not found or position(pool.id::text in coalesce(current_setting('watch.checked', true), '')) > 0 then
        return null;
      end if;
      perform set_config('watch.checked', coalesce(current_setting('watch.checked', true), '') || pool.id, true);
      select coalesce(sum(party_size) filter (where status = 'held'), 0), count(*) filter (where status = 'waiting')
        into held, waiting from public.places where pool_id = pool.id;
      perform watch.must(pool.seats_taken = held, 'the seats counted are those of who holds them');
      perform watch.must(pool.parties_waiting = waiting, 'the parties counted are those that wait');
      free := pool.capacity - held;
      perform watch.must(free is null or free >= 0, 'never over capacity');
      if pool.promotes_until is null or now() < pool.promotes_until then
        select case pool.queue_rule
          when 'strict' then (array_agg(party_size order by queue_number))[1] else min(party_size)
        end into smallest from public.places where pool_id = pool.id and status = 'waiting';
        perform watch.must(smallest is null or smallest > free, 'nobody who fits waits beside a free seat');
      end if;
      return null;
    end $$;
    create constraint trigger pools_are_checked after insert or update on public.seat_pools
      deferrable initially deferred for each row execute function watch.check_pool();
    create constraint trigger places_are_checked after insert or update on public.places
      deferrable initially deferred for each row execute function watch.check_pool();

    create function watch.check_turn() returns trigger language plpgsql security definer set search_path = '' as $$
    begin
      if new.status = 'held' and (tg_op = 'INSERT' or old.status = 'waiting')
        and coalesce(current_setting('watch.by_hand', true), '') <> 'yes' then
        perform watch.must(not exists (
          select from public.places place join public.seat_pools pool on pool.id = place.pool_id
          where place.pool_id = new.pool_id and place.status = 'waiting' and place.queue_number < new.queue_number
            and (place.party_size <= new.party_size or pool.queue_rule = 'strict')
        ), 'nobody is passed by who came later and needs as much');
      end if;
      return null;
    end $$;
    create constraint trigger turns_are_checked after insert or update on public.places
      deferrable initially deferred for each row execute function watch.check_turn();

    create function watch.check_answer() returns trigger language plpgsql security definer set search_path = '' as $$
    declare
      mine public.rsvps;
      seat text;
    begin
      select * into mine from public.rsvps where id = new.id;
      if not found then
        return null;
      end if;
      select status into seat from public.places where id = mine.place_id;
      perform watch.must((mine.cancelled_at is not null) = (seat = 'released'), 'who cancelled keeps no seat, who did not keeps theirs');
      perform watch.must(seat = 'held' or not exists (
        select from public.rsvp_sessions where rsvp_id = mine.id and place_id is not null
      ), 'seats in sessions are only for who comes');
      perform watch.must(mine.email is null or exists (
        select from public.outbox where rsvp_id = mine.id and transition = mine.transition
      ) or (mine.transition = 1 and exists (
        select from public.events where id = mine.event_id and series_id is not null
      )), 'the mail about a transition is in the outbox when the transition is true');
      return null;
    end $$;
    create constraint trigger answers_are_checked after insert or update on public.rsvps
      deferrable initially deferred for each row execute function watch.check_answer();`);
}

interface Step {
  tx: string;
  place: string;
  kind: 'insert' | 'update' | 'gone' | 'seats';
  party: number;
  status: 'asked' | 'held' | 'waiting' | 'released';
  queue: number;
  seats: number | null;
  by_hand: boolean;
}

/** Walks again what happened to one pool and says at each step who had to get the seat. Returns how many were seated from the line. */
export async function expectTurnsOfTheModel(
  owner: Client,
  pool: string,
  rule: 'first-that-fits' | 'strict' = 'first-that-fits',
): Promise<number> {
  const steps = await owner.unsafe<Step[]>(
    `select tx::text, place, kind, party, status, queue::integer, seats, by_hand from watch.steps where pool = '${pool}' order by seq`,
  );
  const line = new Line(rule);
  let promoted = 0;
  for (const [index, step] of steps.entries()) {
    const known = line.parties.get(step.place);
    if (step.kind === 'seats') line.capacity = step.seats ?? Infinity;
    else if (step.kind === 'gone') line.parties.delete(step.place);
    else {
      if (step.kind === 'insert' && step.status !== 'asked' && !step.by_hand) {
        expect(step.status, `step ${index}: a newcomer of ${step.party}`).toBe(line.statusOf(step.party));
      }
      if (known?.status === 'waiting' && step.status === 'held' && !step.by_hand) {
        expect(step.place, `step ${index}: whose turn it was`).toBe(line.next());
        promoted++;
      }
      line.parties.set(step.place, { party: step.party, status: step.status, queue: step.queue });
    }
    if (steps[index + 1]?.tx !== step.tx)
      expect(line.next(), `step ${index}: nobody is left waiting who fits`).toBeNull();
  }
  return promoted;
}

/** The rules of one line in their plainest form. */
class Line {
  parties = new Map<string, Pick<Step, 'party' | 'status' | 'queue'>>();
  capacity = Infinity;
  rule: 'first-that-fits' | 'strict';
  constructor(rule: 'first-that-fits' | 'strict') {
    this.rule = rule;
  }

  get free(): number {
    let free = this.capacity;
    for (const { status, party } of this.parties.values()) if (status === 'held') free -= party;
    return free;
  }
  get waiting() {
    return [...this.parties]
      .filter(([, { status }]) => status === 'waiting')
      .sort(([, one], [, other]) => one.queue - other.queue);
  }
  statusOf(party: number) {
    return party <= this.free && !(this.rule === 'strict' && this.waiting.length > 0) ? 'held' : 'waiting';
  }
  next(): string | null {
    const { free, waiting } = this;
    const candidates = this.rule === 'strict' ? waiting.slice(0, 1) : waiting;
    return candidates.find(([, { party }]) => party <= free)?.[0] ?? null;
  }
}
