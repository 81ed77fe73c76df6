-- Meeting schedules: groups that do not meet every week, and dates on which a meeting is not as usual.

-- Which of its weekdays a meeting is held on. All empty: every week. A meeting stays on one weekday; who
-- meets on two has two meetings.
alter table public.meetings
  -- 2: every other week, counted from first_on
  add column every_weeks smallint check (every_weeks between 2 and 12),
  -- {2,4}: the second and fourth of the month; -1: the last
  add column weeks_of_month smallint[] check (
    cardinality(weeks_of_month) between 1 and 5 and weeks_of_month <@ '{1,2,3,4,5,-1}'::smallint[]
  ),
  -- {6,7,8}: only in summer
  add column months smallint[] check (
    cardinality(months) between 1 and 11 and months <@ '{1,2,3,4,5,6,7,8,9,10,11,12}'::smallint[]
  ),
  -- the first and the last day it may be held on, by its own calendar
  add column first_on date,
  add column last_on date,
  -- how to get in (link, number, notes) is shown only to somebody who asks on the meeting's page
  add column join_after_press boolean not null default false,
  add constraint meetings_one_rhythm check (every_weeks is null or weeks_of_month is null),
  add constraint meetings_every_weeks_counted_from check (every_weeks is null or first_on is not null),
  add constraint meetings_season_in_order check (last_on >= first_on),
  add constraint meetings_schedule_needs_day check (
    day is not null or num_nonnulls(every_weeks, weeks_of_month, months, first_on, last_on) = 0
  );

create trigger meetings_touch before update on public.meetings
  for each row execute function private.touch();

alter table public.meeting_sources
  -- the source asks that its passcodes are shown only to somebody who asks
  add column join_after_press boolean not null default false,
  add column updated_at timestamptz not null default now();
create trigger meeting_sources_touch before update on public.meeting_sources
  for each row execute function private.touch();
grant select (join_after_press, updated_at) on public.meeting_sources to anon;


-- One date on which a meeting is not as usual: closed, or held at another time or place.
create table public.meeting_exceptions (
  id uuid primary key default gen_random_uuid(),
  meeting_id uuid not null references public.meetings (id) on delete cascade,
  -- the date it would have been held on, by its own calendar
  on_date date not null,
  -- where it is held instead; all empty: closed that day
  moved_to date,
  moved_start time,
  moved_end time,
  moved_location text check (length(moved_location) between 1 and 255),
  -- why, in a few words: "Thanksgiving"
  note text check (length(note) between 1 and 200),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint meeting_exceptions_once_a_date unique (meeting_id, on_date),
  constraint meeting_exceptions_moved_whole check ((moved_to is null) = (moved_start is null)),
  constraint meeting_exceptions_moved_detail check (moved_to is not null or num_nonnulls(moved_end, moved_location) = 0)
);
create trigger meeting_exceptions_touch before update on public.meeting_exceptions
  for each row execute function private.touch();

grant select on public.meeting_exceptions to anon;
grant select, insert, update, delete on public.meeting_exceptions to authenticated;
grant select, insert, update, delete on public.meeting_exceptions to service_role;

alter table public.meeting_exceptions enable row level security;

create policy "Anybody may see when a listed meeting is not as usual"
  on public.meeting_exceptions for select to anon
  using (exists (select from public.meetings m where m.id = meeting_id and m.status = 'listed'));

create policy "Signed-in people see it for the meetings that they see"
  on public.meeting_exceptions for select to authenticated
  using (exists (select from public.meetings m where m.id = meeting_id));

create policy "Coordinators and admins add exceptions"
  on public.meeting_exceptions for insert to authenticated
  with check ((select private.staff_role()) in ('coordinator', 'admin'));

create policy "Coordinators and admins change exceptions"
  on public.meeting_exceptions for update to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'))
  with check ((select private.staff_role()) in ('coordinator', 'admin'));

create policy "Coordinators and admins remove exceptions"
  on public.meeting_exceptions for delete to authenticated
  using ((select private.staff_role()) in ('coordinator', 'admin'));


-- A word that changes whenever what the finder lists changes: the site keeps the list it has read until
-- this differs. The sum sees a change even when an older transaction commits after a newer one.
create function public.meeting_list_version() returns text
language sql stable security invoker
set search_path = ''
as $$
  select concat_ws('-',
    (select count(*) || '.' || coalesce(sum(extract(epoch from m.updated_at)), 0)
       from public.meetings m where m.status = 'listed'),
    (select count(*) || '.' || coalesce(sum(extract(epoch from e.updated_at)), 0) from public.meeting_exceptions e),
    (select count(*) || '.' || coalesce(sum(extract(epoch from s.updated_at)), 0) from public.meeting_sources s))
$$;
revoke all on function public.meeting_list_version() from public;
grant execute on function public.meeting_list_version() to anon, authenticated, service_role;
