-- Intake: who answers whom, what was said, and who looked. Everything that tells about a person is sealed
-- (see sign_ups); every look at it is written down in the transaction that hands it out.

alter table public.sign_ups
  -- who of the staff takes care of it
  add column owner_id uuid references public.staff (user_id) on delete set null,
  -- when the person last asked for something: the promise of an answer counts from here
  add column asked_at timestamptz not null default now(),
  -- why it came (back) into the queue
  add column waits_for text not null default 'request' check (waits_for in ('request', 'call', 'check-in')),
  add column closed_why text check (closed_why in (
    'answered', 'started', 'declined', 'not-reached', 'withdrawn', 'stopped'
  )),
  -- what a person of the staff wrote to them, sealed; shown on their own page
  add column reply text check (reply ~ '^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*){4}$' and length(reply) <= 20000),
  -- other programs that may fit, by their names in addresses
  add column alternatives text[] not null default '{}' check (cardinality(alternatives) <= 6);
update public.sign_ups set asked_at = created_at, closed_why = case status when 'withdrawn' then 'withdrawn' when 'closed' then 'answered' end;
alter table public.sign_ups
  add constraint sign_ups_closed_with_a_reason
    check ((status in ('closed', 'withdrawn')) = (closed_at is not null) and (closed_at is null) = (closed_why is null)),
  -- a blank is no sign-up: the sealed text of the shortest form is longer than this
  add constraint sign_ups_not_blank check (status = 'withdrawn' or length(sealed) >= 150);
drop index public.sign_ups_waiting;
create index sign_ups_waiting on public.sign_ups (asked_at) where status in ('received', 'read');
create index sign_ups_owner on public.sign_ups (owner_id);
create index sign_ups_keys on public.sign_ups (key_id);

-- What staff may list without a look being written down: nothing that is sealed, nothing to search by.
revoke all on public.sign_ups from anon, authenticated;
grant select (
  id, reference, kind, program_id, cohort_id, place_id, channel, key_id, language, status, owner_id, asked_at,
  waits_for, closed_why, alternatives, closed_at, created_at, updated_at
) on public.sign_ups to authenticated;


-- Notes of staff about one sign-up, sealed under the same keys (subject: the note's own id).
create table public.sign_up_notes (
  id uuid primary key,
  sign_up_id uuid not null references public.sign_ups (id) on delete cascade,
  staff_id uuid references public.staff (user_id) on delete set null,
  sealed text not null check (sealed ~ '^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*){4}$' and length(sealed) <= 20000),
  key_id text not null check (length(key_id) between 1 and 60),
  created_at timestamptz not null default now()
);
create index sign_up_notes_sign_up on public.sign_up_notes (sign_up_id, created_at);
create index sign_up_notes_staff on public.sign_up_notes (staff_id);
create index sign_up_notes_keys on public.sign_up_notes (key_id);
revoke all on public.sign_up_notes from anon, authenticated;
grant select, insert, update, delete on public.sign_up_notes to service_role;
alter table public.sign_up_notes enable row level security;
create policy "Notes are read only where the look is written down"
  on public.sign_up_notes for all to anon, authenticated using (false) with check (false);


-- Who looked at what, and did what. Written by functions alone; kept when the record is gone.
create table public.audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  -- null: the site itself, or the person whose record it is
  staff_id uuid references public.staff (user_id) on delete set null,
  -- as it was then: a name changes, and people leave
  staff_name text,
  action text not null check (action in (
    'read', 'export', 'claim', 'assign', 'release', 'status', 'note', 'hold-seat', 'decline', 'close',
    'consent-given', 'consent-revoked', 'consent-read'
  )),
  subject text not null check (subject in ('sign-up', 'consent')),
  subject_id uuid not null,
  -- a code, never words of anybody
  detail text check (length(detail) <= 60)
);
create index audit_log_subject on public.audit_log (subject, subject_id, at);
create index audit_log_staff on public.audit_log (staff_id, at);
-- also where a host gives away more by default
revoke all on public.audit_log from anon, authenticated, service_role;
grant select on public.audit_log to authenticated;
grant select, insert on public.audit_log to service_role;
alter table public.audit_log enable row level security;
create policy "Clinicians and admins see who looked"
  on public.audit_log for select to authenticated
  using ((select private.staff_role()) in ('clinician', 'admin'));

-- The clinician or admin who asks; null for the service. Refuses everybody else (42501).
create function private.intake_staff() returns uuid
language sql stable
set search_path = ''
as $$ select private.staff_among('{clinician,admin}') $$;

create function private.write_down(p_action text, p_subject text, p_id uuid, p_detail text default null) returns void
language sql volatile
set search_path = ''
as $$
  insert into public.audit_log (staff_id, staff_name, action, subject, subject_id, detail)
  select asks.id, private.name_of_staff(asks.id), p_action, p_subject, p_id, p_detail
  from (select user_id as id from public.staff where user_id = (select auth.uid())) asks
  right join (values (true)) as always (is_true) on true
$$;

-- Who answers: active clinicians and admins, as [{ id, name, me, answers }] by name. Who has an open sign-up and
-- answers no more stands among them with answers false, so that what is theirs can be taken over.
create function private.intake_people() returns jsonb
language plpgsql stable security definer
set search_path = ''
as $$
declare
  asks uuid := private.intake_staff();
begin
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', user_id, 'name', display_name, 'me', user_id is not distinct from asks,
      'answers', active and role in ('clinician', 'admin')
    ) order by display_name, user_id)
    from public.staff
    where (active and role in ('clinician', 'admin'))
      or exists (select from public.sign_ups where owner_id = user_id and closed_at is null)
  ), '[]');
end
$$;

-- Everything of one sign-up for the staff member who opens it, still sealed; null when there is none. The
-- look is written down; with p_action 'export' as that, and p_detail says what for, as a code. A note that was
-- only received is now read.
create function private.open_sign_up(p_sign_up uuid, p_action text, p_detail text) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  mine public.sign_ups;
begin
  perform private.intake_staff();
  select * into mine from public.sign_ups where id = p_sign_up for update;
  if not found then
    return null;
  end if;
  if p_detail !~ '^[a-z]+(-[a-z]+)*$' then
    raise exception 'A detail of the log is a code' using errcode = 'invalid_parameter_value';
  end if;
  perform private.write_down(
    case p_action when 'export' then 'export' else 'read' end, 'sign-up', p_sign_up, p_detail
  );
  if mine.status = 'received' then
    update public.sign_ups set status = 'read', updated_at = now() where id = p_sign_up returning * into mine;
  end if;
  return (
    select to_jsonb(mine) - 'contact_key' - 'idempotency_key' || jsonb_build_object(
      'program', program.title, 'programSlug', program.slug, 'cohort', cohort.slug, 'startsOn', cohort.starts_on,
      'place', place.status, 'position', private.queue_position(place.id),
      'ownerName', private.name_of_staff(mine.owner_id),
      'notes', coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', note.id, 'at', note.created_at, 'by', private.name_of_staff(note.staff_id),
          'sealed', note.sealed
        ) order by note.created_at)
        from public.sign_up_notes note where note.sign_up_id = p_sign_up
      ), '[]'),
      'log', coalesce((
        select jsonb_agg(jsonb_build_object(
          'at', line.at, 'by', line.staff_name, 'action', line.action, 'detail', line.detail
        ) order by line.id)
        from public.audit_log line where line.subject = 'sign-up' and line.subject_id = p_sign_up
      ), '[]')
    )
    from (values (true)) as always (is_true)
    left join public.programs program on program.id = mine.program_id
    left join public.cohorts cohort on cohort.id = mine.cohort_id
    left join public.places place on place.id = mine.place_id
  );
end
$$;

-- Gives a sign-up to somebody of the staff who may answer it; null gives it back to everybody. Returns
-- { outcome } 'assigned', 'unknown', 'ended', 'taken' (somebody else has it, and p_from did not say so; owner:
-- their name) or 'not-staff'.
create function private.assign_sign_up(p_sign_up uuid, p_to uuid, p_from uuid) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  asks uuid := private.intake_staff();
  mine public.sign_ups;
begin
  select * into mine from public.sign_ups where id = p_sign_up for update;
  if not found then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  if mine.closed_at is not null then
    return jsonb_build_object('outcome', 'ended');
  end if;
  if mine.owner_id is distinct from p_from and mine.owner_id is distinct from p_to then
    return jsonb_build_object('outcome', 'taken', 'owner', private.name_of_staff(mine.owner_id));
  end if;
  if p_to is not null and not exists (
    select from public.staff where user_id = p_to and active and role in ('clinician', 'admin')
  ) then
    return jsonb_build_object('outcome', 'not-staff');
  end if;
  update public.sign_ups set owner_id = p_to, updated_at = now() where id = p_sign_up;
  perform private.write_down(
    case when p_to is null then 'release' when p_to = asks then 'claim' else 'assign' end, 'sign-up', p_sign_up
  );
  return jsonb_build_object('outcome', 'assigned');
end
$$;

-- Says where a sign-up stands: 'read', 'contacted', 'scheduled' or 'closed' (with a reason: 'answered',
-- 'started', 'not-reached'). A place is kept when they start and given on when nobody was reached. The person
-- is told by mail that their page says something new. Returns { outcome } 'set', 'unknown', 'ended' or 'reason-needed'.
create function private.set_sign_up_status(p_sign_up uuid, p_status text, p_why text) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  mine public.sign_ups;
begin
  perform private.intake_staff();
  if coalesce(p_status, '') not in ('read', 'contacted', 'scheduled', 'closed')
    or (p_status = 'closed' and coalesce(p_why, '') not in ('answered', 'started', 'not-reached'))
    or (p_status <> 'closed' and p_why is not null) then
    return jsonb_build_object('outcome', 'reason-needed');
  end if;
  mine := private.lock_sign_up(p_sign_up);
  if mine.id is null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  if mine.closed_at is not null then
    return jsonb_build_object('outcome', 'ended');
  end if;
  update public.sign_ups
  set status = p_status, closed_why = p_why, closed_at = case p_status when 'closed' then now() end,
    transition = transition + 1, updated_at = now()
  where id = p_sign_up and status <> p_status;
  perform private.write_down(case p_status when 'closed' then 'close' else 'status' end, 'sign-up', p_sign_up, coalesce(p_why, p_status));
  -- who starts keeps a seat; to wait on for one would be to take it from somebody later
  if p_status = 'closed' and (
    p_why <> 'started' or exists (select from public.places where id = mine.place_id and status = 'waiting')
  ) then
    perform private.give_back_place(mine.place_id);
  end if;
  if p_status in ('scheduled', 'closed') then
    perform private.tell_signer('sign-up-news', p_sign_up);
  end if;
  return jsonb_build_object('outcome', 'set');
end
$$;

-- Ends a sign-up with a kind no: what a person of the staff wrote (sealed), and programs that may fit instead.
-- Returns { outcome } 'declined', 'unknown' or 'ended'.
create function private.decline_sign_up(p_sign_up uuid, p_reply text, p_alternatives text[]) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  mine public.sign_ups;
begin
  perform private.intake_staff();
  mine := private.lock_sign_up(p_sign_up);
  if mine.id is null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  if mine.closed_at is not null then
    return jsonb_build_object('outcome', 'ended');
  end if;
  update public.sign_ups
  set status = 'closed', closed_why = 'declined', closed_at = now(), reply = p_reply,
    alternatives = array(
      select slug from public.programs where slug = any (p_alternatives) and status = 'published' order by sort
    ),
    transition = transition + 1, updated_at = now()
  where id = p_sign_up;
  perform private.write_down('decline', 'sign-up', p_sign_up);
  perform private.give_back_place(mine.place_id);
  perform private.tell_signer('sign-up-news', p_sign_up);
  return jsonb_build_object('outcome', 'declined');
end
$$;

-- Adds a note, sealed with its own id as subject. Returns { outcome } 'noted' or 'unknown' (also when the
-- person has withdrawn: nothing more is kept of them).
create function private.note_sign_up(p_sign_up uuid, p_note uuid, p_sealed text, p_key_id text) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  asks uuid := private.intake_staff();
begin
  perform 1 from public.sign_ups where id = p_sign_up and status <> 'withdrawn' for update;
  if not found then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  insert into public.sign_up_notes (id, sign_up_id, staff_id, sealed, key_id)
  values (p_note, p_sign_up, asks, p_sealed, p_key_id)
  on conflict (id) do nothing;
  if found then
    perform private.write_down('note', 'sign-up', p_sign_up);
  end if;
  return jsonb_build_object('outcome', 'noted');
end
$$;

-- Gives a person a place in a cohort, or a place in its line, by the rules of every sign-up. A place they had
-- elsewhere goes to the next there. Returns { outcome, place } with outcome 'held' or 'waiting', or 'unknown',
-- 'ended', 'closed' (the cohort takes nobody), 'has-it' (they have a place there already).
create function private.hold_seat(p_sign_up uuid, p_cohort text) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  mine public.sign_ups;
  cohort public.cohorts;
  place public.places;
begin
  perform private.intake_staff();
  select * into cohort from public.cohorts where slug = p_cohort;
  if cohort.id is null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  mine := private.lock_sign_up(p_sign_up, cohort.pool_id);
  select * into cohort from public.cohorts where id = cohort.id;
  if mine.id is null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  if mine.closed_at is not null then
    return jsonb_build_object('outcome', 'ended');
  end if;
  if mine.cohort_id = cohort.id or exists (
    select from public.sign_ups other
    where other.cohort_id = cohort.id and other.contact_key = mine.contact_key and other.closed_at is null
  ) then
    return jsonb_build_object('outcome', 'has-it');
  end if;
  if cohort.status <> 'open' or cohort.starts_on < (now() at time zone cohort.time_zone)::date then
    return jsonb_build_object('outcome', 'closed');
  end if;
  place := private.take_place(cohort.pool_id, 1);
  update public.sign_ups
  set program_id = cohort.program_id, cohort_id = cohort.id, place_id = place.id,
    transition = transition + 1, updated_at = now()
  where id = p_sign_up;
  perform private.give_back_place(mine.place_id);
  perform private.write_down('hold-seat', 'sign-up', p_sign_up, place.status);
  perform private.tell_signer('sign-up-news', p_sign_up);
  return jsonb_build_object('outcome', place.status, 'place', place.id);
end
$$;

-- Locks the seats a sign-up is about, and those of one more cohort, then its row: everybody who changes seats
-- does so in this order, the pools in the order of their ids, so that nobody waits in a circle. Returns the
-- row, or null.
create function private.lock_sign_up(p_sign_up uuid, p_pool uuid default null) returns public.sign_ups
language plpgsql volatile
set search_path = ''
as $$
declare
  seen uuid;
  mine public.sign_ups;
begin
  perform private.require_read_committed();
  loop
    begin
      select place.pool_id into seen
      from public.sign_ups sign_up left join public.places place on place.id = sign_up.place_id
      where sign_up.id = p_sign_up;
      perform private.lock_pools(array_remove(array[seen, p_pool], null));
      select * into mine from public.sign_ups where id = p_sign_up for update;
      if seen is distinct from (select pool_id from public.places where id = mine.place_id) then
        raise exception using errcode = 'ON002', message = 'moved';
      end if;
      return mine;
    exception
      -- somebody moved it to another cohort while this call waited: the locks are given back, and it begins anew
      when sqlstate 'ON002' then null;
    end;
  end loop;
end
$$;

-- Gives a place to the next in line and tells them. The caller has locked the pool.
create function private.give_back_place(p_place uuid) returns void
language plpgsql volatile
set search_path = ''
as $$
begin
  if p_place is not null then
    perform private.tell_of_places(array(select id from private.release_place(p_place)));
  end if;
end
$$;

-- Queues a mail to the person, when a mail is how they want to be reached.
create function private.tell_signer(p_kind text, p_sign_up uuid) returns void
language sql volatile
set search_path = ''
as $$
  insert into public.outbox (kind, sign_up_id, transition)
  select p_kind, id, transition from public.sign_ups where id = p_sign_up and channel = 'email'
  on conflict do nothing
$$;

-- What the API shows of the above.
create function public.intake_people() returns jsonb
language sql stable set search_path = ''
as $$ select private.intake_people() $$;
create function public.open_sign_up(
  p_sign_up uuid, p_action text default 'read', p_detail text default null
) returns jsonb
language sql volatile set search_path = ''
as $$ select private.open_sign_up(p_sign_up, p_action, p_detail) $$;
create function public.assign_sign_up(p_sign_up uuid, p_to uuid default null, p_from uuid default null) returns jsonb
language sql volatile set search_path = ''
as $$ select private.assign_sign_up(p_sign_up, p_to, p_from) $$;
create function public.set_sign_up_status(p_sign_up uuid, p_status text, p_why text default null) returns jsonb
language sql volatile set search_path = ''
as $$ select private.set_sign_up_status(p_sign_up, p_status, p_why) $$;
create function public.decline_sign_up(
  p_sign_up uuid, p_reply text default null, p_alternatives text[] default '{}'
) returns jsonb
language sql volatile set search_path = ''
as $$ select private.decline_sign_up(p_sign_up, p_reply, p_alternatives) $$;
create function public.note_sign_up(p_sign_up uuid, p_note uuid, p_sealed text, p_key_id text) returns jsonb
language sql volatile set search_path = ''
as $$ select private.note_sign_up(p_sign_up, p_note, p_sealed, p_key_id) $$;
create function public.hold_seat(p_sign_up uuid, p_cohort text) returns jsonb
language sql volatile set search_path = ''
as $$ select private.hold_seat(p_sign_up, p_cohort) $$;

revoke all on function private.intake_staff() from public;
revoke all on function private.write_down(text, text, uuid, text) from public;
revoke all on function private.lock_sign_up(uuid, uuid) from public;
revoke all on function private.give_back_place(uuid) from public;
revoke all on function private.tell_signer(text, uuid) from public;
revoke all on function private.intake_people() from public;
revoke all on function private.open_sign_up(uuid, text, text) from public;
revoke all on function private.assign_sign_up(uuid, uuid, uuid) from public;
revoke all on function private.set_sign_up_status(uuid, text, text) from public;
revoke all on function private.decline_sign_up(uuid, text, text[]) from public;
revoke all on function private.note_sign_up(uuid, uuid, text, text) from public;
revoke all on function private.hold_seat(uuid, text) from public;
revoke all on function public.intake_people() from public, anon, authenticated;
revoke all on function public.open_sign_up(uuid, text, text) from public, anon, authenticated;
revoke all on function public.assign_sign_up(uuid, uuid, uuid) from public, anon, authenticated;
revoke all on function public.set_sign_up_status(uuid, text, text) from public, anon, authenticated;
revoke all on function public.decline_sign_up(uuid, text, text[]) from public, anon, authenticated;
revoke all on function public.note_sign_up(uuid, uuid, text, text) from public, anon, authenticated;
revoke all on function public.hold_seat(uuid, text) from public, anon, authenticated;
grant execute on function private.intake_staff() to service_role;
grant execute on function private.write_down(text, text, uuid, text) to service_role;
grant execute on function private.lock_sign_up(uuid, uuid) to service_role;
grant execute on function private.give_back_place(uuid) to service_role;
grant execute on function private.tell_signer(text, uuid) to service_role;
grant execute on function private.intake_people() to authenticated, service_role;
grant execute on function private.open_sign_up(uuid, text, text) to authenticated, service_role;
grant execute on function private.assign_sign_up(uuid, uuid, uuid) to authenticated, service_role;
grant execute on function private.set_sign_up_status(uuid, text, text) to authenticated, service_role;
grant execute on function private.decline_sign_up(uuid, text, text[]) to authenticated, service_role;
grant execute on function private.note_sign_up(uuid, uuid, text, text) to authenticated, service_role;
grant execute on function private.hold_seat(uuid, text) to authenticated, service_role;
grant execute on function public.intake_people() to authenticated, service_role;
grant execute on function public.open_sign_up(uuid, text, text) to authenticated, service_role;
grant execute on function public.assign_sign_up(uuid, uuid, uuid) to authenticated, service_role;
grant execute on function public.set_sign_up_status(uuid, text, text) to authenticated, service_role;
grant execute on function public.decline_sign_up(uuid, text, text[]) to authenticated, service_role;
grant execute on function public.note_sign_up(uuid, uuid, text, text) to authenticated, service_role;
grant execute on function public.hold_seat(uuid, text) to authenticated, service_role;
