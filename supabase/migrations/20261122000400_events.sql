-- Events: what alumni come back for.

create table public.events (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 100),
  pool_id uuid not null unique references public.seat_pools (id),
  title text not null check (length(title) between 1 and 120),
  summary text not null check (length(summary) between 1 and 300),
  description text not null default '' check (length(description) <= 20000),
  kind text not null check (kind in ('social', 'workshop', 'family', 'service', 'outdoors', 'celebration')),
  audience text not null default 'alumni' check (audience in ('alumni', 'alumni-and-guests', 'family', 'everyone')),
  format text not null check (format in ('in-person', 'online', 'hybrid')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- the zone the time was said in (IANA)
  time_zone text not null check (length(time_zone) between 1 and 64),
  place_name text check (length(place_name) <= 120),
  -- null when the address is told only after a yes (public.event_private_details)
  address text check (length(address) <= 300),
  max_party_size integer not null default 1 check (max_party_size between 1 and 50),
  rsvp_closes_at timestamptz not null,
  asks_conduct boolean not null default false,
  status text not null default 'draft' check (status in ('draft', 'published', 'cancelled')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint events_end_after_start check (ends_at > starts_at),
  constraint events_close_before_end check (rsvp_closes_at <= ends_at)
);
create index events_starts_at on public.events (starts_at);

grant select on public.events to anon, authenticated;
grant insert, update, delete on public.events to authenticated;
grant select, insert, update, delete on public.events to service_role;

alter table public.events enable row level security;

create trigger events_are_touched
  before update on public.events
  for each row execute function private.touch();

create policy "Anybody sees events that are published or called off"
  on public.events for select to anon
  using (status in ('published', 'cancelled'));
create policy "Signed-in people see public events, and event staff also drafts"
  on public.events for select to authenticated
  using (status in ('published', 'cancelled') or (select private.staff_role()) in ('coordinator', 'admin'));
create policy "Coordinators and admins add events"
  on public.events for insert to authenticated
  with check ((select private.staff_role()) in ('coordinator', 'admin'));
create policy "Coordinators and admins change events"
  on public.events for update to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'))
  with check ((select private.staff_role()) in ('coordinator', 'admin'));
create policy "Coordinators and admins delete events"
  on public.events for delete to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'));


-- Seats freed after the cut-off are not handed on: the pool follows when the cut-off moves.
create function private.follow_cut_off() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  update public.seat_pools set promotes_until = new.rsvp_closes_at where id = new.pool_id;
  return null;
end
$$;
revoke all on function private.follow_cut_off() from public;

create trigger seats_follow_the_cut_off
  after update of rsvp_closes_at on public.events
  for each row execute function private.follow_cut_off();


-- What is told only after a yes: a home address, a link. A table of its own, because a policy guards
-- rows and not columns.
create table public.event_private_details (
  event_id uuid primary key references public.events (id) on delete cascade,
  address text check (length(address) <= 300),
  join_url text check (join_url ~ '^https://' and length(join_url) <= 500),
  arrival_notes text check (length(arrival_notes) <= 1000)
);

grant select, insert, update, delete on public.event_private_details to authenticated, service_role;

alter table public.event_private_details enable row level security;

create policy "Coordinators and admins keep what is told after a yes"
  on public.event_private_details for all to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'))
  with check ((select private.staff_role()) in ('coordinator', 'admin'));


-- RSVPs ------------------------------------------------------------------------------------------

-- One person's answer. No account: a name to use and one contact. Whether it is a yes or a place on
-- the waiting list is said by its place. A cancelled RSVP keeps no seat and may be followed by a new one.
create table public.rsvps (
  id uuid primary key default gen_random_uuid(),
  event_id uuid not null references public.events (id) on delete cascade,
  place_id uuid not null unique references public.places (id),
  name text not null check (length(name) between 1 and 100),
  email text check (length(email) <= 254),
  phone text check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  contact text not null generated always as (coalesce(lower(email), phone)) stored,
  access_needs text check (length(access_needs) <= 1000),
  conduct_version text check (length(conduct_version) <= 40),
  language text not null default 'en' check (language in ('en', 'es')),
  -- keyed hash of the key the browser made up for this one submission
  idempotency_key text check (length(idempotency_key) <= 64),
  -- counts what the person was told: one mail per transition
  transition integer not null default 1,
  cancelled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint rsvps_one_contact check (num_nonnulls(email, phone) = 1),
  constraint rsvps_one_per_submission unique (event_id, idempotency_key)
);
create unique index rsvps_one_per_person on public.rsvps (event_id, contact) where cancelled_at is null;

grant select on public.rsvps to authenticated;
grant select, insert, update, delete on public.rsvps to service_role;

alter table public.rsvps enable row level security;

create policy "Coordinators and admins see who is coming"
  on public.rsvps for select to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'));


alter table public.outbox
  add constraint outbox_rsvp_id_fkey foreign key (rsvp_id) references public.rsvps (id) on delete cascade;


-- The atomic work of an RSVP ----------------------------------------------------------------------

-- Queues a mail about an RSVP for its present transition. People who left only a phone get none.
create function private.queue_rsvp_mail(p_kind text, p_rsvp uuid) returns void
language sql volatile
set search_path = ''
as $$
  insert into public.outbox (kind, rsvp_id, transition)
  select p_kind, id, transition from public.rsvps where id = p_rsvp and email is not null
  on conflict do nothing
$$;

-- Tells everybody a freed seat went to.
create function private.announce_promotions(p_places uuid[]) returns void
language plpgsql volatile
set search_path = ''
as $$
declare
  promoted uuid;
begin
  for promoted in
    update public.rsvps set transition = transition + 1, updated_at = now()
    where place_id = any (p_places) returning id
  loop
    perform private.queue_rsvp_mail('rsvp-promoted', promoted);
  end loop;
end
$$;

-- What the person is told about an RSVP.
create function private.rsvp_standing(p_rsvp uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'rsvp', rsvp.id,
    'status', case
      when rsvp.cancelled_at is not null then 'cancelled'
      when place.status = 'held' then 'going'
      else 'waiting'
    end,
    'position', private.queue_position(place.id)
  )
  from public.rsvps rsvp join public.places place on place.id = rsvp.place_id
  where rsvp.id = p_rsvp
$$;

-- Answers an invitation. Returns { outcome, rsvp, status, position } with outcome 'created', 'repeat-key'
-- (the same submission again), 'repeat-person' (the same contact again: nothing changes and no mail
-- goes out), 'unknown-event', 'closed', 'party-too-large' or 'conduct-needed'.
create function public.create_rsvp(
  p_event text,
  p_name text,
  p_party_size integer,
  p_email text default null,
  p_phone text default null,
  p_access_needs text default null,
  p_conduct_version text default null,
  p_idempotency_key text default null,
  p_language text default 'en'
) returns jsonb
language plpgsql volatile
set search_path = ''
as $$
declare
  invitation public.events;
  known public.rsvps;
  place public.places;
  answer uuid;
begin
  select * into invitation from public.events where slug = p_event and status <> 'draft';
  if not found then
    return jsonb_build_object('outcome', 'unknown-event');
  end if;

  perform private.lock_pool(invitation.pool_id);
  -- again under the lock: it may have been called off while this call waited
  select * into invitation from public.events where id = invitation.id;

  select * into known from public.rsvps
  where idempotency_key = p_idempotency_key and event_id = invitation.id;
  if found then
    return private.rsvp_standing(known.id) || '{"outcome": "repeat-key"}';
  end if;

  if invitation.status <> 'published' or now() >= invitation.rsvp_closes_at then
    return jsonb_build_object('outcome', 'closed');
  end if;
  if p_party_size > invitation.max_party_size then
    return jsonb_build_object('outcome', 'party-too-large', 'maxPartySize', invitation.max_party_size);
  end if;
  if invitation.asks_conduct and p_conduct_version is null then
    return jsonb_build_object('outcome', 'conduct-needed');
  end if;

  -- after every refusal, so that a refusal says the same of everybody: nobody finds out who is on the
  -- list by asking for what is never given
  select * into known from public.rsvps
  where event_id = invitation.id and contact = coalesce(lower(p_email), p_phone) and cancelled_at is null;
  if found then
    return private.rsvp_standing(known.id) || '{"outcome": "repeat-person"}';
  end if;

  place := private.take_place(invitation.pool_id, p_party_size);
  insert into public.rsvps (
    event_id, place_id, name, email, phone, access_needs, conduct_version, idempotency_key, language
  ) values (
    invitation.id, place.id, p_name, p_email, p_phone, p_access_needs, p_conduct_version, p_idempotency_key, p_language
  ) returning id into answer;
  perform private.queue_rsvp_mail(case place.status when 'held' then 'rsvp-going' else 'rsvp-waiting' end, answer);

  return private.rsvp_standing(answer) || '{"outcome": "created"}';
end
$$;

-- Changes an RSVP. Returns { outcome, rsvp, status, position } with outcome 'updated', 'unknown' (never
-- there, or cancelled), 'closed', 'party-too-large' or 'no-room' (nothing changed). Null keeps a value;
-- an empty access need clears it.
create function public.update_rsvp(
  p_rsvp uuid,
  p_party_size integer default null,
  p_name text default null,
  p_access_needs text default null
) returns jsonb
language plpgsql volatile
set search_path = ''
as $$
declare
  invitation public.events;
  mine public.rsvps;
  before public.places;
  promoted uuid[];
begin
  select event.* into invitation
  from public.events event join public.rsvps rsvp on rsvp.event_id = event.id where rsvp.id = p_rsvp;
  if not found then
    return jsonb_build_object('outcome', 'unknown');
  end if;

  perform private.lock_pool(invitation.pool_id);
  select * into mine from public.rsvps where id = p_rsvp for update;
  if not found or mine.cancelled_at is not null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  select * into invitation from public.events where id = invitation.id;
  select * into before from public.places where id = mine.place_id;

  if invitation.status <> 'published' or now() >= invitation.ends_at then
    return jsonb_build_object('outcome', 'closed');
  end if;
  if p_party_size > invitation.max_party_size then
    return jsonb_build_object('outcome', 'party-too-large', 'maxPartySize', invitation.max_party_size);
  end if;
  if p_party_size > before.party_size and now() >= invitation.rsvp_closes_at then
    return jsonb_build_object('outcome', 'closed');
  end if;
  if not private.resize_place(mine.place_id, coalesce(p_party_size, before.party_size)) then
    return private.rsvp_standing(p_rsvp) || '{"outcome": "no-room"}';
  end if;

  update public.rsvps
  set
    name = coalesce(p_name, name),
    access_needs = case when p_access_needs is null then access_needs else nullif(p_access_needs, '') end,
    updated_at = now()
  where id = p_rsvp;

  if coalesce(p_party_size, before.party_size) <> before.party_size then
    promoted := array(select id from private.promote_waiting(invitation.pool_id));
    perform private.announce_promotions(promoted);
    if not mine.place_id = any (promoted) then
      update public.rsvps set transition = transition + 1 where id = p_rsvp;
      perform private.queue_rsvp_mail('rsvp-updated', p_rsvp);
    end if;
  end if;

  return private.rsvp_standing(p_rsvp) || '{"outcome": "updated"}';
end
$$;

-- Gives the seats back and hands them on in the same transaction. Returns { outcome } 'cancelled', or
-- 'unknown' for an RSVP that was never there or is cancelled already.
create function public.cancel_rsvp(p_rsvp uuid) returns jsonb
language plpgsql volatile
set search_path = ''
as $$
declare
  pool uuid;
  mine public.rsvps;
begin
  select event.pool_id into pool
  from public.events event join public.rsvps rsvp on rsvp.event_id = event.id where rsvp.id = p_rsvp;
  if not found then
    return jsonb_build_object('outcome', 'unknown');
  end if;

  perform private.lock_pool(pool);
  select * into mine from public.rsvps where id = p_rsvp for update;
  if not found or mine.cancelled_at is not null then
    return jsonb_build_object('outcome', 'unknown');
  end if;

  update public.rsvps
  -- without its key, so that the same form sent again afterwards is a new answer
  set cancelled_at = now(), updated_at = now(), transition = transition + 1, idempotency_key = null
  where id = p_rsvp;
  perform private.queue_rsvp_mail('rsvp-cancelled', p_rsvp);
  perform private.announce_promotions(array(select id from private.release_place(mine.place_id)));

  return jsonb_build_object('outcome', 'cancelled');
end
$$;

-- Everything one person's page and mails say about their RSVP; null when there is none. What is told
-- only after a yes is in it only when the answer is a yes.
create function public.read_rsvp(p_rsvp uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select private.rsvp_standing(rsvp.id) || jsonb_build_object(
    'name', rsvp.name,
    'email', rsvp.email,
    'phone', rsvp.phone,
    'partySize', place.party_size,
    'accessNeeds', rsvp.access_needs,
    'language', rsvp.language,
    'transition', rsvp.transition,
    'event', jsonb_build_object(
      'id', event.id,
      'slug', event.slug,
      'title', event.title,
      'kind', event.kind,
      'format', event.format,
      'startsAt', event.starts_at,
      'endsAt', event.ends_at,
      'timeZone', event.time_zone,
      'placeName', event.place_name,
      'maxPartySize', event.max_party_size,
      'rsvpClosesAt', event.rsvp_closes_at,
      'status', event.status,
      'address', case when place.status = 'held' then coalesce(told.address, event.address) else event.address end,
      'joinUrl', case when place.status = 'held' then told.join_url end,
      'arrivalNotes', case when place.status = 'held' then told.arrival_notes end
    )
  )
  from public.rsvps rsvp
  join public.places place on place.id = rsvp.place_id
  join public.events event on event.id = rsvp.event_id
  left join public.event_private_details told on told.event_id = event.id
  where rsvp.id = p_rsvp
$$;

-- Sends the person their own link once more, once in ten minutes: whoever knows an address can ask for it,
-- and must not be able to fill somebody's inbox. True when a mail was queued.
create function public.resend_rsvp_link(p_rsvp uuid) returns boolean
language plpgsql volatile
set search_path = ''
as $$
begin
  -- in a statement of its own, so that the next one sees what an asker before this one queued
  perform 1 from public.rsvps where id = p_rsvp for update;
  update public.rsvps set transition = transition + 1
  where id = p_rsvp and cancelled_at is null and email is not null and not exists (
    select from public.outbox
    where rsvp_id = p_rsvp and kind = 'rsvp-link' and created_at > now() - interval '10 minutes'
  );
  if not found then
    return false;
  end if;
  perform private.queue_rsvp_mail('rsvp-link', p_rsvp);
  return true;
end
$$;

-- Adds an event together with its seats.
create function public.create_event(p_event jsonb, p_private jsonb default '{}') returns uuid
language plpgsql volatile
set search_path = ''
as $$
declare
  pool uuid;
  event uuid;
begin
  insert into public.seat_pools (capacity, queue_rule, promotes_until)
  values (
    (p_event ->> 'capacity')::integer,
    coalesce(p_event ->> 'queueRule', 'first-that-fits'),
    (p_event ->> 'rsvpClosesAt')::timestamptz
  ) returning id into pool;

  insert into public.events (
    slug, pool_id, title, summary, description, kind, audience, format, starts_at, ends_at, time_zone,
    place_name, address, max_party_size, rsvp_closes_at, asks_conduct, status
  ) values (
    p_event ->> 'slug', pool, p_event ->> 'title', p_event ->> 'summary', coalesce(p_event ->> 'description', ''),
    p_event ->> 'kind', coalesce(p_event ->> 'audience', 'alumni'), p_event ->> 'format',
    (p_event ->> 'startsAt')::timestamptz, (p_event ->> 'endsAt')::timestamptz, p_event ->> 'timeZone',
    p_event ->> 'placeName', p_event ->> 'address', coalesce((p_event ->> 'maxPartySize')::integer, 1),
    (p_event ->> 'rsvpClosesAt')::timestamptz, coalesce((p_event ->> 'asksConduct')::boolean, false),
    coalesce(p_event ->> 'status', 'draft')
  ) returning id into event;

  if p_private <> '{}' then
    insert into public.event_private_details (event_id, address, join_url, arrival_notes)
    values (event, p_private ->> 'address', p_private ->> 'joinUrl', p_private ->> 'arrivalNotes');
  end if;
  return event;
end
$$;

-- Changes how many seats there are and hands new ones to the queue. Returns the number of parties
-- promoted. A capacity below the seats given is refused by the CHECK (23514): nobody loses a yes.
create function public.set_event_capacity(p_event uuid, p_capacity integer) returns integer
language plpgsql volatile
set search_path = ''
as $$
declare
  pool uuid;
  promoted uuid[];
begin
  select pool_id into strict pool from public.events where id = p_event;
  perform private.lock_pool(pool);
  update public.seat_pools set capacity = p_capacity where id = pool;
  promoted := array(select id from private.promote_waiting(pool));
  perform private.announce_promotions(promoted);
  return cardinality(promoted);
end
$$;

-- Forgets who came, a number of days after the event: the answers go, the counts stay on the pool's
-- history of places. Returns how many people were forgotten.
create function public.purge_rsvps(p_days integer) returns integer
language plpgsql volatile
set search_path = ''
as $$
declare
  purged integer;
begin
  delete from public.rsvps rsvp using public.events event
  where event.id = rsvp.event_id and event.ends_at < now() - make_interval(days => p_days);
  get diagnostics purged = row_count;
  delete from public.rate_limits where window_start < now() - interval '2 days';
  return purged;
end
$$;

revoke all on function private.queue_rsvp_mail(text, uuid) from public;
revoke all on function private.announce_promotions(uuid[]) from public;
revoke all on function private.rsvp_standing(uuid) from public;
revoke all on function public.create_rsvp(text, text, integer, text, text, text, text, text, text) from public, anon, authenticated;
revoke all on function public.update_rsvp(uuid, integer, text, text) from public, anon, authenticated;
revoke all on function public.cancel_rsvp(uuid) from public, anon, authenticated;
revoke all on function public.read_rsvp(uuid) from public, anon, authenticated;
revoke all on function public.resend_rsvp_link(uuid) from public, anon, authenticated;
revoke all on function public.create_event(jsonb, jsonb) from public, anon, authenticated;
revoke all on function public.set_event_capacity(uuid, integer) from public, anon, authenticated;
revoke all on function public.purge_rsvps(integer) from public, anon, authenticated;
grant execute on function private.queue_rsvp_mail(text, uuid) to service_role;
grant execute on function private.announce_promotions(uuid[]) to service_role;
grant execute on function private.rsvp_standing(uuid) to service_role;
grant execute on function public.create_rsvp(text, text, integer, text, text, text, text, text, text) to service_role;
grant execute on function public.update_rsvp(uuid, integer, text, text) to service_role;
grant execute on function public.cancel_rsvp(uuid) to service_role;
grant execute on function public.read_rsvp(uuid) to service_role;
grant execute on function public.resend_rsvp_link(uuid) to service_role;
grant execute on function public.create_event(jsonb, jsonb) to service_role;
grant execute on function public.set_event_capacity(uuid, integer) to service_role;
grant execute on function public.purge_rsvps(integer) to service_role;
