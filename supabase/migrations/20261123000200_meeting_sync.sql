-- Meeting sync: how each source fares, and what staff wrote that no feed may overwrite.

-- How a source fares -------------------------------------------------------------------------------

alter table public.meeting_sources
  -- when it was last asked, whatever came of it
  add column checked_at timestamptz,
  -- by a run that has not come back yet
  add column claimed_at timestamptz,
  -- when its rows were last read, and not only found to be the same
  add column read_at timestamptz,
  add column failing_since timestamptz,
  -- why, in a plain sentence without the address: that may hold a key
  add column failure text check (length(failure) between 1 and 300),
  -- counts the times it began to fail: staff are told once in each
  add column failing_spell integer not null default 0,
  -- what its server said of the last copy, to ask by next time
  add column etag text check (length(etag) <= 500),
  add column last_modified text check (length(last_modified) <= 100),
  add constraint meeting_sources_failing_whole check ((failing_since is null) = (failure is null));

-- The site's list is made anew when this moves, so only for what the list shows.
drop trigger meeting_sources_touch on public.meeting_sources;
create trigger meeting_sources_touch
  before update of slug, name, fellowship, last_imported_at, join_after_press on public.meeting_sources
  for each row execute function private.touch();

-- A source that is to be read another way is read anew, whatever its server says.
create function private.forget_validators() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  if (new.url, new.format, new.fellowship, new.time_zone) is distinct from (old.url, old.format, old.fellowship, old.time_zone)
     and (new.etag, new.last_modified) is not distinct from (old.etag, old.last_modified) then
    new.etag := null;
    new.last_modified := null;
  end if;
  return new;
end
$$;
revoke all on function private.forget_validators() from public;
create trigger meeting_sources_read_anew
  before update of url, format, fellowship, time_zone on public.meeting_sources
  for each row execute function private.forget_validators();


-- A mail about a source goes to each of the staff who can do something about it.
alter table public.outbox
  add column source_id uuid references public.meeting_sources (id) on delete cascade,
  add column staff_id uuid references public.staff (user_id) on delete cascade,
  drop constraint outbox_one_subject,
  add constraint outbox_one_subject check (num_nonnulls(rsvp_id, sign_up_id, source_id) = 1),
  add constraint outbox_staff_mail_whole check ((source_id is null) = (staff_id is null)),
  drop constraint outbox_once_per_transition,
  add constraint outbox_once_per_transition
    unique nulls not distinct (kind, rsvp_id, sign_up_id, source_id, staff_id, transition);
create index outbox_source on public.outbox (source_id);
create index outbox_staff on public.outbox (staff_id);

-- Queues the mails about a source that has failed for three days: one in each spell to each person.
create function private.tell_staff_of_source(p_source uuid) returns void
language sql volatile
set search_path = ''
as $$
  insert into public.outbox (kind, source_id, staff_id, transition)
  select 'meeting-source-failing', source.id, staff.user_id, source.failing_spell
  from public.meeting_sources source
  cross join public.staff staff
  where source.id = p_source and source.failing_since <= now() - interval '72 hours'
    and staff.active and staff.role in ('coordinator', 'admin')
  on conflict do nothing
$$;
revoke all on function private.tell_staff_of_source(uuid) from public;
grant execute on function private.tell_staff_of_source(uuid) to service_role;

-- Takes the source that has waited longest to be asked, of those nobody has asked since p_before. Two
-- runs never hold one source. A run that died with it counts as a failure: a feed that ends every run
-- must not do so unseen.
create function public.claim_meeting_source(p_before timestamptz) returns setof public.meeting_sources
language plpgsql volatile
set search_path = ''
as $$
declare
  taken public.meeting_sources;
begin
  select * into taken from public.meeting_sources
  where url is not null
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
revoke all on function public.claim_meeting_source(timestamptz) from public, anon, authenticated;
grant execute on function public.claim_meeting_source(timestamptz) to service_role;

-- Says how the asking of a claimed source ended, fenced by the claim. p_outcome: 'imported', 'unchanged',
-- 'failing' with p_failure, or 'unfinished': there was no time for it, and it is the first of the next run.
create function public.finish_meeting_source(
  p_source uuid, p_claimed_at timestamptz, p_outcome text, p_failure text default null
) returns boolean
language plpgsql volatile
set search_path = ''
as $$
begin
  update public.meeting_sources
  set claimed_at = null,
      checked_at = case when p_outcome = 'unfinished' then checked_at else now() end,
      failing_spell = failing_spell + (p_outcome = 'failing' and failing_since is null)::integer,
      failing_since = case p_outcome
        when 'failing' then coalesce(failing_since, now())
        when 'unfinished' then failing_since
      end,
      failure = case p_outcome
        when 'failing' then left(coalesce(p_failure, 'The feed cannot be read.'), 300)
        when 'unfinished' then failure
      end
  where id = p_source and claimed_at = p_claimed_at;
  if not found then
    return false;
  end if;
  if p_outcome = 'unchanged' then
    update public.meeting_sources set last_imported_at = now() where id = p_source;
  end if;
  if p_outcome = 'failing' then
    perform private.tell_staff_of_source(p_source);
  end if;
  return true;
end
$$;
revoke all on function public.finish_meeting_source(uuid, timestamptz, text, text) from public, anon, authenticated;
grant execute on function public.finish_meeting_source(uuid, timestamptz, text, text) to service_role;


-- What staff wrote ---------------------------------------------------------------------------------

-- What a feed says of a meeting, in the parts that staff correct and settle as one: a day without its
-- time, or half a position, would be no meeting.
create function private.feed_fields() returns table (field text, columns text[])
language sql immutable
set search_path = ''
as $$
  values
    ('when', array['day', 'start_time', 'end_time', 'time_zone', 'every_weeks', 'weeks_of_month', 'months', 'first_on', 'last_on']),
    ('position', array['latitude', 'longitude']),
    ('kinds', array['types', 'other_types']),
    ('name', array['name']), ('fellowship', array['fellowship']), ('mode', array['mode']),
    ('group_name', array['group_name']), ('location', array['location']), ('address', array['address']),
    ('region', array['region']), ('join_url', array['join_url']), ('join_phone', array['join_phone']),
    ('join_notes', array['join_notes']), ('notes', array['notes']), ('language', array['language']),
    ('status', array['status'])
$$;
revoke all on function private.feed_fields() from public;
grant execute on function private.feed_fields() to authenticated, service_role;

-- Those columns of a row.
create function private.part_of(p_row jsonb, p_columns text[]) returns jsonb
language sql immutable
set search_path = ''
as $$
  select jsonb_object_agg(name, p_row -> name) from unnest(p_columns) as part (name)
$$;
revoke all on function private.part_of(jsonb, text[]) from public;
grant execute on function private.part_of(jsonb, text[]) to authenticated, service_role;

-- A field of an imported meeting that staff wrote over: theirs is what the meeting says from then on. A
-- table of its own, because what the feed said may be just what staff took out.
create table public.meeting_edits (
  meeting_id uuid not null references public.meetings (id) on delete cascade,
  field text not null check (length(field) between 1 and 40),
  -- what the feed said when staff wrote something else, column by column
  feed jsonb not null check (jsonb_typeof(feed) = 'object'),
  -- what it says instead by now, for somebody to look at
  conflict jsonb check (jsonb_typeof(conflict) = 'object'),
  conflict_since timestamptz,
  edited_at timestamptz not null default now(),
  primary key (meeting_id, field),
  constraint meeting_edits_conflict_whole check ((conflict is null) = (conflict_since is null))
);

grant select, insert, update, delete on public.meeting_edits to authenticated, service_role;

alter table public.meeting_edits enable row level security;

create policy "Coordinators and admins keep what they wrote over a feed"
  on public.meeting_edits for all to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'))
  with check ((select private.staff_role()) in ('coordinator', 'admin'));

-- Notes what a signed-in person changes of an imported meeting. Writing again what the feed says ends it.
create function private.note_staff_edit() returns trigger
language plpgsql volatile
set search_path = ''
set timezone = 'UTC'
as $$
declare
  part record;
begin
  for part in
    select f.field, private.part_of(to_jsonb(old), f.columns) as was, private.part_of(to_jsonb(new), f.columns) as becomes
    from private.feed_fields() f
    where private.part_of(to_jsonb(old), f.columns) <> private.part_of(to_jsonb(new), f.columns)
  loop
    delete from public.meeting_edits e
    where e.meeting_id = new.id and e.field = part.field and coalesce(e.conflict, e.feed) = part.becomes;
    if not found then
      insert into public.meeting_edits (meeting_id, field, feed) values (new.id, part.field, part.was)
      on conflict (meeting_id, field) do update set edited_at = now();
    end if;
  end loop;
  return null;
end
$$;
revoke all on function private.note_staff_edit() from public;
create trigger meetings_note_staff_edit
  after update on public.meetings
  for each row when (current_user = 'authenticated' and old.source_id is not null)
  execute function private.note_staff_edit();

-- Exceptions also come from feeds of this software. What staff say of a date stands over them.
alter table public.meeting_exceptions add column from_feed boolean not null default false;
create function private.take_over_exception() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  new.from_feed := false;
  return new;
end
$$;
revoke all on function private.take_over_exception() from public;
create trigger meeting_exceptions_take_over
  before update on public.meeting_exceptions
  for each row when (current_user = 'authenticated')
  execute function private.take_over_exception();

-- The rows of a feed with what staff wrote laid over them. Where the feed says by now what staff wrote,
-- the edit is done with; where it says something new, that is noted as a conflict.
create function private.lay_over_staff_edits(p_source uuid, p_rows jsonb) returns jsonb
language plpgsql volatile
set search_path = ''
set timezone = 'UTC'
set enable_nestloop = off
as $$
declare
  patches jsonb;
begin
  with edited as materialized (
    select e.meeting_id, e.field, f.columns, m.source_key, private.part_of(to_jsonb(m), f.columns) as ours
    from public.meeting_edits e
    join public.meetings m on m.id = e.meeting_id
    join private.feed_fields() f on f.field = e.field
    where m.source_id = p_source and e.field <> 'status'
  ),
  said as materialized (
    select edited.*, private.part_of(to_jsonb(jsonb_populate_record(null::public.meetings, feed.said)), edited.columns) as theirs
    from edited
    join jsonb_array_elements(p_rows) as feed (said) on feed.said ->> 'source_key' = edited.source_key
  ),
  agreed as (
    delete from public.meeting_edits e using said
    where e.meeting_id = said.meeting_id and e.field = said.field and said.theirs = said.ours
  ),
  noted as (
    update public.meeting_edits e
    set conflict = nullif(said.theirs, e.feed),
        conflict_since = case
          when said.theirs = e.feed then null
          when said.theirs = e.conflict then e.conflict_since
          else now()
        end
    from said
    where e.meeting_id = said.meeting_id and e.field = said.field and said.theirs <> said.ours
  )
  select jsonb_object_agg(source_key, patch) into patches
  from (
    select said.source_key, jsonb_object_agg(part.key, part.value) as patch
    from said cross join jsonb_each(said.ours) as part
    group by said.source_key
  ) as by_meeting;

  if patches is null then
    return p_rows;
  end if;
  return (
    select jsonb_agg(row.said || coalesce(patches -> (row.said ->> 'source_key'), '{}') order by row.place)
    from jsonb_array_elements(p_rows) with ordinality as row (said, place)
  );
end
$$;
revoke all on function private.lay_over_staff_edits(uuid, jsonb) from public;
grant execute on function private.lay_over_staff_edits(uuid, jsonb) to service_role;


-- Brings one feed in, whole or not at all. p_source: id of a known source, or slug, name, fellowship,
-- format, url and time_zone; besides, allowShrink, join_after_press, etag, last_modified. p_rows: an array
-- of meetings by column name, each with source_key, content_hash and exceptions.
-- Writes only rows whose content_hash differs, and in them nothing that staff wrote over; a meeting the
-- feed no longer has is marked gone and comes back if the feed lists it again. What staff took out of the
-- list stays out. Returns { added, changed, unchanged, gone, conflicts: [{ slug, name, field }] }.
-- Raises MT001 when the feed has shrunk to less than half: a broken export must not empty the list.
-- The planner knows nothing of a list that is just being written and would compare every row with every
-- other; hashing it is always right here (10,000 rows: 2 s, against minutes).
create or replace function public.import_meetings(p_source jsonb, p_rows jsonb) returns jsonb
language plpgsql volatile
set search_path = ''
set timezone = 'UTC'
set enable_nestloop = off
set statement_timeout = '60s'
as $$
declare
  source uuid;
  listed integer;
  offered integer := jsonb_array_length(p_rows);
  laid jsonb;
  -- meetings whose listing is for staff to say
  decided uuid[];
  touched uuid[];
  counts jsonb;
begin
  -- The row lock makes two imports of one source take turns.
  if p_source ? 'id' then
    update public.meeting_sources set last_imported_at = now() where id = (p_source ->> 'id')::uuid
    returning id into strict source;
  else
    insert into public.meeting_sources as known (slug, name, fellowship, format, url, time_zone, last_imported_at)
    values (p_source ->> 'slug', p_source ->> 'name', p_source ->> 'fellowship', p_source ->> 'format',
            p_source ->> 'url', p_source ->> 'time_zone', now())
    on conflict (slug) do update
      set name = excluded.name, fellowship = excluded.fellowship, format = excluded.format,
          url = coalesce(excluded.url, known.url), time_zone = excluded.time_zone, last_imported_at = now()
    returning id into source;
  end if;
  update public.meeting_sources
  set checked_at = now(), read_at = now(), failing_since = null, failure = null,
      join_after_press = coalesce((p_source ->> 'join_after_press')::boolean, join_after_press),
      etag = p_source ->> 'etag', last_modified = p_source ->> 'last_modified'
  where id = source;

  select count(*) into listed from public.meetings m where m.source_id = source and m.status = 'listed';
  if offered * 2 < listed and not coalesce((p_source ->> 'allowShrink')::boolean, false) then
    raise exception 'The feed has % meetings, less than half of the % listed now. Nothing was changed.', offered, listed
      using errcode = 'MT001',
            hint = 'Check the feed. If it is right, allow the list to shrink.';
  end if;

  laid := private.lay_over_staff_edits(source, p_rows);
  decided := array(
    select e.meeting_id from public.meeting_edits e join public.meetings m on m.id = e.meeting_id
    where m.source_id = source and e.field = 'status'
  );

  with feed as materialized (
    select * from jsonb_populate_recordset(null::public.meetings, laid)
  ),
  changed as (
    update public.meetings m
    set day = f.day, start_time = f.start_time, end_time = f.end_time, time_zone = f.time_zone,
        every_weeks = f.every_weeks, weeks_of_month = f.weeks_of_month, months = f.months,
        first_on = f.first_on, last_on = f.last_on,
        name = f.name, fellowship = f.fellowship, mode = f.mode, group_name = f.group_name,
        location = f.location, address = f.address, region = f.region,
        latitude = f.latitude, longitude = f.longitude,
        join_url = f.join_url, join_phone = f.join_phone, join_notes = f.join_notes,
        notes = f.notes, types = f.types, other_types = f.other_types, language = f.language,
        -- whoever looked last
        confirmed_at = greatest(m.confirmed_at, f.confirmed_at), content_hash = f.content_hash,
        status = case when m.id = any (decided) then m.status else 'listed' end
    from feed f
    where m.source_id = source and m.source_key = f.source_key
      and (m.content_hash is distinct from f.content_hash or (m.status = 'gone' and m.id <> all (decided)))
    returning m.id
  ),
  added as (
    insert into public.meetings (
      slug, source_id, source_key, day, start_time, end_time, time_zone, every_weeks, weeks_of_month, months,
      first_on, last_on, name, fellowship, mode, group_name, location, address, region, latitude, longitude,
      join_url, join_phone, join_notes, notes, types, other_types, language, confirmed_at, content_hash
    )
    select
      -- Another source may have taken the address.
      case when exists (select from public.meetings taken where taken.slug = f.slug)
        then rtrim(left(f.slug, 190), '-') || '-' || left(md5(source::text || f.source_key), 9)
        else f.slug end,
      source, f.source_key, f.day, f.start_time, f.end_time, f.time_zone, f.every_weeks, f.weeks_of_month, f.months,
      f.first_on, f.last_on, f.name, f.fellowship, f.mode, f.group_name, f.location, f.address, f.region, f.latitude,
      f.longitude, f.join_url, f.join_phone, f.join_notes, f.notes, f.types, f.other_types, f.language, f.confirmed_at,
      f.content_hash
    from feed f
    where not exists (select from public.meetings m where m.source_id = source and m.source_key = f.source_key)
    returning id
  ),
  vanished as (
    update public.meetings m set status = 'gone'
    where m.source_id = source and m.status = 'listed' and m.id <> all (decided)
      and not exists (select from feed f where f.source_key = m.source_key)
    returning m.id
  )
  select
    array(select id from changed union all select id from added),
    jsonb_build_object(
      'added', (select count(*) from added),
      'changed', (select count(*) from changed),
      'unchanged', offered - (select count(*) from added) - (select count(*) from changed),
      'gone', (select count(*) from vanished)
    )
  into touched, counts;

  -- What staff put back and the feed lists again is for the feed to say from now on.
  if cardinality(decided) > 0 then
    delete from public.meeting_edits e using public.meetings m
    where m.id = e.meeting_id and m.source_id = source and e.field = 'status' and m.status = 'listed'
      and m.source_key in (select feed.said ->> 'source_key' from jsonb_array_elements(p_rows) as feed (said));
  end if;

  delete from public.meeting_exceptions x where x.from_feed and x.meeting_id = any (touched);
  if p_rows @? '$[*].exceptions[*]' then
    insert into public.meeting_exceptions (meeting_id, on_date, moved_to, moved_start, moved_end, moved_location, note, from_feed)
    select m.id, (x.said ->> 'on')::date, (x.said #>> '{moved,to}')::date, (x.said #>> '{moved,startTime}')::time,
      (x.said #>> '{moved,endTime}')::time, x.said #>> '{moved,location}', x.said ->> 'note', true
    from jsonb_array_elements(p_rows) as feed (row)
    cross join lateral jsonb_array_elements(feed.row -> 'exceptions') as x (said)
    join public.meetings m on m.source_id = source and m.source_key = feed.row ->> 'source_key'
    where m.id = any (touched)
    on conflict (meeting_id, on_date) do nothing;
  end if;

  return counts || jsonb_build_object('conflicts', (
    select coalesce(jsonb_agg(jsonb_build_object('slug', m.slug, 'name', m.name, 'field', e.field) order by m.name, e.field), '[]')
    from public.meeting_edits e join public.meetings m on m.id = e.meeting_id
    where m.source_id = source and e.conflict is not null
  ));
end
$$;


-- Every field where a feed says something new of what staff wrote, for who may decide it. `ours` and
-- `feed` hold one or more columns.
create function public.meeting_conflicts()
returns table (meeting uuid, slug text, name text, field text, ours jsonb, feed jsonb, since timestamptz)
language sql stable security invoker
set search_path = ''
set timezone = 'UTC'
as $$
  select m.id, m.slug, m.name, e.field, private.part_of(to_jsonb(m), f.columns), e.conflict, e.conflict_since
  from public.meeting_edits e
  join public.meetings m on m.id = e.meeting_id
  join private.feed_fields() f on f.field = e.field
  where e.conflict is not null
  order by e.conflict_since, m.name, e.field
$$;
revoke all on function public.meeting_conflicts() from public, anon;
grant execute on function public.meeting_conflicts() to authenticated, service_role;

-- Decides one field: the feed's words from now on, or ours until the feed says something new once more.
-- Taking the feed's also undoes an edit without a conflict. False: there is nothing to decide for who asks.
create function public.settle_meeting_conflict(p_meeting uuid, p_field text, p_take_feed boolean) returns boolean
language plpgsql volatile security invoker
set search_path = ''
set timezone = 'UTC'
as $$
declare
  edit public.meeting_edits;
  assignments text;
begin
  select * into edit from public.meeting_edits where meeting_id = p_meeting and field = p_field for update;
  if not found or (edit.conflict is null and not p_take_feed) then
    return false;
  end if;
  if not p_take_feed then
    update public.meeting_edits set feed = conflict, conflict = null, conflict_since = null
    where meeting_id = p_meeting and field = p_field;
    return true;
  end if;
  select string_agg(format('%1$I = said.%1$I', part.name), ', ') into strict assignments
  from private.feed_fields() f cross join unnest(f.columns) as part (name)
  where f.field = p_field;
  execute format('update public.meetings m set %s from jsonb_populate_record(null::public.meetings, $1) said where m.id = $2', assignments)
  using coalesce(edit.conflict, edit.feed), p_meeting;
  delete from public.meeting_edits where meeting_id = p_meeting and field = p_field;
  return true;
end
$$;
revoke all on function public.settle_meeting_conflict(uuid, text, boolean) from public, anon;
grant execute on function public.settle_meeting_conflict(uuid, text, boolean) to authenticated, service_role;
