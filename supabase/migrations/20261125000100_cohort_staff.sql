-- The levels of care a program can be, and what staff do with programs and cohorts. The levels themselves
-- are written in content/en/levels.yml.

alter table public.programs drop constraint programs_level_check;
update public.programs set level = 'iop-evening' where level = 'iop';
alter table public.programs add constraint programs_level_check check (level in (
  'php', 'iop-day', 'iop-evening', 'iop-weekend', 'iop-virtual', 'outpatient', 'continuing-care', 'mentoring', 'family-group'
));

-- Whoever asks, when their role is one of these; null for the service. Refuses everybody else (42501).
create function private.staff_among(p_roles text[]) returns uuid
language plpgsql stable
set search_path = ''
as $$
begin
  -- a function that runs as its owner still knows as whom it was called
  if current_setting('role') not in ('none', 'service_role', 'postgres')
    and coalesce(private.staff_role(), '') <> all (p_roles) then
    raise exception 'Only % may do this', array_to_string(p_roles, 's and ') || 's' using errcode = '42501';
  end if;
  return (select user_id from public.staff where user_id = (select auth.uid()));
end
$$;

create or replace function private.event_staff() returns uuid
language sql stable
set search_path = ''
as $$ select private.staff_among('{coordinator,admin}') $$;

-- Adds a cohort with its seats, or changes one. p_cohort: slug, program (slug), startsOn, endsOn, weekdays,
-- startTime, endTime, timeZone, format, placeName, language, ledBy, status, seats (null: no limit), and, when it
-- is only to be changed as it was seen, updatedAt. Returns { outcome, cohort } with outcome 'saved', 'unknown'
-- (no such cohort, or program), 'slug-taken', 'changed-meanwhile', or 'seats-held' (held: how many seats are
-- held, nothing changed). More seats go to the queue at once.
create function private.save_cohort(p_slug text, p_cohort jsonb) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  program uuid;
  mine public.cohorts;
  pool public.seat_pools;
  seats integer := (p_cohort ->> 'seats')::integer;
begin
  perform private.staff_among('{coordinator,admin}');
  select id into program from public.programs where slug = p_cohort ->> 'program';
  if program is null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  if p_slug is null then
    begin
      return jsonb_build_object('outcome', 'saved', 'cohort', private.add_cohort(p_cohort));
    exception
      when unique_violation then
        return jsonb_build_object('outcome', 'slug-taken');
    end;
  end if;
  select * into mine from public.cohorts where slug = p_slug;
  if not found then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  perform private.lock_pool(mine.pool_id);
  select * into mine from public.cohorts where id = mine.id;
  -- an instant comes back in milliseconds
  if date_trunc('milliseconds', mine.updated_at) <> date_trunc('milliseconds', (p_cohort ->> 'updatedAt')::timestamptz) then
    return jsonb_build_object('outcome', 'changed-meanwhile');
  end if;
  select * into pool from public.seat_pools where id = mine.pool_id;
  if seats < pool.seats_taken then
    return jsonb_build_object('outcome', 'seats-held', 'held', pool.seats_taken);
  end if;
  update public.seat_pools
  set capacity = seats, promotes_until = (p_cohort ->> 'startsOn')::date + interval '1 day'
  where id = mine.pool_id;
  update public.cohorts set
    program_id = program, starts_on = (p_cohort ->> 'startsOn')::date, ends_on = (p_cohort ->> 'endsOn')::date,
    weekdays = array(select value::smallint from jsonb_array_elements_text(p_cohort -> 'weekdays')),
    start_time = (p_cohort ->> 'startTime')::time, end_time = (p_cohort ->> 'endTime')::time,
    time_zone = p_cohort ->> 'timeZone', format = p_cohort ->> 'format', place_name = p_cohort ->> 'placeName',
    language = p_cohort ->> 'language', led_by = p_cohort ->> 'ledBy', status = p_cohort ->> 'status'
  where id = mine.id;
  perform private.tell_of_places(array(select id from private.promote_waiting(mine.pool_id)));
  return jsonb_build_object('outcome', 'saved', 'cohort', mine.id);
end
$$;

-- Counts what a person is told of, so that each thing is told once.
alter table public.sign_ups add column transition integer not null default 1;

-- Tells whoever a freed seat went to, and staff: every time, for a person can be moved to another line.
create function private.tell_of_places(p_places uuid[]) returns void
language sql volatile
set search_path = ''
as $$
  with promoted as (
    update public.sign_ups set transition = transition + 1, updated_at = now()
    where place_id = any (p_places)
    returning id, channel, transition
  )
  insert into public.outbox (kind, sign_up_id, transition)
  select mails.kind, promoted.id, promoted.transition
  from promoted
  cross join (values ('sign-up-place'), ('sign-up-place-for-staff')) as mails (kind)
  where mails.kind = 'sign-up-place-for-staff' or promoted.channel = 'email'
  on conflict do nothing
$$;

-- Adds a cohort together with its seats. The caller has said who may.
create function private.add_cohort(p_cohort jsonb) returns uuid
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

create or replace function public.create_cohort(p_cohort jsonb) returns uuid
language sql volatile
set search_path = ''
as $$ select private.add_cohort(p_cohort) $$;

create function public.save_cohort(p_cohort jsonb, p_slug text default null) returns jsonb
language sql volatile set search_path = ''
as $$ select private.save_cohort(p_slug, p_cohort) $$;

-- Seats are written by nobody directly, and a cohort without seats is none.
drop policy "Coordinators and admins add cohorts" on public.cohorts;
drop policy "Coordinators and admins change cohorts" on public.cohorts;
drop policy "Coordinators and admins delete cohorts" on public.cohorts;
revoke insert, update, delete on public.cohorts from authenticated;

revoke all on function private.staff_among(text[]) from public;
revoke all on function private.save_cohort(text, jsonb) from public;
revoke all on function private.tell_of_places(uuid[]) from public;
revoke all on function private.add_cohort(jsonb) from public;
revoke all on function public.save_cohort(jsonb, text) from public, anon, authenticated;
grant execute on function private.staff_among(text[]) to service_role;
grant execute on function private.tell_of_places(uuid[]) to service_role;
grant execute on function private.add_cohort(jsonb) to service_role;
grant execute on function private.save_cohort(text, jsonb) to authenticated, service_role;
grant execute on function public.save_cohort(jsonb, text) to authenticated, service_role;
