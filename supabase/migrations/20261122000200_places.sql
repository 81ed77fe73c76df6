-- Places: capacity and waiting list. One mechanism for everything with a limited number of seats
-- (an event, a cohort). Whoever changes who has a seat locks the pool first, in a statement of its
-- own, and only then looks at its figures. The counter with its CHECK stands behind the lock.

create table public.seat_pools (
  id uuid primary key default gen_random_uuid(),
  -- null: no limit
  capacity integer check (capacity between 0 and 100000),
  seats_taken integer not null default 0 check (seats_taken >= 0),
  parties_waiting integer not null default 0 check (parties_waiting >= 0),
  -- 'first-that-fits': a freed seat goes to the first party that fits it. 'strict': nobody is passed.
  queue_rule text not null default 'first-that-fits' check (queue_rule in ('first-that-fits', 'strict')),
  -- after this instant a freed seat is not given on: nobody should find out too late to come
  promotes_until timestamptz,
  constraint seat_pools_never_oversold check (capacity is null or seats_taken <= capacity)
);

grant select on public.seat_pools to anon, authenticated;
grant select, insert, update, delete on public.seat_pools to service_role;

alter table public.seat_pools enable row level security;

create policy "Anybody may see how many seats are left"
  on public.seat_pools for select to anon, authenticated
  using (true);


-- One party in one pool: it holds seats, waits for them, or has given them back.
create table public.places (
  id uuid primary key default gen_random_uuid(),
  pool_id uuid not null references public.seat_pools (id) on delete cascade,
  party_size integer not null check (party_size between 1 and 50),
  status text not null check (status in ('held', 'waiting', 'released')),
  -- the order of the waiting list: first come, first served
  queue_number bigint generated always as identity,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
create index places_pool_queue on public.places (pool_id, queue_number) where status = 'waiting';
create index places_pool on public.places (pool_id);

grant select on public.places to authenticated;
grant select, insert, update, delete on public.places to service_role;

alter table public.places enable row level security;

create policy "Coordinators, clinicians and admins see who has a place"
  on public.places for select to authenticated
  using ((select private.staff_role()) in ('coordinator', 'clinician', 'admin'));


-- The pool's figures follow its places, whoever writes them: a function that forgets the lock still
-- meets the CHECK.
create function private.count_places() returns trigger
language plpgsql volatile
set search_path = ''
as $$
declare
  seats integer := 0;
  waiting integer := 0;
begin
  if tg_op in ('UPDATE', 'DELETE') then
    seats := seats - case when old.status = 'held' then old.party_size else 0 end;
    waiting := waiting - case when old.status = 'waiting' then 1 else 0 end;
  end if;
  if tg_op in ('INSERT', 'UPDATE') then
    seats := seats + case when new.status = 'held' then new.party_size else 0 end;
    waiting := waiting + case when new.status = 'waiting' then 1 else 0 end;
  end if;
  if seats <> 0 or waiting <> 0 then
    update public.seat_pools
    set seats_taken = seats_taken + seats, parties_waiting = parties_waiting + waiting
    where id = coalesce(new.pool_id, old.pool_id);
  end if;
  return null;
end
$$;
revoke all on function private.count_places() from public;

create trigger places_are_counted
  after insert or update or delete on public.places
  for each row execute function private.count_places();


-- Waits for the pool, at most three seconds (then 55P03, which callers answer with "try again").
-- The lock and every look at the pool are different statements: in READ COMMITTED each statement
-- takes its own snapshot, and one that waited for a lock keeps the old one for everything else.
create function private.lock_pool(p_pool uuid) returns void
language plpgsql volatile
set search_path = ''
as $$
begin
  perform private.require_read_committed();
  perform set_config('lock_timeout', '3s', true);
  perform 1 from public.seat_pools where id = p_pool for update;
  if not found then
    raise exception 'There is no seat pool %', p_pool using errcode = 'no_data_found';
  end if;
end
$$;

-- Where a waiting party stands: 1 is next. Null for a party that does not wait.
create function private.queue_position(p_place uuid) returns integer
language sql stable
set search_path = ''
as $$
  select case when mine.status = 'waiting' then (
    select count(*)::integer from public.places ahead
    where ahead.pool_id = mine.pool_id and ahead.status = 'waiting' and ahead.queue_number <= mine.queue_number
  ) end
  from public.places mine where mine.id = p_place
$$;

-- Gives a party its seats, or a place in the queue. The caller has locked the pool.
-- At rest no waiting party fits the free seats (every release promotes), so a newcomer that fits
-- takes nothing from the queue; a strict queue is not passed even so.
create function private.take_place(p_pool uuid, p_party integer) returns public.places
language plpgsql volatile
set search_path = ''
as $$
declare
  pool public.seat_pools;
  place public.places;
begin
  select * into strict pool from public.seat_pools where id = p_pool;
  insert into public.places (pool_id, party_size, status)
  values (
    p_pool,
    p_party,
    case
      when pool.queue_rule = 'strict' and pool.parties_waiting > 0 then 'waiting'
      when pool.capacity is null or pool.seats_taken + p_party <= pool.capacity then 'held'
      else 'waiting'
    end
  )
  returning * into place;
  return place;
end
$$;

-- Hands free seats to the queue in its order and returns the places promoted. The caller has locked
-- the pool and freed something.
create function private.promote_waiting(p_pool uuid) returns setof public.places
language plpgsql volatile
set search_path = ''
as $$
declare
  pool public.seat_pools;
  free integer;
  candidate public.places;
begin
  select * into strict pool from public.seat_pools where id = p_pool;
  if pool.promotes_until is not null and now() >= pool.promotes_until then
    return;
  end if;
  free := pool.capacity - pool.seats_taken;
  for candidate in
    select * from public.places where pool_id = p_pool and status = 'waiting' order by queue_number
  loop
    exit when free = 0;
    if free is null or candidate.party_size <= free then
      update public.places set status = 'held', changed_at = now() where id = candidate.id returning * into candidate;
      free := free - candidate.party_size;
      return next candidate;
    elsif pool.queue_rule = 'strict' then
      exit;
    end if;
  end loop;
end
$$;

-- Gives a place back. Returns the places promoted by it. The caller has locked the pool.
create function private.release_place(p_place uuid) returns setof public.places
language plpgsql volatile
set search_path = ''
as $$
declare
  pool uuid;
begin
  update public.places set status = 'released', changed_at = now()
  where id = p_place and status <> 'released'
  returning pool_id into pool;
  if found then
    return query select * from private.promote_waiting(pool);
  end if;
end
$$;

-- Changes the size of a party. Returns false, and changes nothing, when a party that holds seats
-- would need more than are free. The caller has locked the pool and promotes afterwards.
create function private.resize_place(p_place uuid, p_party integer) returns boolean
language plpgsql volatile
set search_path = ''
as $$
declare
  place public.places;
  pool public.seat_pools;
begin
  select * into strict place from public.places where id = p_place;
  select * into strict pool from public.seat_pools where id = place.pool_id;
  if place.status = 'held' and p_party > place.party_size and (
    pool.seats_taken + p_party - place.party_size > pool.capacity
    or (pool.queue_rule = 'strict' and pool.parties_waiting > 0)
  ) then
    return false;
  end if;
  update public.places set party_size = p_party, changed_at = now() where id = p_place and party_size <> p_party;
  return true;
end
$$;

revoke all on function private.lock_pool(uuid) from public;
revoke all on function private.queue_position(uuid) from public;
revoke all on function private.take_place(uuid, integer) from public;
revoke all on function private.promote_waiting(uuid) from public;
revoke all on function private.release_place(uuid) from public;
revoke all on function private.resize_place(uuid, integer) from public;
grant execute on function private.lock_pool(uuid) to service_role;
grant execute on function private.queue_position(uuid) to service_role;
grant execute on function private.take_place(uuid, integer) to service_role;
grant execute on function private.promote_waiting(uuid) to service_role;
grant execute on function private.release_place(uuid) to service_role;
grant execute on function private.resize_place(uuid, integer) to service_role;
