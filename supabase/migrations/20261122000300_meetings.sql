-- Meetings: what the finder lists. A meeting is weekly: a local day and time in a named zone.

-- Where meetings come from: one row for each feed. A feed's address may hold a key, so visitors are
-- only told the name.
create table public.meeting_sources (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  name text not null check (length(name) between 1 and 200),
  fellowship text not null check (fellowship ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(fellowship) <= 80),
  format text not null check (format in ('meeting-guide', 'bmlt', 'csv')),
  url text check (length(url) <= 2000),
  time_zone text not null check (length(time_zone) between 1 and 64),
  last_imported_at timestamptz,
  created_at timestamptz not null default now()
);

-- Older projects grant whole tables by default, which would show the address as well.
revoke all on public.meeting_sources from anon;
grant select (id, slug, name, fellowship, last_imported_at) on public.meeting_sources to anon;
grant select, insert, update, delete on public.meeting_sources to authenticated;
grant select, insert, update, delete on public.meeting_sources to service_role;

alter table public.meeting_sources enable row level security;

create policy "Anybody may see which sources meetings come from"
  on public.meeting_sources for select to anon
  using (true);

create policy "Staff see the sources with their addresses"
  on public.meeting_sources for select to authenticated
  using ((select private.staff_role()) is not null);

create policy "Coordinators and admins add sources"
  on public.meeting_sources for insert to authenticated
  with check ((select private.staff_role()) in ('coordinator', 'admin'));

create policy "Coordinators and admins change sources"
  on public.meeting_sources for update to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'))
  with check ((select private.staff_role()) in ('coordinator', 'admin'));

create policy "Coordinators and admins remove sources"
  on public.meeting_sources for delete to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'));


-- A meeting. Without a source it is the program's own group. The source's own key ties a row to its
-- feed from one import to the next; the slug is its address on the site and stays when the name changes.
create table public.meetings (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 200),
  source_id uuid references public.meeting_sources (id) on delete cascade,
  source_key text check (length(source_key) between 1 and 300),
  -- 0 = Sunday; no day and no time: by appointment
  day smallint check (day between 0 and 6),
  start_time time,
  -- at or before the start: the meeting ends after midnight
  end_time time,
  time_zone text not null check (length(time_zone) between 1 and 64),
  name text not null check (length(name) between 1 and 255),
  fellowship text not null check (fellowship ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(fellowship) <= 200),
  mode text not null check (mode in ('in-person', 'online', 'hybrid', 'unconfirmed', 'paused')),
  group_name text check (length(group_name) between 1 and 255),
  location text check (length(location) between 1 and 255),
  address text check (length(address) between 1 and 500),
  region text check (length(region) between 1 and 255),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  join_url text check (join_url ~ '^https?://' and length(join_url) <= 2000),
  -- digits with + , * # as a phone dials them
  join_phone text check (join_phone ~ '^\+?[0-9][0-9,*#]{6,99}$'),
  join_notes text check (length(join_notes) between 1 and 1000),
  notes text check (length(notes) between 1 and 4000),
  types text[] not null default '{}',
  -- codes of the feed whose meaning is not known, as it wrote them
  other_types text[] not null default '{}',
  language text check (length(language) between 2 and 10),
  alumni_only boolean not null default false,
  facilitator_first_name text check (length(facilitator_first_name) between 1 and 60),
  status text not null default 'listed' check (status in ('listed', 'gone')),
  confirmed_at timestamptz,
  -- of what the feed said last: a row is only written again when that changes, so that what staff
  -- correct here stands until the feed itself says something new
  content_hash text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint meetings_day_and_time_together check ((day is null) = (start_time is null)),
  constraint meetings_end_needs_start check (end_time is null or start_time is not null),
  constraint meetings_position_whole check ((latitude is null) = (longitude is null)),
  constraint meetings_key_needs_source check ((source_id is null) = (source_key is null)),
  constraint meetings_source_key_once unique (source_id, source_key)
);

grant select on public.meetings to anon;
grant select, insert, update, delete on public.meetings to authenticated;
grant select, insert, update, delete on public.meetings to service_role;

alter table public.meetings enable row level security;

create policy "Anybody may see the meetings that are listed"
  on public.meetings for select to anon
  using (status = 'listed');

create policy "Staff also see the meetings that are gone"
  on public.meetings for select to authenticated
  using (status = 'listed' or (select private.staff_role()) is not null);

create policy "Coordinators and admins add meetings"
  on public.meetings for insert to authenticated
  with check ((select private.staff_role()) in ('coordinator', 'admin'));

create policy "Coordinators and admins change meetings"
  on public.meetings for update to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'))
  with check ((select private.staff_role()) in ('coordinator', 'admin'));

create policy "Coordinators and admins remove meetings"
  on public.meetings for delete to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'));


-- Brings one feed in, whole or not at all. p_source: slug, name, fellowship, format, url, time_zone and
-- allowShrink; p_rows: an array of meetings by column name, each with source_key and content_hash.
-- Writes only rows whose content_hash differs; a meeting the feed no longer has is marked gone and comes
-- back if the feed lists it again. Returns { added, changed, unchanged, gone }.
-- Raises MT001 when the feed has shrunk to less than half: a broken export must not empty the list.
create function public.import_meetings(p_source jsonb, p_rows jsonb) returns jsonb
language plpgsql volatile
set search_path = ''
as $$
declare
  source uuid;
  listed integer;
  offered integer := jsonb_array_length(p_rows);
  counts jsonb;
begin
  -- The row lock makes two imports of one source take turns.
  insert into public.meeting_sources as known (slug, name, fellowship, format, url, time_zone, last_imported_at)
  values (p_source ->> 'slug', p_source ->> 'name', p_source ->> 'fellowship', p_source ->> 'format',
          p_source ->> 'url', p_source ->> 'time_zone', now())
  on conflict (slug) do update
    set name = excluded.name, fellowship = excluded.fellowship, format = excluded.format,
        url = coalesce(excluded.url, known.url), time_zone = excluded.time_zone, last_imported_at = now()
  returning id into source;

  select count(*) into listed from public.meetings m where m.source_id = source and m.status = 'listed';
  if offered * 2 < listed and not coalesce((p_source ->> 'allowShrink')::boolean, false) then
    raise exception 'The feed has % meetings, less than half of the % listed now. Nothing was changed.', offered, listed
      using errcode = 'MT001',
            hint = 'Check the feed. If it is right, allow the list to shrink.';
  end if;

  with feed as materialized (
    select * from jsonb_populate_recordset(null::public.meetings, p_rows)
  ),
  changed as (
    update public.meetings m
    set day = f.day, start_time = f.start_time, end_time = f.end_time, time_zone = f.time_zone,
        name = f.name, fellowship = f.fellowship, mode = f.mode, group_name = f.group_name,
        location = f.location, address = f.address, region = f.region,
        latitude = f.latitude, longitude = f.longitude,
        join_url = f.join_url, join_phone = f.join_phone, join_notes = f.join_notes,
        notes = f.notes, types = f.types, other_types = f.other_types, language = f.language,
        confirmed_at = f.confirmed_at, content_hash = f.content_hash,
        status = 'listed', updated_at = now()
    from feed f
    where m.source_id = source and m.source_key = f.source_key
      and (m.content_hash is distinct from f.content_hash or m.status = 'gone')
    returning m.id
  ),
  added as (
    insert into public.meetings (
      slug, source_id, source_key, day, start_time, end_time, time_zone, name, fellowship, mode, group_name,
      location, address, region, latitude, longitude, join_url, join_phone, join_notes, notes, types,
      other_types, language, confirmed_at, content_hash
    )
    select
      -- Another source may have taken the address.
      case when exists (select from public.meetings taken where taken.slug = f.slug)
        then rtrim(left(f.slug, 190), '-') || '-' || left(md5(source::text || f.source_key), 9)
        else f.slug end,
      source, f.source_key, f.day, f.start_time, f.end_time, f.time_zone, f.name, f.fellowship, f.mode, f.group_name,
      f.location, f.address, f.region, f.latitude, f.longitude, f.join_url, f.join_phone, f.join_notes, f.notes,
      f.types, f.other_types, f.language, f.confirmed_at, f.content_hash
    from feed f
    where not exists (select from public.meetings m where m.source_id = source and m.source_key = f.source_key)
    returning id
  ),
  vanished as (
    update public.meetings m set status = 'gone', updated_at = now()
    where m.source_id = source and m.status = 'listed'
      and not exists (select from feed f where f.source_key = m.source_key)
    returning m.id
  )
  select jsonb_build_object(
    'added', (select count(*) from added),
    'changed', (select count(*) from changed),
    'unchanged', offered - (select count(*) from added) - (select count(*) from changed),
    'gone', (select count(*) from vanished)
  ) into counts;

  return counts;
end
$$;
revoke all on function public.import_meetings(jsonb, jsonb) from public, anon, authenticated;
grant execute on function public.import_meetings(jsonb, jsonb) to service_role;
