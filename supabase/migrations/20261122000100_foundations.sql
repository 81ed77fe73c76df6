-- Foundations: who may do what by default, staff and their roles, the rate limiter.

-- Nothing is executable by everybody unless a migration says so. A per-schema default would only add
-- to the global one, so this is the global one (for the role that runs migrations).
alter default privileges revoke execute on functions from public;

-- What the API does not expose: helpers of policies and the inside of atomic functions.
create schema private;
revoke all on schema private from public;
grant usage on schema private to authenticated, service_role;


-- Staff ------------------------------------------------------------------------------------------

-- A person on the program's staff. The account itself lives in Supabase Auth; the row says what the
-- person may do. A deactivated row keeps its history and opens nothing.
create table public.staff (
  user_id uuid primary key references auth.users (id) on delete cascade,
  email text not null unique check (email = lower(email) and length(email) between 3 and 254),
  display_name text not null check (length(display_name) between 1 and 100),
  role text not null check (role in ('editor', 'coordinator', 'clinician', 'admin')),
  active boolean not null default true,
  created_at timestamptz not null default now()
);

grant select on public.staff to authenticated;
grant select, insert, update, delete on public.staff to service_role;

alter table public.staff enable row level security;

-- The role of the person who asks, or null for a stranger and for a deactivated account. Security
-- definer, because policies on public.staff itself ask it; it lives in a schema the API does not show.
create function private.staff_role() returns text
language sql stable security definer
set search_path = ''
as $$
  select role from public.staff where user_id = (select auth.uid()) and active
$$;
revoke all on function private.staff_role() from public;
grant execute on function private.staff_role() to authenticated, service_role;

create policy "Staff see their own row, and admins see the whole team"
  on public.staff for select to authenticated
  using (user_id = (select auth.uid()) or (select private.staff_role()) = 'admin');


-- Rate limits ------------------------------------------------------------------------------------

-- Fixed windows. A bucket is a keyed hash of an address, never the address.
create table public.rate_limits (
  bucket text not null check (length(bucket) <= 120),
  window_start timestamptz not null,
  hits integer not null default 1,
  primary key (bucket, window_start)
);

grant select, insert, update, delete on public.rate_limits to service_role;

alter table public.rate_limits enable row level security;

create policy "Nobody but the service counts requests"
  on public.rate_limits for all to anon, authenticated
  using (false) with check (false);

-- Counts one request. Returns 0 when it is within the limit, else the seconds until the window ends.
create function public.take_rate_limit(p_bucket text, p_limit integer, p_window_seconds integer)
returns integer
language plpgsql volatile
set search_path = ''
as $$
declare
  started timestamptz := to_timestamp(floor(extract(epoch from now()) / p_window_seconds) * p_window_seconds);
  counted integer;
begin
  insert into public.rate_limits as counter (bucket, window_start)
  values (p_bucket, started)
  on conflict (bucket, window_start) do update set hits = counter.hits + 1
  returning counter.hits into counted;

  if counted <= p_limit then
    return 0;
  end if;
  return greatest(1, ceil(extract(epoch from started + make_interval(secs => p_window_seconds) - now())))::integer;
end
$$;
revoke all on function public.take_rate_limit(text, integer, integer) from public, anon, authenticated;
grant execute on function public.take_rate_limit(text, integer, integer) to service_role;


-- Isolation --------------------------------------------------------------------------------------

-- Under REPEATABLE READ a statement that waited for a lock still counts in its old snapshot and
-- oversells without an error (measured; see docs/decisions). Refuse anything but READ COMMITTED.
create function private.require_read_committed() returns void
language plpgsql stable
set search_path = ''
as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'This function runs only at READ COMMITTED, not %', current_setting('transaction_isolation')
      using errcode = 'invalid_transaction_state';
  end if;
end
$$;
revoke all on function private.require_read_committed() from public;
grant execute on function private.require_read_committed() to service_role;


-- Times -------------------------------------------------------------------------------------------

-- Keeps updated_at true, whoever writes: the site is built anew when it moves.
create function private.touch() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  new.updated_at := now();
  return new;
end
$$;
revoke all on function private.touch() from public;
