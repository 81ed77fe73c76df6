-- Meeting reports: what visitors tell us about the list, and how staff settle it. Staff sessions.

-- A meeting that is missing, wrong or closed, in the words of somebody who was there. It waits until a
-- person decides; nothing a visitor sends changes the list by itself.
create table public.meeting_reports (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('new', 'correction', 'closed')),
  -- of a new one: the meeting it became
  meeting_id uuid references public.meetings (id) on delete cascade,
  reason text check (reason in ('for-good', 'this-week', 'link', 'place-or-time')),
  name text check (length(name) between 1 and 255),
  -- only what differs from what the visitor saw, by the names of src/meetings/edit/fields.ts
  proposed jsonb not null default '{}' check (jsonb_typeof(proposed) = 'object' and length(proposed::text) <= 12000),
  message text check (length(message) between 1 and 2000),
  -- an e-mail address or a phone number, if the person wants to be asked back
  contact text check (length(contact) between 3 and 254),
  status text not null default 'open' check (status in ('open', 'accepted', 'declined')),
  handled_by uuid references public.staff (user_id) on delete set null,
  -- kept beside the account, which a colleague may not read and which may go
  handled_by_name text check (length(handled_by_name) between 1 and 100),
  handled_at timestamptz,
  -- a keyed hash: the same form sent twice is one report
  submission_key text not null unique check (length(submission_key) <= 100),
  created_at timestamptz not null default now(),
  constraint meeting_reports_about_a_meeting check (kind = 'new' or meeting_id is not null),
  constraint meeting_reports_new_has_a_name check (kind <> 'new' or name is not null),
  constraint meeting_reports_handled_whole check ((status = 'open') = (handled_at is null))
);
create index meeting_reports_meeting on public.meeting_reports (meeting_id);
create index meeting_reports_handled_by on public.meeting_reports (handled_by);
create index meeting_reports_waiting on public.meeting_reports (created_at) where status = 'open';

revoke all on public.meeting_reports from anon, authenticated;
grant select, update (status, meeting_id, handled_by, handled_by_name, handled_at)
  on public.meeting_reports to authenticated;
grant select, insert, update, delete on public.meeting_reports to service_role;

alter table public.meeting_reports enable row level security;

create policy "Coordinators and admins read what visitors report"
  on public.meeting_reports for select to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'));

create policy "Coordinators and admins settle reports"
  on public.meeting_reports for update to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'))
  with check ((select private.staff_role()) in ('coordinator', 'admin'));


-- Takes a report: kind, slug, reason, name, proposed, message, contact, submission_key. Returns
-- { outcome }: created, repeat (the same submission again), unknown-meeting, or full when more wait than
-- people can read (2000 in all, 50 about one meeting).
create function public.create_meeting_report(p_report jsonb) returns jsonb
language plpgsql volatile
set search_path = ''
as $$
declare
  about uuid;
begin
  if exists (select from public.meeting_reports where submission_key = p_report ->> 'submission_key') then
    return jsonb_build_object('outcome', 'repeat');
  end if;
  if p_report ->> 'kind' <> 'new' then
    select m.id into about from public.meetings m where m.slug = p_report ->> 'slug' and m.status = 'listed';
    if not found then
      return jsonb_build_object('outcome', 'unknown-meeting');
    end if;
  end if;
  if (select count(*) from public.meeting_reports r where r.status = 'open') >= 2000
    or (select count(*) from public.meeting_reports r where r.status = 'open' and r.meeting_id = about) >= 50 then
    return jsonb_build_object('outcome', 'full');
  end if;
  insert into public.meeting_reports (kind, meeting_id, reason, name, proposed, message, contact, submission_key)
  values (p_report ->> 'kind', about, p_report ->> 'reason', p_report ->> 'name',
          coalesce(p_report -> 'proposed', '{}'), p_report ->> 'message', p_report ->> 'contact',
          p_report ->> 'submission_key')
  on conflict (submission_key) do nothing;
  return jsonb_build_object('outcome', case when found then 'created' else 'repeat' end);
end
$$;
revoke all on function public.create_meeting_report(jsonb) from public, anon, authenticated;
grant execute on function public.create_meeting_report(jsonb) to service_role;


-- Marks a report as settled by the person who asks, who must have it locked. Not for the API.
create function private.settle_report(p_report uuid, p_status text, p_meeting uuid) returns void
language sql volatile security invoker
set search_path = ''
as $$
  update public.meeting_reports
  set status = p_status, meeting_id = p_meeting, handled_at = now(), handled_by = (select auth.uid()),
      handled_by_name = (select display_name from public.staff where user_id = (select auth.uid()))
  where id = p_report
$$;
revoke all on function private.settle_report(uuid, text, uuid) from public;
grant execute on function private.settle_report(uuid, text, uuid) to authenticated, service_role;

-- Locks a report for the person who asks. Returns { outcome: open, … } with its row, { outcome: handled,
-- status, by, at } when somebody was first, { outcome: unknown } when there is none that they may see.
create function private.take_report(p_report uuid) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  report public.meeting_reports;
begin
  select * into report from public.meeting_reports where id = p_report for update;
  if not found then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  if report.status <> 'open' then
    return jsonb_build_object('outcome', 'handled', 'status', report.status, 'by', report.handled_by_name,
                              'at', report.handled_at);
  end if;
  return jsonb_build_object('outcome', 'open', 'report', to_jsonb(report));
end
$$;
revoke all on function private.take_report(uuid) from public;
grant execute on function private.take_report(uuid) to authenticated, service_role;

-- Closes a report without changing the list. Same answers as accepting.
create function public.decline_meeting_report(p_report uuid) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  taken jsonb := private.take_report(p_report);
begin
  if taken ->> 'outcome' <> 'open' then
    return taken;
  end if;
  perform private.settle_report(p_report, 'declined', (taken #>> '{report,meeting_id}')::uuid);
  return jsonb_build_object('outcome', 'declined');
end
$$;
revoke all on function public.decline_meeting_report(uuid) from public, anon;
grant execute on function public.decline_meeting_report(uuid) to authenticated, service_role;

-- Accepts a report and does what it asks, whole or not at all, as the person who asks and with their
-- rights. p_change: values (meeting columns by name, for what is taken), slug (of a new meeting),
-- closedOn and note (one date it is not held), listing ('gone' or 'paused'), confirmed (true: the group
-- was asked today). Returns { outcome: accepted, slug }, or what private.take_report says.
create function public.accept_meeting_report(p_report uuid, p_change jsonb) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  taken jsonb := private.take_report(p_report);
  target public.meetings;
  source uuid;
begin
  if taken ->> 'outcome' <> 'open' then
    return taken;
  end if;

  if taken #>> '{report,kind}' = 'new' then
    target := jsonb_populate_record(null::public.meetings, p_change -> 'values');
    -- one source for all that visitors suggest: no feed is read into it, and none takes it away
    insert into public.meeting_sources (slug, name, fellowship, format, time_zone)
    values ('suggested', 'Suggested to us', 'various', 'csv', target.time_zone)
    on conflict (slug) do nothing;
    select s.id into source from public.meeting_sources s where s.slug = 'suggested';
    insert into public.meetings (
      slug, source_id, source_key, day, start_time, end_time, time_zone, name, fellowship, mode, group_name,
      location, address, region, join_url, join_phone, join_notes, notes, types, language, confirmed_at
    )
    values (
      p_change ->> 'slug', source, p_report::text, target.day, target.start_time, target.end_time,
      target.time_zone, target.name, target.fellowship, target.mode, target.group_name, target.location,
      target.address, target.region, target.join_url, target.join_phone, target.join_notes, target.notes,
      coalesce(target.types, '{}'), target.language,
      case when (p_change ->> 'confirmed')::boolean then now() end
    )
    returning * into target;
  else
    select * into target from public.meetings m where m.id = (taken #>> '{report,meeting_id}')::uuid for update;
    if not found then
      return jsonb_build_object('outcome', 'unknown');
    end if;
    target := jsonb_populate_record(target, coalesce(p_change -> 'values', '{}'));
    update public.meetings m
    set day = target.day, start_time = target.start_time, end_time = target.end_time,
        time_zone = target.time_zone, name = target.name, fellowship = target.fellowship,
        mode = case when p_change ->> 'listing' = 'paused' then 'paused' else target.mode end,
        location = target.location, address = target.address, region = target.region,
        latitude = target.latitude, longitude = target.longitude, join_url = target.join_url,
        join_phone = target.join_phone, join_notes = target.join_notes, notes = target.notes,
        types = target.types, language = target.language,
        status = case when p_change ->> 'listing' = 'gone' then 'gone' else m.status end,
        confirmed_at = case when (p_change ->> 'confirmed')::boolean then now() else m.confirmed_at end
    where m.id = target.id;
    if p_change ->> 'closedOn' is not null then
      insert into public.meeting_exceptions (meeting_id, on_date, note)
      values (target.id, (p_change ->> 'closedOn')::date, p_change ->> 'note')
      on conflict (meeting_id, on_date) do update
        set moved_to = null, moved_start = null, moved_end = null, moved_location = null, note = excluded.note;
    end if;
  end if;

  perform private.settle_report(p_report, 'accepted', target.id);
  return jsonb_build_object('outcome', 'accepted', 'slug', target.slug);
end
$$;
revoke all on function public.accept_meeting_report(uuid, jsonb) from public, anon;
grant execute on function public.accept_meeting_report(uuid, jsonb) to authenticated, service_role;


-- Forgets reports p_handled_days after they were settled, and those nobody settled after p_open_days.
create function public.purge_meeting_reports(p_handled_days integer, p_open_days integer) returns integer
language plpgsql volatile
set search_path = ''
as $$
declare
  gone integer;
begin
  delete from public.meeting_reports
  where handled_at < now() - make_interval(days => p_handled_days)
     or created_at < now() - make_interval(days => p_open_days);
  get diagnostics gone = row_count;
  return gone;
end
$$;
revoke all on function public.purge_meeting_reports(integer, integer) from public, anon, authenticated;
grant execute on function public.purge_meeting_reports(integer, integer) to service_role;


-- Staff sessions ---------------------------------------------------------------------------------

-- When the session of the person who asks began, or null once it was ended, here or on another device:
-- a token that is still fresh then opens no page. Security definer, because Auth keeps sessions to itself.
create function private.session_began() returns timestamptz
language sql stable security definer
set search_path = ''
as $$
  select created_at from auth.sessions where id::text = (select auth.jwt() ->> 'session_id')
$$;
revoke all on function private.session_began() from public;
grant execute on function private.session_began() to authenticated, service_role;

-- Who asks: one row for somebody with a place on the staff, also a past one; none for everybody else.
create function public.staff_session()
returns table (name text, role text, active boolean, began_at timestamptz)
language sql stable security invoker
set search_path = ''
as $$
  select display_name, staff.role, staff.active, private.session_began()
  from public.staff where user_id = (select auth.uid())
$$;
revoke all on function public.staff_session() from public, anon;
grant execute on function public.staff_session() to authenticated, service_role;
