-- Lists of meetings in the hands of staff, several meetings changed at once and back again, and the figures and the
-- presses that the page of the day needs of other rooms.

-- Lists ---------------------------------------------------------------------------------------------

alter table public.meeting_sources
  -- staff said not to ask it for now; what it said last stays
  add column paused_at timestamptz,
  -- what became of its rows when they were read last: counts, and those that were repaired or dropped, as far as
  -- they fit (src/meetings/feeds/kept-report.ts)
  add column report jsonb check (jsonb_typeof(report) = 'object' and length(report::text) <= 500000);

-- As before, but what is paused is not asked.
create or replace function public.claim_meeting_source(p_before timestamptz) returns setof public.meeting_sources
language plpgsql volatile
set search_path = ''
as $$
declare
  taken public.meeting_sources;
begin
  select * into taken from public.meeting_sources
  where url is not null and paused_at is null
    and (checked_at is null or checked_at < p_before)
    and (claimed_at is null or (claimed_at < p_before and claimed_at < now() - interval '2 minutes'))
  order by greatest(checked_at, claimed_at) nulls first, created_at, id
  limit 1
  for update skip locked;
  if not found then
    return;
  end if;

  if taken.claimed_at is not null then
    update public.meeting_sources
    set failing_spell = failing_spell + (failing_since is null)::integer,
        failing_since = coalesce(failing_since, claimed_at),
        failure = 'Reading the feed took too long and was ended.'
    where id = taken.id;
    perform private.tell_staff_of_source(taken.id);
  end if;

  return query
    update public.meeting_sources
    set claimed_at = date_trunc('milliseconds', clock_timestamp())
    where id = taken.id
    returning *;
end
$$;

-- Claims one list for somebody who presses "Read it now". Nothing comes back while another reading of it runs, and
-- of a list without an address.
create function private.begin_reading(p_source uuid) returns setof public.meeting_sources
language plpgsql volatile security definer
set search_path = ''
as $$
begin
  perform private.staff_among('{coordinator,admin}');
  return query
    update public.meeting_sources
    set claimed_at = date_trunc('milliseconds', clock_timestamp())
    where id = p_source and url is not null
      and (claimed_at is null or claimed_at < now() - interval '2 minutes')
    returning *;
end
$$;

-- Says how that reading ended, fenced by the claim, as finish_meeting_source does for the daily run.
create function private.end_reading(p_source uuid, p_claimed_at timestamptz, p_outcome text, p_failure text) returns boolean
language plpgsql volatile security definer
set search_path = ''
as $$
begin
  perform private.staff_among('{coordinator,admin}');
  return public.finish_meeting_source(p_source, p_claimed_at, p_outcome, p_failure);
end
$$;

-- Brings the meetings of a known list in, as import_meetings does, for whoever of the staff keeps meetings. It runs
-- as its owner: what a list says must not be taken for what the person wrote over it. p_more: allowShrink, etag,
-- last_modified.
create function private.bring_in_meetings(p_source uuid, p_rows jsonb, p_more jsonb) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  counts jsonb;
begin
  perform private.staff_among('{coordinator,admin}');
  counts := public.import_meetings(
    jsonb_build_object(
      'id', p_source, 'allowShrink', p_more -> 'allowShrink', 'etag', p_more -> 'etag', 'last_modified', p_more -> 'last_modified'
    ),
    p_rows
  );
  perform private.write_down('import', 'meeting', p_source);
  return counts;
end
$$;

create function public.begin_reading(p_source uuid) returns setof public.meeting_sources
language sql volatile set search_path = '' as $$ select * from private.begin_reading(p_source) $$;
create function public.end_reading(p_source uuid, p_claimed_at timestamptz, p_outcome text, p_failure text default null) returns boolean
language sql volatile set search_path = ''
as $$ select private.end_reading(p_source, p_claimed_at, p_outcome, p_failure) $$;
create function public.bring_in_meetings(p_source uuid, p_rows jsonb, p_more jsonb default '{}') returns jsonb
language sql volatile set search_path = '' set statement_timeout = '60s'
as $$ select private.bring_in_meetings(p_source, p_rows, p_more) $$;


-- A file that somebody brought and has not yet said yes to: read again when they do. Only who brought it sees it,
-- for an hour.
create table public.meeting_uploads (
  id uuid primary key,
  source_id uuid not null references public.meeting_sources (id) on delete cascade,
  staff_id uuid not null default auth.uid() references public.staff (user_id) on delete cascade,
  content text not null check (octet_length(content) between 1 and 12000000),
  expires_at timestamptz not null default now() + interval '1 hour'
);
create index meeting_uploads_source on public.meeting_uploads (source_id);
create index meeting_uploads_staff on public.meeting_uploads (staff_id);
revoke all on public.meeting_uploads from anon, authenticated;
grant select, delete on public.meeting_uploads to authenticated;
grant insert (id, source_id, content) on public.meeting_uploads to authenticated;
grant select, insert, update, delete on public.meeting_uploads to service_role;
alter table public.meeting_uploads enable row level security;
create policy "Who keeps meetings sees the file they brought, while it is fresh"
  on public.meeting_uploads for select to authenticated
  using (
    staff_id = (select auth.uid()) and expires_at > now() and (select private.staff_role()) in ('coordinator', 'admin')
  );
create policy "Who keeps meetings brings a file"
  on public.meeting_uploads for insert to authenticated
  with check (staff_id = (select auth.uid()) and (select private.staff_role()) in ('coordinator', 'admin'));
create policy "Who brought a file takes it away"
  on public.meeting_uploads for delete to authenticated
  using (staff_id = (select auth.uid()));


-- Several at once -----------------------------------------------------------------------------------

-- Confirms meetings as of now ('confirm') or takes them off the list ('unlist'), those of them that are listed.
-- Returns what they were, for undo_meetings: [{ id, slug, name, status, confirmedAt, updatedAt (as it is now) }].
create function public.change_meetings(p_meetings uuid[], p_do text) returns jsonb
language sql volatile security invoker
set search_path = ''
as $$
  with was as materialized (
    select id, slug, name, status, confirmed_at from public.meetings
    where id = any (p_meetings[1:500]) and status = 'listed' and p_do in ('confirm', 'unlist')
    order by id for update
  ),
  changed as (
    update public.meetings m
    set confirmed_at = case p_do when 'confirm' then now() else m.confirmed_at end,
        status = case p_do when 'unlist' then 'gone' else m.status end
    from was where m.id = was.id
    returning m.id, m.updated_at
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', was.id, 'slug', was.slug, 'name', was.name, 'status', was.status,
    'confirmedAt', was.confirmed_at, 'updatedAt', changed.updated_at
  ) order by was.name, was.id), '[]')
  from was join changed on changed.id = was.id
$$;

-- Makes them what they were, those that nobody changed since. p_were: as change_meetings returned it. Returns
-- { undone, others: [{ slug, name }] }: the others somebody changed meanwhile, and they stay as they are.
create function public.undo_meetings(p_were jsonb) returns jsonb
language sql volatile security invoker
set search_path = ''
as $$
  with were as materialized (
    select * from jsonb_to_recordset(p_were) as was (
      id uuid, slug text, name text, status text, "confirmedAt" timestamptz, "updatedAt" timestamptz
    )
  ),
  undone as (
    update public.meetings m set status = were.status, confirmed_at = were."confirmedAt"
    from were
    where m.id = were.id and m.updated_at = were."updatedAt" and were.status in ('listed', 'gone')
    returning m.id
  )
  select jsonb_build_object(
    'undone', (select count(*) from undone),
    'others', coalesce((
      select jsonb_agg(jsonb_build_object('slug', were.slug, 'name', were.name) order by were.name)
      from were where were.id not in (select id from undone)
    ), '[]')
  )
$$;


-- The page of the day -------------------------------------------------------------------------------

-- How many parties told us about access needs, for each of these events: a number, and nothing they wrote.
create function private.event_access_needs(p_events uuid[]) returns table (event_id uuid, parties integer)
language plpgsql stable security definer
set search_path = ''
as $$
begin
  perform private.staff_among('{coordinator,admin}');
  return query
    select rsvp.event_id, count(*)::integer from public.rsvps rsvp
    where rsvp.event_id = any (p_events) and rsvp.cancelled_at is null and rsvp.access_needs is not null
    group by rsvp.event_id;
end
$$;
create function public.event_access_needs(p_events uuid[]) returns table (event_id uuid, parties integer)
language sql stable set search_path = '' as $$ select * from private.event_access_needs(p_events) $$;

-- A mail of any room that could not be delivered: sent once more, or let be. Whose part of the work it is about
-- decides. Returns whether it still waited for that.
create function private.settle_mail(p_mail uuid, p_again boolean) returns boolean
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  mail public.outbox;
  what text := case when p_again then 'mail-retried' else 'mail-let-be' end;
begin
  perform private.staff_among('{coordinator,clinician,admin}');
  select * into mail from public.outbox where id = p_mail and status in ('failed', 'unknown') for update;
  if not found then
    return false;
  end if;
  perform private.staff_among(case
    when mail.rsvp_id is not null or mail.source_id is not null then '{coordinator,admin}'::text[]
    when mail.kind = 'staff-welcome' then '{admin}'::text[]
    else '{clinician,admin}'::text[]
  end);
  if p_again then
    update public.outbox set status = 'queued', attempts = 0, due_at = now(), claimed_at = null, finished_at = null
    where id = p_mail;
  else
    update public.outbox set status = 'dropped' where id = p_mail;
  end if;
  if mail.rsvp_id is not null then
    perform private.log_event((select event_id from public.rsvps where id = mail.rsvp_id), mail.rsvp_id, what);
  elsif mail.sign_up_id is not null then
    perform private.write_down(what, 'sign-up', mail.sign_up_id);
  elsif mail.staff_id is not null then
    perform private.write_down(what, 'staff', mail.staff_id);
  end if;
  return true;
end
$$;
create function public.settle_mail(p_mail uuid, p_again boolean) returns boolean
language sql volatile set search_path = '' as $$ select private.settle_mail(p_mail, p_again) $$;

revoke all on function
  private.begin_reading(uuid), private.end_reading(uuid, timestamptz, text, text),
  private.bring_in_meetings(uuid, jsonb, jsonb), private.event_access_needs(uuid[]), private.settle_mail(uuid, boolean)
  from public;
revoke all on function
  public.begin_reading(uuid), public.end_reading(uuid, timestamptz, text, text),
  public.bring_in_meetings(uuid, jsonb, jsonb), public.change_meetings(uuid[], text), public.undo_meetings(jsonb),
  public.event_access_needs(uuid[]), public.settle_mail(uuid, boolean)
  from public, anon, authenticated;
grant execute on function
  private.begin_reading(uuid), private.end_reading(uuid, timestamptz, text, text),
  private.bring_in_meetings(uuid, jsonb, jsonb), private.event_access_needs(uuid[]), private.settle_mail(uuid, boolean),
  public.begin_reading(uuid), public.end_reading(uuid, timestamptz, text, text),
  public.bring_in_meetings(uuid, jsonb, jsonb), public.change_meetings(uuid[], text), public.undo_meetings(jsonb),
  public.event_access_needs(uuid[]), public.settle_mail(uuid, boolean)
  to authenticated, service_role;
