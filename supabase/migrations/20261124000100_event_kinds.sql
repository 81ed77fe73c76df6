-- Kinds of event: series, days with sessions, a room and a link with seats of their own, drop-in.

-- A series: dates that follow a rule. Each date is an event of its own, with its own seats, its own
-- guests and its own page; the series only says when the next ones are.
create table public.event_series (
  id uuid primary key default gen_random_uuid(),
  title text not null check (length(title) between 1 and 120),
  -- RFC 5545, without DTSTART: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"
  rule text not null check (rule ~ '^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+-]+)*$' and length(rule) <= 200),
  -- the local day of the first date: intervals are counted from it
  starts_on date not null,
  start_time time not null,
  lasts_minutes integer not null check (lasts_minutes between 5 and 20160),
  time_zone text not null check (length(time_zone) between 1 and 64),
  -- local days on which there is none
  except_on date[] not null default '{}',
  -- null: until somebody says so
  last_on date,
  -- how many coming dates are open for answers at a time
  dates_ahead integer not null default 6 check (dates_ahead between 1 and 12),
  ended boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint event_series_last_after_first check (last_on is null or last_on >= starts_on)
);

grant select on public.event_series to anon, authenticated;
grant insert, update, delete on public.event_series to authenticated;
grant select, insert, update, delete on public.event_series to service_role;

alter table public.event_series enable row level security;

create trigger event_series_are_touched
  before update on public.event_series
  for each row execute function private.touch();

create policy "Anybody sees by which rule dates come"
  on public.event_series for select to anon, authenticated
  using (true);
create policy "Coordinators and admins add series"
  on public.event_series for insert to authenticated
  with check ((select private.staff_role()) in ('coordinator', 'admin'));
create policy "Coordinators and admins change series"
  on public.event_series for update to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'))
  with check ((select private.staff_role()) in ('coordinator', 'admin'));
create policy "Coordinators and admins delete series"
  on public.event_series for delete to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'));


alter table public.events
  add column series_id uuid references public.event_series (id) on delete set null,
  -- the local day the rule gave it, which stays when the date is moved
  add column series_on date,
  -- hybrid only: who joins by link has seats of their own. The event's lock is still its first pool.
  add column online_pool_id uuid unique references public.seat_pools (id),
  -- 'drop-in': nobody answers, everybody may come
  add column replies text not null default 'rsvp' check (replies in ('rsvp', 'drop-in')),
  add column asks_children boolean not null default false,
  add column asks_food boolean not null default false,
  -- up to five: [{ id, label, kind: 'text' | 'yes-no' | 'choice', options?, required }]
  add column questions jsonb not null default '[]'
    check (jsonb_typeof(questions) = 'array' and jsonb_array_length(questions) <= 5 and length(questions::text) <= 8000),
  -- who is given a seat from the waiting list says yes once more within so many hours
  add column confirm_within_hours integer check (confirm_within_hours between 1 and 168),
  add column reminds_two_hours boolean not null default false,
  add column thanks boolean not null default false,
  -- what is said to guests and on the page when it does not take place
  add column called_off_note text check (length(called_off_note) between 1 and 500),
  add constraint events_once_per_series_day unique (series_id, series_on),
  add constraint events_online_seats_of_hybrids check (online_pool_id is null or format = 'hybrid');


-- What one can choose among during several days. Seats of a session are only taken and given back
-- under the lock of its event.
create table public.event_sessions (
  id uuid primary key default gen_random_uuid(),
  event_id uuid not null references public.events (id) on delete cascade,
  pool_id uuid not null unique references public.seat_pools (id),
  title text not null check (length(title) between 1 and 120),
  summary text check (length(summary) between 1 and 300),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place_name text check (length(place_name) between 1 and 120),
  constraint event_sessions_end_after_start check (ends_at > starts_at)
);
create index event_sessions_event on public.event_sessions (event_id);

grant select on public.event_sessions to anon, authenticated;
grant select, insert, update, delete on public.event_sessions to service_role;

alter table public.event_sessions enable row level security;

create policy "Anybody sees the sessions of an event they see"
  on public.event_sessions for select to anon, authenticated
  using (exists (select from public.events event where event.id = event_id));


-- Answers say more ------------------------------------------------------------------------------

-- A party that is moved back to the line stands in front of it, so its number may be set.
alter table public.places alter column queue_number set generated by default;
-- the first that fits is found without a look at everybody who does not
create index places_pool_fit on public.places (pool_id, party_size, queue_number) where status = 'waiting';

-- 'asked': neither a yes nor in line, until somebody of the staff has looked at it
alter table public.places
  drop constraint places_status_check,
  add constraint places_status_check check (status in ('asked', 'held', 'waiting', 'released'));

alter table public.rsvps
  drop constraint rsvps_one_contact,
  alter column contact drop not null,
  add column attends text check (attends in ('in-person', 'online')),
  -- of the party, how many are children
  add column children integer not null default 0 check (children between 0 and 49),
  add column food text check (length(food) between 1 and 500),
  -- by the id of the event's question
  add column answers jsonb not null default '{}'
    check (jsonb_typeof(answers) = 'object' and length(answers::text) <= 8000),
  -- a seat from the waiting list goes on when nobody says yes to it until then
  add column confirm_by timestamptz,
  add column cancelled_by text check (cancelled_by in ('guest', 'staff', 'no-answer')),
  add column walk_in boolean not null default false,
  -- was held back for a look, and nobody has looked yet
  add column held_back boolean not null default false,
  add column arrived_at timestamptz,
  add column arrived_count integer check (arrived_count between 1 and 50),
  -- who walks in at the door leaves nothing behind
  add constraint rsvps_one_contact check (num_nonnulls(email, phone) = case when walk_in then 0 else 1 end),
  add constraint rsvps_arrival_whole check ((arrived_at is null) = (arrived_count is null));
create index rsvps_to_confirm on public.rsvps (confirm_by) where confirm_by is not null;

-- The sessions somebody wishes to take part in. A place in one is held only by who holds one at the event.
create table public.rsvp_sessions (
  rsvp_id uuid not null references public.rsvps (id) on delete cascade,
  session_id uuid not null references public.event_sessions (id) on delete cascade,
  place_id uuid unique references public.places (id) on delete set null,
  primary key (rsvp_id, session_id)
);
create index rsvp_sessions_session on public.rsvp_sessions (session_id);

grant select on public.rsvp_sessions to authenticated;
grant select, insert, update, delete on public.rsvp_sessions to service_role;

alter table public.rsvp_sessions enable row level security;

create policy "Coordinators and admins see who comes to which session"
  on public.rsvp_sessions for select to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'));


-- What stays of an event when its guests are forgotten: counts.
create table public.event_counts (
  event_id uuid primary key references public.events (id) on delete cascade,
  replies integer not null,
  seats integer not null,
  waiting integer not null,
  cancelled integer not null,
  walk_ins integer not null,
  -- people, not parties; null when nobody was checked in
  arrived integer,
  counted_at timestamptz not null default now()
);

grant select on public.event_counts to authenticated;
grant select, insert, update, delete on public.event_counts to service_role;

alter table public.event_counts enable row level security;

create policy "Coordinators and admins see how many came"
  on public.event_counts for select to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'));


-- What guests are told, in rows the mails are written from --------------------------------------

-- What staff changed about an event its guests had answered: { field: [before, after] }.
create table public.event_changes (
  id uuid primary key default gen_random_uuid(),
  event_id uuid not null references public.events (id) on delete cascade,
  changes jsonb not null check (jsonb_typeof(changes) = 'object'),
  created_at timestamptz not null default now()
);
create index event_changes_event on public.event_changes (event_id);

-- What staff wrote to the guests.
create table public.event_messages (
  id uuid primary key default gen_random_uuid(),
  event_id uuid not null references public.events (id) on delete cascade,
  audience text not null check (audience in ('going', 'waiting', 'everybody')),
  body text not null check (length(body) between 1 and 2000),
  staff_id uuid references public.staff (user_id) on delete set null,
  -- who it was, for colleagues, who see no row of staff but their own
  staff_name text,
  created_at timestamptz not null default now()
);
create index event_messages_event on public.event_messages (event_id);
create index event_messages_staff on public.event_messages (staff_id);

-- What staff did by hand, and why.
create table public.event_log (
  id bigint generated always as identity primary key,
  event_id uuid not null references public.events (id) on delete cascade,
  rsvp_id uuid references public.rsvps (id) on delete set null,
  staff_id uuid references public.staff (user_id) on delete set null,
  staff_name text,
  action text not null check (action ~ '^[a-z]+(-[a-z]+)*$' and length(action) <= 40),
  reason text check (length(reason) between 1 and 500),
  created_at timestamptz not null default now()
);
create index event_log_event on public.event_log (event_id);
create index event_log_rsvp on public.event_log (rsvp_id);
create index event_log_staff on public.event_log (staff_id);

grant select on public.event_changes, public.event_messages, public.event_log to authenticated;
grant select, insert, update, delete on public.event_changes, public.event_messages, public.event_log to service_role;

alter table public.event_changes enable row level security;
alter table public.event_messages enable row level security;
alter table public.event_log enable row level security;

create policy "Coordinators and admins see what was changed"
  on public.event_changes for select to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'));
create policy "Coordinators and admins see what was written to guests"
  on public.event_messages for select to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'));
create policy "Coordinators and admins see what was done by hand"
  on public.event_log for select to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'));

alter table public.outbox
  add column change_id uuid references public.event_changes (id) on delete cascade,
  add column message_id uuid references public.event_messages (id) on delete cascade;
create index outbox_change on public.outbox (change_id);
create index outbox_message on public.outbox (message_id);

-- Events with a room and a link that were there before get seats by link without a limit.
do $$
declare
  hybrid uuid;
  pool uuid;
begin
  for hybrid in select id from public.events where format = 'hybrid' loop
    insert into public.seat_pools (capacity, promotes_until)
    select null, rsvp_closes_at from public.events where id = hybrid returning id into pool;
    update public.events set online_pool_id = pool where id = hybrid;
  end loop;
end
$$;

-- The cut-off is that of all the event's seats, and what is called off gives no more seats.
create or replace function private.follow_cut_off() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  update public.seat_pools
  set promotes_until = case when new.status = 'cancelled' then least(now(), new.rsvp_closes_at) else new.rsvp_closes_at end
  where id in (new.pool_id, new.online_pool_id)
    or id in (select session.pool_id from public.event_sessions session where session.event_id = new.id);
  return null;
end
$$;

drop trigger seats_follow_the_cut_off on public.events;
create trigger seats_follow_the_cut_off
  after update of rsvp_closes_at, status on public.events
  for each row execute function private.follow_cut_off();

-- Events are written by functions only: who changes a date by hand would tell nobody, and who deletes an
-- event would take a yes from people who never hear of it.
revoke insert, update, delete on public.events, public.event_private_details from authenticated;
drop policy "Coordinators and admins add events" on public.events;
drop policy "Coordinators and admins change events" on public.events;
drop policy "Coordinators and admins delete events" on public.events;
drop policy "Coordinators and admins keep what is told after a yes" on public.event_private_details;
create policy "Coordinators and admins see what is told after a yes"
  on public.event_private_details for select to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'));

-- Adds an event together with its seats: in p_event the fields of a row by their names on the site, with
-- capacity, onlineCapacity (hybrid) and queueRule; in p_private what is told only after a yes. With an id of
-- the form's own the same form sent twice is refused (23505).
create or replace function public.create_event(p_event jsonb, p_private jsonb default '{}') returns uuid
language plpgsql volatile
set search_path = ''
as $$
declare
  pool uuid;
  online_pool uuid;
  event uuid;
begin
  insert into public.seat_pools (capacity, queue_rule, promotes_until)
  values (
    (p_event ->> 'capacity')::integer,
    coalesce(p_event ->> 'queueRule', 'first-that-fits'),
    (p_event ->> 'rsvpClosesAt')::timestamptz
  ) returning id into pool;
  if p_event ->> 'format' = 'hybrid' then
    insert into public.seat_pools (capacity, queue_rule, promotes_until)
    values (
      (p_event ->> 'onlineCapacity')::integer,
      coalesce(p_event ->> 'queueRule', 'first-that-fits'),
      (p_event ->> 'rsvpClosesAt')::timestamptz
    ) returning id into online_pool;
  end if;

  insert into public.events (
    id, slug, pool_id, online_pool_id, title, summary, description, kind, audience, format, starts_at, ends_at, time_zone,
    place_name, address, max_party_size, rsvp_closes_at, asks_conduct, status, series_id, series_on, replies,
    asks_children, asks_food, questions, confirm_within_hours, reminds_two_hours, thanks
  ) values (
    coalesce((p_event ->> 'id')::uuid, gen_random_uuid()), p_event ->> 'slug', pool, online_pool, p_event ->> 'title', p_event ->> 'summary',
    coalesce(p_event ->> 'description', ''),
    p_event ->> 'kind', coalesce(p_event ->> 'audience', 'alumni'), p_event ->> 'format',
    (p_event ->> 'startsAt')::timestamptz, (p_event ->> 'endsAt')::timestamptz, p_event ->> 'timeZone',
    p_event ->> 'placeName', p_event ->> 'address', coalesce((p_event ->> 'maxPartySize')::integer, 1),
    (p_event ->> 'rsvpClosesAt')::timestamptz, coalesce((p_event ->> 'asksConduct')::boolean, false),
    coalesce(p_event ->> 'status', 'draft'), (p_event ->> 'seriesId')::uuid, (p_event ->> 'seriesOn')::date,
    coalesce(p_event ->> 'replies', 'rsvp'),
    coalesce((p_event ->> 'asksChildren')::boolean, false), coalesce((p_event ->> 'asksFood')::boolean, false),
    coalesce(p_event -> 'questions', '[]'), (p_event ->> 'confirmWithinHours')::integer,
    coalesce((p_event ->> 'remindsTwoHours')::boolean, false), coalesce((p_event ->> 'thanks')::boolean, false)
  ) returning id into event;

  if p_private <> '{}' then
    insert into public.event_private_details (event_id, address, join_url, arrival_notes)
    values (event, p_private ->> 'address', p_private ->> 'joinUrl', p_private ->> 'arrivalNotes');
  end if;
  return event;
end
$$;

-- Adds one date of a series, as p_like is: the same words, seats, questions, private details. Null when
-- the series has that date already (also one that was called off).
create function public.add_series_date(p_like uuid, p_slug text, p_on date, p_starts_at timestamptz) returns uuid
language plpgsql volatile
set search_path = ''
as $$
declare
  model public.events;
  told public.event_private_details;
  seats public.seat_pools;
  online_seats public.seat_pools;
begin
  select * into strict model from public.events where id = p_like;
  -- the daily run and a person may open the same date at once
  perform 1 from public.event_series where id = model.series_id for update;
  select * into told from public.event_private_details where event_id = p_like;
  select * into strict seats from public.seat_pools where id = model.pool_id;
  select * into online_seats from public.seat_pools where id = model.online_pool_id;
  if exists (select from public.events where series_id = model.series_id and series_on = p_on) then
    return null;
  end if;
  return public.create_event(
    jsonb_build_object(
      'slug', p_slug, 'capacity', seats.capacity, 'onlineCapacity', online_seats.capacity, 'queueRule', seats.queue_rule,
      'title', model.title, 'summary', model.summary, 'description', model.description, 'kind', model.kind,
      'audience', model.audience, 'format', model.format, 'startsAt', p_starts_at,
      'endsAt', p_starts_at + (model.ends_at - model.starts_at), 'timeZone', model.time_zone,
      'placeName', model.place_name, 'address', model.address, 'maxPartySize', model.max_party_size,
      'rsvpClosesAt', p_starts_at - (model.starts_at - model.rsvp_closes_at), 'asksConduct', model.asks_conduct,
      'status', 'published', 'seriesId', model.series_id, 'seriesOn', p_on, 'replies', model.replies,
      'asksChildren', model.asks_children, 'asksFood', model.asks_food, 'questions', model.questions
    ) || jsonb_build_object(
      'confirmWithinHours', model.confirm_within_hours, 'remindsTwoHours', model.reminds_two_hours,
      'thanks', model.thanks
    ),
    case when told.event_id is null then '{}' else jsonb_build_object(
      'address', told.address, 'joinUrl', told.join_url, 'arrivalNotes', told.arrival_notes
    ) end
  );
end
$$;
revoke all on function public.add_series_date(uuid, text, date, timestamptz) from public, anon, authenticated;
grant execute on function public.add_series_date(uuid, text, date, timestamptz) to service_role;
