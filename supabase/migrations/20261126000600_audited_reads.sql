-- What guests and visitors left with us is handed to staff by functions alone, each of which writes down who
-- looked, in the transaction that hands it out. Lists, figures and queues that say nothing of anybody stay as
-- they are.

revoke select on public.rsvps from authenticated;
-- what counts and queues need: nothing that says who somebody is, or what they wrote
grant select (
  id, event_id, place_id, language, attends, children, confirm_by, cancelled_at, cancelled_by, walk_in, held_back,
  arrived_at, arrived_count, transition, quiet, created_at, updated_at
) on public.rsvps to authenticated;

-- why somebody was taken off a list or passed the line is about them
revoke select on public.event_log from authenticated;
grant select (id, event_id, rsvp_id, staff_id, staff_name, action, created_at) on public.event_log to authenticated;

revoke select on public.meeting_reports from authenticated;
-- all but how the person can be asked back, and the mark of the form they sent
grant select (
  id, kind, meeting_id, reason, name, proposed, message, status, handled_by, handled_by_name, handled_at, created_at
) on public.meeting_reports to authenticated;

-- What is asked for newest first, by who, by kind and by what it is about.
drop index public.audit_log_staff;
create index audit_log_staff on public.audit_log (staff_id, id);
create index audit_log_kind on public.audit_log (subject, id);
create index audit_log_about on public.audit_log (subject_id, id);
-- a line about a guest says of which event in its detail: the answer itself may be deleted by then
create index audit_log_event_of_guest on public.audit_log (detail, id) where subject = 'guest';

-- What of the record is about the work of the person who asks.
create function private.recorded_subjects() returns text[]
language sql stable
set search_path = ''
as $$
  select case private.staff_role()
    when 'admin' then array[
      'sign-up', 'consent', 'event', 'guest', 'report', 'resource', 'meeting', 'staff', 'settings', 'everything'
    ]
    when 'clinician' then array['sign-up', 'consent']
    when 'coordinator' then array['event', 'guest', 'report', 'meeting']
    else '{}'::text[]
  end
$$;
revoke all on function private.recorded_subjects() from public;
grant execute on function private.recorded_subjects() to authenticated, service_role;
alter policy "Admins see the whole record, others what is about their part of the work"
  on public.audit_log using (subject = any ((select private.recorded_subjects())::text[]));


-- Guests -------------------------------------------------------------------------------------------

-- One answer for staff. Not p_whole: what the door and a line need to know, without contacts and without
-- anything that somebody wrote.
create function private.guest_for_staff(p_rsvp public.rsvps, p_whole boolean) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_rsvp.id, 'name', p_rsvp.name, 'language', p_rsvp.language, 'attends', p_rsvp.attends,
    'children', p_rsvp.children, 'confirm_by', p_rsvp.confirm_by, 'cancelled_at', p_rsvp.cancelled_at,
    'cancelled_by', p_rsvp.cancelled_by, 'walk_in', p_rsvp.walk_in, 'arrived_at', p_rsvp.arrived_at,
    'arrived_count', p_rsvp.arrived_count, 'created_at', p_rsvp.created_at, 'updated_at', p_rsvp.updated_at,
    'email', case when p_whole then p_rsvp.email end,
    'phone', case when p_whole then p_rsvp.phone end,
    'access_needs', case when p_whole then p_rsvp.access_needs end,
    'food', case when p_whole then p_rsvp.food end,
    'answers', case when p_whole then p_rsvp.answers else '{}' end,
    'place', (
      select jsonb_build_object(
        'pool_id', pool_id, 'party_size', party_size, 'status', status, 'queue_number', queue_number
      ) from public.places where id = p_rsvp.place_id
    ),
    'rsvp_sessions', case when p_whole then coalesce((
      select jsonb_agg(jsonb_build_object(
        'session_id', wish.session_id,
        'place', case when place.id is not null then jsonb_build_object('status', place.status) end
      ))
      from public.rsvp_sessions wish left join public.places place on place.id = wish.place_id
      where wish.rsvp_id = p_rsvp.id
    ), '[]') else '[]' end
  )
$$;

-- What was done by hand, the latest first: of an event, or of one of its guests. Arrivals stand beside the guests.
create function private.done_by_hand(p_event uuid, p_rsvp uuid default null) returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(to_jsonb(entry) order by entry.id desc), '[]') from (
    select id, rsvp_id, staff_name, action, reason, created_at from public.event_log
    where event_id = p_event and (p_rsvp is null or rsvp_id = p_rsvp) and action not in ('arrived', 'walked-in')
    order by id desc limit 100
  ) entry
$$;

-- The list at the door asks for news every few seconds, and the person who holds it has it all that time: one line
-- in a quarter of an hour says so.
create function private.write_down_door(p_event uuid, p_detail text) returns void
language plpgsql volatile
set search_path = ''
as $$
declare
  asks uuid := (select auth.uid());
begin
  for attempt in 1..2 loop
    if exists (
      select from public.audit_log
      where staff_id is not distinct from asks and subject_id = p_event and subject = 'event' and action = 'door'
        and at > clock_timestamp() - interval '15 minutes'
    ) then
      return;
    end if;
    -- the second look sees what another device of the same person wrote meanwhile
    if attempt = 1 then
      perform pg_advisory_xact_lock(hashtextextended(asks::text || p_event::text, 0));
    end if;
  end loop;
  perform private.write_down('door', 'event', p_event, p_detail);
end
$$;

-- The guests of an event as { guests, log }, in the order they answered; null when there is no such event. p_what:
--   list    everything of everybody, and what was done by hand
--   export  the same, to take away
--   call    who comes or waits and left a phone number only
--   door    what the door needs: no contacts and no words
-- Each is a line in the record with the number of answers; 'call' only when there is somebody to call.
create function private.open_guests(p_event uuid, p_what text) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  found_guests jsonb;
  many integer;
begin
  perform private.event_staff();
  if coalesce(p_what, '') not in ('list', 'export', 'call', 'door') then
    raise exception 'A list is opened for something' using errcode = 'invalid_parameter_value';
  end if;
  if not exists (select from public.events where id = p_event) then
    return null;
  end if;
  select
    coalesce(jsonb_agg(private.guest_for_staff(rsvp, p_what <> 'door') order by rsvp.created_at, rsvp.id), '[]'), count(*)
  into found_guests, many
  from public.rsvps rsvp
  where event_id = p_event and (p_what <> 'call' or (cancelled_at is null and phone is not null));
  if p_what = 'door' then
    perform private.write_down_door(p_event, many::text);
  elsif p_what = 'call' and many > 0 then
    perform private.write_down('list', 'event', p_event, 'to-call');
  elsif p_what <> 'call' then
    perform private.write_down(p_what, 'event', p_event, many::text);
  end if;
  return jsonb_build_object(
    'guests', found_guests,
    'log', case when p_what = 'list' then private.done_by_hand(p_event) else '[]' end
  );
end
$$;

-- One guest of an event, as { guest, ahead, log, dates }: who stands before them in the same line, what was done by
-- hand, and the other dates of the series that the same person comes to, as [{ slug, starts_at, status }]. Null when
-- the event has no such guest. Each look is a line in the record.
create function private.open_guest(p_event uuid, p_rsvp uuid) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  mine public.rsvps;
  place public.places;
begin
  perform private.event_staff();
  select * into mine from public.rsvps where id = p_rsvp and event_id = p_event;
  if not found then
    return null;
  end if;
  select * into place from public.places where id = mine.place_id;
  perform private.write_down('read', 'guest', p_rsvp, p_event::text);
  return jsonb_build_object(
    'guest', private.guest_for_staff(mine, true),
    'ahead', coalesce((
      select jsonb_agg(private.guest_for_staff(other, false) order by seat.queue_number)
      from public.places seat join public.rsvps other on other.place_id = seat.id
      where place.status = 'waiting' and seat.pool_id = place.pool_id and seat.status = 'waiting'
        and seat.queue_number < place.queue_number and other.event_id = p_event
    ), '[]'),
    'log', private.done_by_hand(p_event, p_rsvp),
    'dates', coalesce((
      select jsonb_agg(
        jsonb_build_object('slug', date.slug, 'starts_at', date.starts_at, 'status', seat.status) order by date.starts_at
      )
      from public.events own
      join public.events date on date.series_id = own.series_id and date.id <> own.id
      join public.rsvps other on other.event_id = date.id and other.contact = mine.contact and other.cancelled_at is null
      join public.places seat on seat.id = other.place_id
      where own.id = p_event
    ), '[]')
  );
end
$$;

-- Who would lose a yes with so few seats, by name: private.affected_by_capacity for the person who is about to ask
-- for it, and a line in the record when there is anybody.
create function private.show_affected(p_event uuid, p_capacity integer, p_online boolean)
returns table (rsvp uuid, name text, party_size integer)
language plpgsql volatile security definer
set search_path = ''
as $$
begin
  return query select * from private.affected_by_capacity(p_event, p_capacity, p_online);
  if found then
    perform private.write_down('list', 'event', p_event, 'seats');
  end if;
end
$$;
revoke all on function private.affected_by_capacity(uuid, integer, boolean) from authenticated;
create or replace function public.affected_by_capacity(p_event uuid, p_capacity integer, p_online boolean default false)
returns table (rsvp uuid, name text, party_size integer)
language sql volatile set search_path = ''
as $$ select * from private.show_affected(p_event, p_capacity, p_online) $$;

-- How many answers that stand can be told by mail, of each event: a number, and nobody's address.
create function private.reached_by_mail(p_events uuid[]) returns table (event_id uuid, by_mail integer)
language sql stable security definer
set search_path = ''
as $$
  select rsvp.event_id, count(rsvp.email)::integer from public.rsvps rsvp
  where rsvp.event_id = any (p_events) and rsvp.cancelled_at is null
    and (current_setting('role') in ('none', 'service_role', 'postgres') or private.staff_role() in ('coordinator', 'admin'))
  group by rsvp.event_id
$$;
create or replace function public.event_figures(p_events uuid[])
returns table (event_id uuid, replies integer, by_mail integer, asked integer, arrived integer)
language sql stable
set search_path = ''
as $$
  select
    event.id,
    (count(rsvp.id) filter (where rsvp.cancelled_at is null))::integer,
    coalesce(reached.by_mail, 0),
    (count(*) filter (where rsvp.cancelled_at is null and place.status = 'asked'))::integer,
    coalesce(sum(rsvp.arrived_count)::integer, counted.arrived)
  from public.events event
  left join public.event_counts counted on counted.event_id = event.id
  left join public.rsvps rsvp on rsvp.event_id = event.id
  left join public.places place on place.id = rsvp.place_id
  left join private.reached_by_mail(p_events) reached on reached.event_id = event.id
  where event.id = any (p_events)
  group by event.id, counted.arrived, reached.by_mail
$$;

-- What staff do by hand with events and guests is in the record too. Why, stays with the event and goes with it.
create function private.write_down_by_hand() returns trigger
language plpgsql volatile security definer
set search_path = ''
as $$
begin
  perform private.write_down(
    new.action, case when new.rsvp_id is null then 'event' else 'guest' end, coalesce(new.rsvp_id, new.event_id),
    case when new.rsvp_id is not null then new.event_id::text end
  );
  return null;
end
$$;
revoke all on function private.write_down_by_hand() from public;
create trigger what_is_done_by_hand_is_written_down
  after insert on public.event_log
  for each row when (new.staff_id is not null) execute function private.write_down_by_hand();


-- Reports ------------------------------------------------------------------------------------------

-- A report with how the person can be asked back, and its meeting as { slug, name }; null when there is none.
create function private.open_report(p_report uuid) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  answer jsonb;
begin
  perform private.staff_among('{coordinator,admin}');
  select to_jsonb(report) - '{submission_key,handled_by}'::text[] || jsonb_build_object('meeting', (
    select jsonb_build_object('slug', meeting.slug, 'name', meeting.name)
    from public.meetings meeting where meeting.id = report.meeting_id
  ))
  into answer from public.meeting_reports report where report.id = p_report;
  if found then
    perform private.write_down('read', 'report', p_report);
  end if;
  return answer;
end
$$;

create or replace function private.take_report(p_report uuid) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  report record;
begin
  select kind, meeting_id, status, handled_by_name, handled_at into report
  from public.meeting_reports where id = p_report for update;
  if not found then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  if report.status <> 'open' then
    return jsonb_build_object('outcome', 'handled', 'status', report.status, 'by', report.handled_by_name,
                              'at', report.handled_at);
  end if;
  return jsonb_build_object(
    'outcome', 'open', 'report', jsonb_build_object('kind', report.kind, 'meeting_id', report.meeting_id)
  );
end
$$;

create function private.write_down_settled() returns trigger
language plpgsql volatile security definer
set search_path = ''
as $$
begin
  perform private.write_down(case new.status when 'open' then 'reopen' else new.status end, 'report', new.id);
  return null;
end
$$;
revoke all on function private.write_down_settled() from public;
create trigger what_becomes_of_a_report_is_written_down
  after update on public.meeting_reports
  for each row when (
    new.handled_by is not null
    and (old.status, old.meeting_id, old.handled_by) is distinct from (new.status, new.meeting_id, new.handled_by)
  )
  execute function private.write_down_settled();


-- The record itself --------------------------------------------------------------------------------

-- Who stands in the part of the record that the person who asks may see, as [{ id, name }] by name; also who is
-- turned off by now.
create function private.record_people() returns jsonb
language plpgsql stable security definer
set search_path = ''
as $$
declare
  subjects text[] := private.recorded_subjects();
begin
  perform private.staff_among('{coordinator,clinician,admin}');
  return coalesce((
    select jsonb_agg(jsonb_build_object('id', user_id, 'name', display_name) order by display_name, user_id)
    from public.staff
    where exists (select from public.audit_log where staff_id = user_id and subject = any (subjects))
  ), '[]');
end
$$;

create function private.write_down_export_of_record() returns void
language plpgsql volatile security definer
set search_path = ''
as $$
begin
  perform private.staff_among('{coordinator,clinician,admin}');
  perform private.write_down('export', 'everything', null, 'record');
end
$$;

-- Lines of the record, the newest first, as whoever asks may see them. What is null chooses nothing. p_did: 'looked',
-- 'taken' (a copy) or 'changed'. p_about: what a line is about, or the event of the guest it is about. p_until is not
-- part of the time. p_before: only lines older than this one.
create function public.record_lines(
  p_staff uuid default null, p_subject text default null, p_did text default null, p_about uuid default null,
  p_from timestamptz default null, p_until timestamptz default null, p_before bigint default null, p_most integer default 50
) returns jsonb
language plpgsql stable
set search_path = ''
-- a plan for what is asked for: each filter has an index of its own
set plan_cache_mode = 'force_custom_plan'
as $$
begin
  return coalesce((
    select jsonb_agg(to_jsonb(line) order by line.id desc) from (
      select id, at, staff_id, staff_name, action, subject, subject_id, detail, page from public.audit_log
      where (p_staff is null or staff_id = p_staff) and (p_subject is null or subject = p_subject)
        and (p_did is null or p_did = case
          when action in ('read', 'list', 'door', 'consent-read') then 'looked'
          when action = 'export' then 'taken'
          else 'changed'
        end)
        and (p_about is null or subject_id = p_about or (subject = 'guest' and detail = p_about::text))
        and (p_from is null or at >= p_from) and (p_until is null or at < p_until)
        and (p_before is null or id < p_before)
      order by id desc limit least(p_most, 10000)
    ) line
  ), '[]');
end
$$;

-- The same lines to take away, 10,000 at the most; the taking is a line itself.
create function public.export_record(
  p_staff uuid default null, p_subject text default null, p_did text default null, p_about uuid default null,
  p_from timestamptz default null, p_until timestamptz default null
) returns jsonb
language plpgsql volatile
set search_path = ''
as $$
begin
  perform private.write_down_export_of_record();
  return public.record_lines(p_staff, p_subject, p_did, p_about, p_from, p_until, null, 10000);
end
$$;


create function public.open_guests(p_event uuid, p_what text) returns jsonb
language sql volatile set search_path = '' as $$ select private.open_guests(p_event, p_what) $$;
create function public.open_guest(p_event uuid, p_rsvp uuid) returns jsonb
language sql volatile set search_path = '' as $$ select private.open_guest(p_event, p_rsvp) $$;
create function public.open_report(p_report uuid) returns jsonb
language sql volatile set search_path = '' as $$ select private.open_report(p_report) $$;
create function public.record_people() returns jsonb
language sql stable set search_path = '' as $$ select private.record_people() $$;

revoke all on function
  private.guest_for_staff(public.rsvps, boolean), private.done_by_hand(uuid, uuid), private.write_down_door(uuid, text),
  private.open_guests(uuid, text), private.open_guest(uuid, uuid), private.show_affected(uuid, integer, boolean),
  private.reached_by_mail(uuid[]), private.open_report(uuid), private.record_people(),
  private.write_down_export_of_record()
  from public;
revoke all on function
  public.open_guests(uuid, text), public.open_guest(uuid, uuid), public.open_report(uuid),
  public.record_people(),
  public.record_lines(uuid, text, text, uuid, timestamptz, timestamptz, bigint, integer),
  public.export_record(uuid, text, text, uuid, timestamptz, timestamptz)
  from public, anon, authenticated;
grant execute on function
  private.open_guests(uuid, text), private.open_guest(uuid, uuid), private.show_affected(uuid, integer, boolean),
  private.reached_by_mail(uuid[]), private.open_report(uuid), private.record_people(),
  private.write_down_export_of_record(),
  public.open_guests(uuid, text), public.open_guest(uuid, uuid), public.open_report(uuid),
  public.record_people(),
  public.record_lines(uuid, text, text, uuid, timestamptz, timestamptz, bigint, integer),
  public.export_record(uuid, text, text, uuid, timestamptz, timestamptz)
  to authenticated, service_role;
