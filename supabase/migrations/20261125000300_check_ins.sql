-- What a person does with their own sign-up, and the check-ins some of them asked for.

-- A day on which we ask how it is going. What was answered is kept nowhere, but that there is nothing more to
-- do; no answer is as good as any other.
create table public.check_ins (
  id uuid primary key default gen_random_uuid(),
  sign_up_id uuid not null references public.sign_ups (id) on delete cascade,
  -- months after they asked for it, by the organisation's own list (content/site.yml)
  months integer not null check (months between 1 and 24),
  due_at timestamptz not null,
  status text not null default 'due' check (status in ('due', 'asked', 'answered')),
  constraint check_ins_once_a_month unique (sign_up_id, months)
);
create index check_ins_due on public.check_ins (due_at) where status = 'due';
grant select on public.check_ins to authenticated;
grant select, insert, update, delete on public.check_ins to service_role;
alter table public.check_ins enable row level security;
create policy "Clinicians and admins see when somebody is asked"
  on public.check_ins for select to authenticated
  using ((select private.staff_role()) in ('clinician', 'admin'));

-- How many records were forgotten, and when: that, and nothing of them.
create table public.purge_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  what text not null check (what ~ '^[a-z]+(-[a-z]+)*$' and length(what) <= 40),
  count integer not null check (count >= 0)
);
revoke all on public.purge_log from anon, authenticated, service_role;
grant select on public.purge_log to authenticated;
grant select, insert on public.purge_log to service_role;
alter table public.purge_log enable row level security;
create policy "Admins see that what was promised was deleted"
  on public.purge_log for select to authenticated
  using ((select private.staff_role()) = 'admin');

-- A mail about the whole queue is about nobody in it.
alter table public.outbox drop constraint outbox_one_subject;
alter table public.outbox add constraint outbox_one_subject
  check (num_nonnulls(rsvp_id, sign_up_id, source_id) = case kind when 'intake-daily' then 0 else 1 end);

drop function public.create_sign_up(uuid, text, text, text, text, text, text, text, text, text, text);

-- Takes a sign-up: its place in the cohort (or in the cohort's queue), the row, the days of its check-ins and
-- the mails, in one transaction. p_check_ins: [{ months, dueAt }]. Returns { outcome, signUp, reference, place }
-- with outcome 'created', 'repeat' (the same submission again), 'unknown-program', 'unknown-cohort' or 'closed'.
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
  p_idempotency_key text default null,
  p_check_ins jsonb default '[]'
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
    id, reference, kind, program_id, cohort_id, place_id, channel, sealed, key_id, contact_key, language,
    idempotency_key, status, waits_for
  ) values (
    p_id, p_reference, p_kind, program.id, cohort.id, place.id, p_channel, p_sealed, p_key_id, p_contact_key, p_language,
    p_idempotency_key,
    -- nobody waits for an answer to these: the days are set
    case p_kind when 'check-ins' then 'scheduled' else 'received' end,
    case p_kind when 'check-ins' then 'check-in' else 'request' end
  );
  insert into public.check_ins (sign_up_id, months, due_at)
  select p_id, months, "dueAt" from jsonb_to_recordset(p_check_ins) as days (months integer, "dueAt" timestamptz)
  where p_kind = 'check-ins';
  if p_channel = 'email' then
    insert into public.outbox (kind, sign_up_id, transition) values ('sign-up-received', p_id, 1);
  end if;
  if p_kind <> 'check-ins' then
    insert into public.outbox (kind, sign_up_id, transition) values ('sign-up-for-staff', p_id, 1);
  end if;

  return jsonb_build_object('outcome', 'created', 'signUp', p_id, 'reference', p_reference, 'place', place.status);
end
$$;

-- Brings a sign-up back into the queue: the promise of an answer counts from now. The caller has locked the row.
create function private.ask_again(p_sign_up uuid, p_waits_for text) returns void
language plpgsql volatile
set search_path = ''
as $$
begin
  update public.sign_ups
  set status = 'received', waits_for = p_waits_for, asked_at = now(), transition = transition + 1, updated_at = now()
  where id = p_sign_up;
  insert into public.outbox (kind, sign_up_id, transition)
  select 'sign-up-for-staff', id, transition from public.sign_ups where id = p_sign_up
  on conflict do nothing;
end
$$;

-- Asks everybody whose day has come: by mail, or, who wants to be called or texted, by putting them into the
-- queue of staff. Ends check-ins that are over for thirty days, unless staff hold a seat for them. Returns how
-- many were asked.
create function public.queue_check_ins() returns integer
language plpgsql volatile
set search_path = ''
as $$
declare
  due record;
  asked uuid[] := '{}';
begin
  for due in
    select check_in.id, check_in.months, sign_up.id as sign_up_id, sign_up.channel
    from public.check_ins check_in join public.sign_ups sign_up on sign_up.id = check_in.sign_up_id
    where check_in.status = 'due' and check_in.due_at <= now() and sign_up.closed_at is null
    order by check_in.due_at
    limit 500
    for update of check_in, sign_up skip locked
  loop
    update public.check_ins set status = 'asked' where id = due.id;
    -- when several days have come, as after a pause of the schedule, one question is enough
    continue when due.sign_up_id = any (asked);
    asked := asked || due.sign_up_id;
    if due.channel = 'email' then
      insert into public.outbox (kind, sign_up_id, transition) values ('check-in', due.sign_up_id, due.months)
      on conflict do nothing;
    else
      perform private.ask_again(due.sign_up_id, 'check-in');
    end if;
  end loop;

  update public.sign_ups sign_up
  set status = 'closed', closed_at = now(), closed_why = 'answered', updated_at = now()
  where sign_up.kind = 'check-ins' and sign_up.closed_at is null and sign_up.status <> 'received'
    and sign_up.place_id is null
    and not exists (
      select from public.check_ins check_in
      where check_in.sign_up_id = sign_up.id
        and (check_in.status = 'due' or check_in.due_at > now() - interval '30 days')
    );
  return cardinality(asked);
end
$$;

-- What somebody says whom we asked how it is going: 'okay', 'call-me' (staff hear of it at once) or 'stop' (no
-- more of these, and the record ends). Returns { outcome } 'answered' or 'unknown' (never there, or ended).
create function public.answer_check_in(p_sign_up uuid, p_answer text) returns jsonb
language plpgsql volatile
set search_path = ''
as $$
declare
  mine public.sign_ups;
begin
  if p_answer not in ('okay', 'call-me', 'stop') then
    raise exception 'A check-in is not answered with %', left(p_answer, 20) using errcode = 'invalid_parameter_value';
  end if;
  mine := private.lock_sign_up(p_sign_up);
  if mine.id is null or mine.kind <> 'check-ins' or mine.closed_at is not null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  update public.check_ins set status = 'answered' where sign_up_id = p_sign_up and status = 'asked';
  if p_answer = 'call-me' then
    -- who waits for a call already is not asked for twice
    if mine.status <> 'received' or mine.waits_for <> 'call' then
      perform private.ask_again(p_sign_up, 'call');
    end if;
  elsif p_answer = 'okay' and mine.status in ('received', 'read') and mine.waits_for = 'check-in' then
    -- staff were to ask, and have the answer
    update public.sign_ups set status = 'scheduled', updated_at = now() where id = p_sign_up;
  elsif p_answer = 'stop' then
    delete from public.check_ins where sign_up_id = p_sign_up;
    update public.sign_ups
    set status = 'closed', closed_at = now(), closed_why = 'stopped', updated_at = now()
    where id = p_sign_up;
    update public.outbox set status = 'dropped', finished_at = now()
    where sign_up_id = p_sign_up and status = 'queued';
    perform private.give_back_place(mine.place_id);
  end if;
  return jsonb_build_object('outcome', 'answered');
end
$$;

-- Changes what is sealed about a person, for them (how it is safe to reach them). p_before is what was read:
-- when somebody changed it meanwhile, nothing happens and the answer is false.
create function public.reseal_sign_up(
  p_sign_up uuid, p_before text, p_sealed text, p_key_id text, p_channel text, p_contact_key text
) returns boolean
language plpgsql volatile
set search_path = ''
as $$
begin
  update public.sign_ups mine
  set sealed = p_sealed, key_id = p_key_id, channel = p_channel, updated_at = now(),
    -- who asked twice for one cohort, with two contacts, keeps both requests apart
    contact_key = case when exists (
      select from public.sign_ups other
      where other.cohort_id = mine.cohort_id and other.contact_key = p_contact_key
        and other.closed_at is null and other.id <> mine.id
    ) then mine.contact_key else p_contact_key end
  where id = p_sign_up and sealed = p_before and closed_at is null;
  return found;
end
$$;

-- Withdraws a sign-up on the person's word: the sealed words go at once, notes and check-ins with them, and
-- the seat goes to the next in the queue. Returns { outcome } 'withdrawn', or 'unknown' (never there, withdrawn
-- or closed already).
create or replace function public.withdraw_sign_up(p_sign_up uuid) returns jsonb
language plpgsql volatile
set search_path = ''
as $$
declare
  mine public.sign_ups;
begin
  mine := private.lock_sign_up(p_sign_up);
  if mine.id is null or mine.closed_at is not null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  update public.sign_ups
  set status = 'withdrawn', closed_at = now(), closed_why = 'withdrawn', updated_at = now(),
    sealed = 'withdrawn....', reply = null, contact_key = 'withdrawn-' || id
  where id = p_sign_up;
  delete from public.sign_up_notes where sign_up_id = p_sign_up;
  delete from public.check_ins where sign_up_id = p_sign_up;
  update public.outbox set status = 'dropped', finished_at = now()
  where sign_up_id = p_sign_up and status = 'queued';
  perform private.give_back_place(mine.place_id);
  return jsonb_build_object('outcome', 'withdrawn');
end
$$;

-- Deletes everything of a sign-up on the person's word, whatever its state. Consents they signed are revoked,
-- and stay as the law asks, apart. Returns { outcome } 'forgotten' or 'unknown'.
create function public.forget_sign_up(p_sign_up uuid) returns jsonb
language plpgsql volatile
set search_path = ''
as $$
declare
  mine public.sign_ups;
begin
  mine := private.lock_sign_up(p_sign_up);
  if mine.id is null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  perform private.revoke_consents_of(p_sign_up);
  if mine.closed_at is null then
    perform private.give_back_place(mine.place_id);
  end if;
  delete from public.sign_ups where id = p_sign_up;
  return jsonb_build_object('outcome', 'forgotten');
end
$$;

-- Forgets sign-ups a number of days after they ended; p_by_kind has other numbers for some kinds, as
-- {"be-a-mentor": 365}. Returns how many.
drop function public.purge_sign_ups(integer);
create function public.purge_sign_ups(p_days integer, p_by_kind jsonb default '{}') returns integer
language plpgsql volatile
set search_path = ''
as $$
declare
  purged integer;
begin
  delete from public.sign_ups
  where closed_at < now() - make_interval(days => coalesce((p_by_kind ->> kind)::integer, p_days));
  get diagnostics purged = row_count;
  return purged;
end
$$;

-- Queues the mail that tells staff how many wait and how long, once a day, when somebody waits. Returns whether.
create function public.queue_intake_daily() returns boolean
language plpgsql volatile
set search_path = ''
as $$
begin
  insert into public.outbox (kind, transition)
  select 'intake-daily', extract(epoch from now())::bigint / 86400
  where exists (select from public.sign_ups where status in ('received', 'read') and closed_at is null)
  on conflict do nothing;
  return found;
end
$$;

-- What the person's own page says; null when there is nothing. `reply` is sealed: the site opens it.
create or replace function public.read_sign_up(p_sign_up uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'signUp', sign_up.id,
    'reference', sign_up.reference,
    'kind', sign_up.kind,
    'status', sign_up.status,
    'waitsFor', sign_up.waits_for,
    'closedWhy', sign_up.closed_why,
    'channel', sign_up.channel,
    'language', sign_up.language,
    'receivedAt', sign_up.created_at,
    'askedAt', sign_up.asked_at,
    'program', program.title,
    'cohort', cohort.slug,
    'startsOn', cohort.starts_on,
    'place', place.status,
    'position', private.queue_position(place.id),
    'reply', sign_up.reply,
    'alternatives', coalesce((
      select jsonb_agg(jsonb_build_object('slug', other.slug, 'title', other.title) order by other.sort)
      from public.programs other where other.slug = any (sign_up.alternatives) and other.status = 'published'
    ), '[]'),
    'checkIns', coalesce((
      select jsonb_agg(jsonb_build_object(
        'months', check_in.months, 'dueAt', check_in.due_at, 'status', check_in.status
      ) order by check_in.due_at)
      from public.check_ins check_in where check_in.sign_up_id = sign_up.id
    ), '[]'),
    'consents', coalesce((
      select jsonb_agg(jsonb_build_object(
        'consent', consent.id, 'recipientKind', consent.recipient_kind, 'signedAt', consent.signed_at,
        'expiresOn', consent.expires_on, 'revokedAt', consent.revoked_at
      ) order by consent.signed_at)
      from public.consents consent where consent.sign_up_id = sign_up.id
    ), '[]')
  )
  from public.sign_ups sign_up
  left join public.programs program on program.id = sign_up.program_id
  left join public.cohorts cohort on cohort.id = sign_up.cohort_id
  left join public.places place on place.id = sign_up.place_id
  where sign_up.id = p_sign_up
$$;

revoke all on function private.ask_again(uuid, text) from public;
revoke all on function public.create_sign_up(uuid, text, text, text, text, text, text, text, text, text, text, jsonb) from public, anon, authenticated;
revoke all on function public.queue_check_ins() from public, anon, authenticated;
revoke all on function public.answer_check_in(uuid, text) from public, anon, authenticated;
revoke all on function public.reseal_sign_up(uuid, text, text, text, text, text) from public, anon, authenticated;
revoke all on function public.forget_sign_up(uuid) from public, anon, authenticated;
revoke all on function public.purge_sign_ups(integer, jsonb) from public, anon, authenticated;
revoke all on function public.queue_intake_daily() from public, anon, authenticated;
grant execute on function private.ask_again(uuid, text) to service_role;
grant execute on function public.create_sign_up(uuid, text, text, text, text, text, text, text, text, text, text, jsonb) to service_role;
grant execute on function public.queue_check_ins() to service_role;
grant execute on function public.answer_check_in(uuid, text) to service_role;
grant execute on function public.reseal_sign_up(uuid, text, text, text, text, text) to service_role;
grant execute on function public.forget_sign_up(uuid) to service_role;
grant execute on function public.purge_sign_ups(integer, jsonb) to service_role;
grant execute on function public.queue_intake_daily() to service_role;
