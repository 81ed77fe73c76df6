-- What an organisation changes from week to week, and how the site that visitors see came about.

-- One row: said on every page, and counted with, until somebody says otherwise. Everything else an organisation is
-- stands in content/site.yml.
create table public.site_settings (
  id boolean primary key default true check (id),
  -- a banner on every page, plain text, until a moment
  notice_en text check (length(notice_en) between 1 and 300),
  notice_es text check (length(notice_es) between 1 and 300),
  notice_link text check (notice_link ~ '^(/[^/\\]|https://)' and length(notice_link) <= 300),
  notice_until timestamptz,
  -- when the phone is answered; null as content/site.yml says
  phone_hours_en text check (length(phone_hours_en) between 1 and 100),
  phone_hours_es text check (length(phone_hours_es) between 1 and 100),
  -- days on which nobody answers: [{ on: date, label }], besides the holidays of content/site.yml
  closed_days jsonb not null default '[]'
    check (jsonb_typeof(closed_days) = 'array' and jsonb_array_length(closed_days) <= 60 and length(closed_days::text) <= 20000),
  version integer not null default 1,
  changed_by_name text check (length(changed_by_name) <= 100),
  updated_at timestamptz not null default now(),
  constraint site_settings_notice_ends check (num_nonnulls(notice_en, notice_es) = 0 or notice_until is not null)
);
insert into public.site_settings default values;
revoke all on public.site_settings from anon, authenticated;
grant select (
  id, notice_en, notice_es, notice_link, notice_until, phone_hours_en, phone_hours_es, closed_days, updated_at
) on public.site_settings to anon;
grant select on public.site_settings to authenticated;
grant select, insert, update, delete on public.site_settings to service_role;
alter table public.site_settings enable row level security;
create policy "Everybody reads what the site says of itself"
  on public.site_settings for select to anon, authenticated
  using (true);
create trigger site_settings_are_touched
  before update on public.site_settings
  for each row execute function private.touch();

-- Says all of it anew. p_settings: noticeEn, noticeEs, noticeLink, noticeUntil, phoneHoursEn, phoneHoursEs,
-- closedDays. Returns { outcome, version } 'saved', or 'changed-meanwhile' with by and at.
create function private.save_settings(p_settings jsonb, p_version integer) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  asks uuid := private.staff_among('{admin}');
  mine public.site_settings;
begin
  select * into mine from public.site_settings for update;
  if mine.version <> p_version then
    return jsonb_build_object('outcome', 'changed-meanwhile', 'by', mine.changed_by_name, 'at', mine.updated_at);
  end if;
  update public.site_settings
  set notice_en = p_settings ->> 'noticeEn', notice_es = p_settings ->> 'noticeEs', notice_link = p_settings ->> 'noticeLink',
    notice_until = (p_settings ->> 'noticeUntil')::timestamptz, phone_hours_en = p_settings ->> 'phoneHoursEn',
    phone_hours_es = p_settings ->> 'phoneHoursEs', closed_days = coalesce(p_settings -> 'closedDays', '[]'),
    version = version + 1, changed_by_name = private.name_of_staff(asks)
  where id returning * into mine;
  perform private.write_down('change', 'settings', null);
  return jsonb_build_object('outcome', 'saved', 'version', mine.version);
end
$$;
create function public.save_settings(p_settings jsonb, p_version integer) returns jsonb
language sql volatile set search_path = '' as $$ select private.save_settings(p_settings, p_version) $$;
revoke all on function private.save_settings(jsonb, integer) from public;
revoke all on function public.save_settings(jsonb, integer) from public, anon, authenticated;
grant execute on function private.save_settings(jsonb, integer), public.save_settings(jsonb, integer) to authenticated, service_role;


-- One row: when a new site was asked for last, and how the last one that failed did. When the site was built that
-- visitors see, it says itself (build-stamp.json); what is not on it yet, the dates of the rows say.
create table public.site_builds (
  id boolean primary key default true check (id),
  asked_at timestamptz,
  -- the host said that it failed; a code of ours and where to look, never its output
  failed_at timestamptz,
  failure text check (length(failure) <= 300)
);
insert into public.site_builds default values;
revoke all on public.site_builds from anon, authenticated;
grant select on public.site_builds to authenticated;
grant select, insert, update, delete on public.site_builds to service_role;
alter table public.site_builds enable row level security;
create policy "Staff see how the site is coming along"
  on public.site_builds for select to authenticated
  using ((select private.staff_role()) is not null);

-- Whether whoever asks is the one to ask the host for a new site now: nobody else did in the last p_quiet_seconds.
create function public.claim_build(p_quiet_seconds integer) returns boolean
language sql volatile
set search_path = ''
as $$
  with claimed as (
    update public.site_builds set asked_at = now()
    where asked_at is null or asked_at <= now() - make_interval(secs => p_quiet_seconds)
    returning id
  )
  select exists (select from claimed)
$$;

-- The host says how a build ended. Null: well.
create function public.end_build(p_failure text default null) returns void
language sql volatile
set search_path = ''
as $$
  update public.site_builds set failed_at = case when p_failure is not null then now() end, failure = left(p_failure, 300)
$$;
revoke all on function public.claim_build(integer), public.end_build(text) from public, anon, authenticated;
grant execute on function public.claim_build(integer), public.end_build(text) to service_role;
