-- Step-down: the programs a graduate can go on to, their cohorts, and the people who signed up.

create table public.programs (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 100),
  title text not null check (length(title) between 1 and 120),
  level text not null check (level in (
    'php', 'iop', 'outpatient', 'continuing-care', 'mentoring', 'family-group'
  )),
  summary text not null check (length(summary) between 1 and 400),
  -- what a usual week asks, in words: "three evenings, nine hours"
  week text not null check (length(week) between 1 and 200),
  sort integer not null default 0,
  status text not null default 'draft' check (status in ('draft', 'published', 'closed')),
  updated_at timestamptz not null default now()
);

grant select on public.programs to anon, authenticated;
grant insert, update, delete on public.programs to authenticated;
grant select, insert, update, delete on public.programs to service_role;

alter table public.programs enable row level security;

create trigger programs_are_touched
  before update on public.programs
  for each row execute function private.touch();

create policy "Anybody sees published programs"
  on public.programs for select to anon
  using (status = 'published');
create policy "Signed-in people see published programs, and program staff all of them"
  on public.programs for select to authenticated
  using (status = 'published' or (select private.staff_role()) in ('coordinator', 'clinician', 'admin'));
create policy "Coordinators and admins add programs"
  on public.programs for insert to authenticated
  with check ((select private.staff_role()) in ('coordinator', 'admin'));
create policy "Coordinators and admins change programs"
  on public.programs for update to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'))
  with check ((select private.staff_role()) in ('coordinator', 'admin'));
create policy "Coordinators and admins delete programs"
  on public.programs for delete to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'));


-- A group of people who go through a program together, with a start and a number of seats.
create table public.cohorts (
  id uuid primary key default gen_random_uuid(),
  program_id uuid not null references public.programs (id) on delete cascade,
  pool_id uuid not null unique references public.seat_pools (id),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 100),
  starts_on date not null,
  -- null: goes on without an end
  ends_on date,
  -- 0 = Sunday, as in meetings
  weekdays smallint[] not null check (
    cardinality(weekdays) between 1 and 7 and weekdays <@ array[0, 1, 2, 3, 4, 5, 6]::smallint[]
  ),
  start_time time not null,
  end_time time not null,
  time_zone text not null check (length(time_zone) between 1 and 64),
  format text not null check (format in ('in-person', 'online', 'hybrid')),
  place_name text check (length(place_name) <= 120),
  language text not null default 'en' check (language in ('en', 'es')),
  -- first name and role only: "Dana, counselor"
  led_by text check (length(led_by) <= 80),
  status text not null default 'draft' check (status in ('draft', 'open', 'closed')),
  updated_at timestamptz not null default now(),
  constraint cohorts_end_after_start check (ends_on is null or ends_on > starts_on)
);
create index cohorts_program on public.cohorts (program_id);

grant select on public.cohorts to anon, authenticated;
grant insert, update, delete on public.cohorts to authenticated;
grant select, insert, update, delete on public.cohorts to service_role;

alter table public.cohorts enable row level security;

create trigger cohorts_are_touched
  before update on public.cohorts
  for each row execute function private.touch();

create policy "Anybody sees open cohorts"
  on public.cohorts for select to anon
  using (status = 'open');
create policy "Signed-in people see open cohorts, and program staff all of them"
  on public.cohorts for select to authenticated
  using (status = 'open' or (select private.staff_role()) in ('coordinator', 'clinician', 'admin'));
create policy "Coordinators and admins add cohorts"
  on public.cohorts for insert to authenticated
  with check ((select private.staff_role()) in ('coordinator', 'admin'));
create policy "Coordinators and admins change cohorts"
  on public.cohorts for update to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'))
  with check ((select private.staff_role()) in ('coordinator', 'admin'));
create policy "Coordinators and admins delete cohorts"
  on public.cohorts for delete to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'));


-- Sign-ups ---------------------------------------------------------------------------------------

-- Somebody wants to be expected. Everything that identifies the person or tells about them is inside
-- `sealed` (a compact JWE whose key never enters the database; `key_id` names it). In clear stand only
-- what the queue and the seats need.
create table public.sign_ups (
  id uuid primary key default gen_random_uuid(),
  -- what the person can say on the phone; says nothing by itself
  reference text not null unique check (reference ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  kind text not null check (kind in (
    'program', 'assessment-call', 'mentor', 'be-a-mentor', 'family-group', 'check-ins'
  )),
  program_id uuid references public.programs (id),
  cohort_id uuid references public.cohorts (id),
  place_id uuid unique references public.places (id),
  channel text not null check (channel in ('email', 'phone', 'text')),
  sealed text not null check (sealed ~ '^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*){4}$' and length(sealed) <= 20000),
  key_id text not null check (length(key_id) between 1 and 60),
  language text not null default 'en' check (language in ('en', 'es')),
  status text not null default 'received' check (status in (
    'received', 'read', 'contacted', 'scheduled', 'closed', 'withdrawn'
  )),
  idempotency_key text unique check (length(idempotency_key) <= 64),
  -- keyed hash of the contact: one person holds one place in a cohort, and nobody can read who
  contact_key text not null check (length(contact_key) between 20 and 64),
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint sign_ups_cohort_has_a_place check ((cohort_id is null) = (place_id is null)),
  constraint sign_ups_cohort_of_a_program check (cohort_id is null or program_id is not null)
);
create unique index sign_ups_one_place_a_person on public.sign_ups (cohort_id, contact_key) where closed_at is null;
create index sign_ups_waiting on public.sign_ups (created_at) where status = 'received';
create index sign_ups_program on public.sign_ups (program_id);
create index sign_ups_cohort on public.sign_ups (cohort_id);

grant select on public.sign_ups to authenticated;
grant select, insert, update, delete on public.sign_ups to service_role;

alter table public.sign_ups enable row level security;

create policy "Clinicians and admins see who signed up"
  on public.sign_ups for select to authenticated
  using ((select private.staff_role()) in ('clinician', 'admin'));

alter table public.outbox
  add constraint outbox_sign_up_id_fkey foreign key (sign_up_id) references public.sign_ups (id) on delete cascade;


-- Takes a sign-up: its place in the cohort (or in the cohort's queue), the row, and the mails, in one
-- transaction. Returns { outcome, signUp, reference, place } with outcome 'created', 'repeat' (the same
-- submission again), 'unknown-program', 'unknown-cohort' or 'closed'.
create function public.create_sign_up(
  p_id uuid,
  p_reference text,
  p_kind text,
  p_channel text,
  p_sealed text,
  p_key_id text,
  p_contact_key text,
  p_program text default null,
  p_cohort text default null,
  p_language text default 'en',
  p_idempotency_key text default null
) returns jsonb
language plpgsql volatile
set search_path = ''
as $$
declare
  program public.programs;
  cohort public.cohorts;
  place public.places;
  known public.sign_ups;
begin
  perform private.require_read_committed();
  -- a sign-up without a cohort locks no pool: the same submission twice at once waits here
  perform pg_advisory_xact_lock(hashtextextended('sign-up:' || p_idempotency_key, 0));

  if p_program is not null then
    select * into program from public.programs where slug = p_program and status = 'published';
    if not found then
      return jsonb_build_object('outcome', 'unknown-program');
    end if;
  end if;

  if p_cohort is not null then
    select * into cohort from public.cohorts where slug = p_cohort and program_id = program.id and status <> 'draft';
    if not found then
      return jsonb_build_object('outcome', 'unknown-cohort');
    end if;
    perform private.lock_pool(cohort.pool_id);
    select * into cohort from public.cohorts where id = cohort.id;
  end if;

  select * into known from public.sign_ups where idempotency_key = p_idempotency_key;
  if found then
    return jsonb_build_object('outcome', 'repeat', 'signUp', known.id, 'reference', known.reference);
  end if;

  if cohort.id is not null then
    if cohort.status <> 'open' or cohort.starts_on < (now() at time zone cohort.time_zone)::date then
      return jsonb_build_object('outcome', 'closed');
    end if;
    -- a second request of the same person reaches staff like any other, and takes no second seat
    if exists (
      select from public.sign_ups
      where cohort_id = cohort.id and contact_key = p_contact_key and closed_at is null
    ) then
      cohort := null;
    else
      place := private.take_place(cohort.pool_id, 1);
    end if;
  end if;

  insert into public.sign_ups (
    id, reference, kind, program_id, cohort_id, place_id, channel, sealed, key_id, contact_key, language, idempotency_key
  ) values (
    p_id, p_reference, p_kind, program.id, cohort.id, place.id, p_channel, p_sealed, p_key_id, p_contact_key, p_language, p_idempotency_key
  );
  if p_channel = 'email' then
    insert into public.outbox (kind, sign_up_id, transition) values ('sign-up-received', p_id, 1);
  end if;
  insert into public.outbox (kind, sign_up_id, transition) values ('sign-up-for-staff', p_id, 1);

  return jsonb_build_object('outcome', 'created', 'signUp', p_id, 'reference', p_reference, 'place', place.status);
end
$$;

-- Withdraws a sign-up on the person's word: the sealed words go at once, the seat goes to the next in
-- the queue. Returns { outcome } 'withdrawn', or 'unknown' (never there, withdrawn or closed already).
create function public.withdraw_sign_up(p_sign_up uuid) returns jsonb
language plpgsql volatile
set search_path = ''
as $$
declare
  pool uuid;
  mine public.sign_ups;
begin
  select cohort.pool_id into pool
  from public.sign_ups sign_up join public.cohorts cohort on cohort.id = sign_up.cohort_id
  where sign_up.id = p_sign_up;
  if pool is not null then
    perform private.lock_pool(pool);
  end if;
  select * into mine from public.sign_ups where id = p_sign_up for update;
  if not found or mine.status in ('closed', 'withdrawn') then
    return jsonb_build_object('outcome', 'unknown');
  end if;

  update public.sign_ups
  set status = 'withdrawn', closed_at = now(), updated_at = now(), sealed = 'withdrawn....', contact_key = 'withdrawn-' || id
  where id = p_sign_up;
  update public.outbox set status = 'dropped', finished_at = now()
  where sign_up_id = p_sign_up and status = 'queued' and kind = 'sign-up-received';
  if mine.place_id is not null then
    insert into public.outbox (kind, sign_up_id, transition)
    select mails.kind, promoted.id, 2
    from private.release_place(mine.place_id) place
    join public.sign_ups promoted on promoted.place_id = place.id
    cross join (values ('sign-up-place'), ('sign-up-place-for-staff')) as mails (kind)
    where mails.kind = 'sign-up-place-for-staff' or promoted.channel = 'email'
    on conflict do nothing;
  end if;
  return jsonb_build_object('outcome', 'withdrawn');
end
$$;

-- What the person's own page says; null when there is nothing. Nothing sealed leaves here.
create function public.read_sign_up(p_sign_up uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'signUp', sign_up.id,
    'reference', sign_up.reference,
    'kind', sign_up.kind,
    'status', sign_up.status,
    'channel', sign_up.channel,
    'language', sign_up.language,
    'receivedAt', sign_up.created_at,
    'program', program.title,
    'startsOn', cohort.starts_on,
    'place', place.status,
    'position', private.queue_position(place.id)
  )
  from public.sign_ups sign_up
  left join public.programs program on program.id = sign_up.program_id
  left join public.cohorts cohort on cohort.id = sign_up.cohort_id
  left join public.places place on place.id = sign_up.place_id
  where sign_up.id = p_sign_up
$$;

-- Adds a cohort together with its seats.
create function public.create_cohort(p_cohort jsonb) returns uuid
language plpgsql volatile
set search_path = ''
as $$
declare
  pool uuid;
  cohort uuid;
begin
  insert into public.seat_pools (capacity, promotes_until)
  values ((p_cohort ->> 'seats')::integer, (p_cohort ->> 'startsOn')::date + interval '1 day')
  returning id into pool;

  insert into public.cohorts (
    program_id, pool_id, slug, starts_on, ends_on, weekdays, start_time, end_time, time_zone, format,
    place_name, language, led_by, status
  )
  select
    program.id, pool, p_cohort ->> 'slug', (p_cohort ->> 'startsOn')::date, (p_cohort ->> 'endsOn')::date,
    array(select value::smallint from jsonb_array_elements_text(p_cohort -> 'weekdays')),
    (p_cohort ->> 'startTime')::time, (p_cohort ->> 'endTime')::time, p_cohort ->> 'timeZone',
    p_cohort ->> 'format', p_cohort ->> 'placeName', coalesce(p_cohort ->> 'language', 'en'),
    p_cohort ->> 'ledBy', coalesce(p_cohort ->> 'status', 'draft')
  from public.programs program where program.slug = p_cohort ->> 'program'
  returning id into strict cohort;
  return cohort;
end
$$;

-- Forgets sign-ups a number of days after they were closed or withdrawn. Returns how many.
create function public.purge_sign_ups(p_days integer) returns integer
language plpgsql volatile
set search_path = ''
as $$
declare
  purged integer;
begin
  delete from public.sign_ups where closed_at < now() - make_interval(days => p_days);
  get diagnostics purged = row_count;
  return purged;
end
$$;

revoke all on function public.create_sign_up(uuid, text, text, text, text, text, text, text, text, text, text) from public, anon, authenticated;
revoke all on function public.withdraw_sign_up(uuid) from public, anon, authenticated;
revoke all on function public.read_sign_up(uuid) from public, anon, authenticated;
revoke all on function public.create_cohort(jsonb) from public, anon, authenticated;
revoke all on function public.purge_sign_ups(integer) from public, anon, authenticated;
grant execute on function public.create_sign_up(uuid, text, text, text, text, text, text, text, text, text, text) to service_role;
grant execute on function public.withdraw_sign_up(uuid) to service_role;
grant execute on function public.read_sign_up(uuid) to service_role;
grant execute on function public.create_cohort(jsonb) to service_role;
grant execute on function public.purge_sign_ups(integer) to service_role;
