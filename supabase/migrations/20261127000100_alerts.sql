-- Whether the scheduled work goes on, so that a silent stop is seen: by whoever watches the site from outside, and by
-- its admins, who get a mail.

-- When each scheduled task was done last, and after how long without it something is wrong. A row for each of the
-- functions with a schedule; until its first run, the moment of this migration.
create table public.task_runs (
  task text primary key check (task ~ '^[a-z]+(-[a-z]+)*$' and length(task) <= 40),
  late_after interval not null,
  done_at timestamptz not null default now()
);
revoke all on public.task_runs from anon, authenticated, service_role;
grant select on public.task_runs to authenticated;
grant select, insert, update, delete on public.task_runs to service_role;
alter table public.task_runs enable row level security;
create policy "Admins see when the scheduled work was done"
  on public.task_runs for select to authenticated
  using ((select private.staff_role()) = 'admin');

insert into public.task_runs (task, late_after) values
  ('deliver-mail', '10 minutes'),
  ('event-tasks', '30 minutes'),
  ('publish-due', '1 hour'),
  ('extend-series', '3 hours'),
  ('step-down-tasks', '3 hours'),
  ('look-after', '3 hours'),
  ('sync-meetings', '36 hours'),
  ('purge-expired', '36 hours');

-- Says that a task was done just now. Returns whether it is known.
create function public.note_task_done(p_task text) returns boolean
language plpgsql volatile
set search_path = ''
as $$
begin
  update public.task_runs set done_at = now() where task = p_task;
  return found;
end
$$;
revoke all on function public.note_task_done(text) from public, anon, authenticated;
grant execute on function public.note_task_done(text) to service_role;

-- What stands still, as names of its parts and nothing else: 'mail' (no round of deliveries, or the provider takes
-- nothing for half an hour), 'tasks' (another schedule), 'lists' (one could not be read for three days), 'purge'.
-- Anybody may ask, so it counts nothing and says nothing about people: whether somebody waits too long for an answer
-- is not here.
create function private.late_work() returns text[]
language sql stable security definer
set search_path = ''
as $$
  with late as (select task from public.task_runs where done_at < now() - late_after)
  select array_remove(array[
    case when exists (select from late where task = 'deliver-mail')
      or exists (
        select from public.outbox
        where status in ('queued', 'sending') and (due_at < now() - interval '30 minutes' or attempts > 5)
      ) then 'mail' end,
    case when exists (select from late where task not in ('deliver-mail', 'purge-expired')) then 'tasks' end,
    case when exists (
        select from public.meeting_sources where failing_since <= now() - interval '72 hours'
      ) then 'lists' end,
    case when exists (select from late where task = 'purge-expired') then 'purge' end
  ], null)
$$;
create function public.late_work() returns text[]
language sql stable set search_path = '' as $$ select private.late_work() $$;
-- each function of that schema is granted by itself, and this one alone to visitors
grant usage on schema private to anon;
revoke all on function private.late_work() from public;
revoke all on function public.late_work() from public, anon, authenticated;
grant execute on function private.late_work(), public.late_work() to anon, authenticated, service_role;

-- An alert goes to an admin and is about the site, nobody in it.
alter table public.outbox
  drop constraint outbox_staff_mail_whole,
  drop constraint outbox_one_subject,
  add constraint outbox_staff_mail_whole check (
    (staff_id is not null) = (source_id is not null or kind = 'staff-welcome' or kind ~ '^alert-')
  ),
  add constraint outbox_one_subject check (
    num_nonnulls(rsvp_id, sign_up_id, source_id) =
      case when kind in ('intake-daily', 'staff-welcome') or kind ~ '^alert-' then 0 else 1 end
  );
create index outbox_undelivered on public.outbox (kind) where status in ('failed', 'unknown');

-- Whether a mail to somebody else could not be delivered; alerts that bounce make no further alerts.
create function public.any_undelivered() returns boolean
language sql stable
set search_path = ''
as $$
  select exists (select from public.outbox where status in ('failed', 'unknown') and kind !~ '^alert-')
$$;
revoke all on function public.any_undelivered() from public, anon, authenticated;
grant execute on function public.any_undelivered() to service_role;

-- Queues the alerts of this hour: for each problem one to each admin, none within a day after the last. p_overdue:
-- whether somebody waits for an answer longer than was promised, which takes the hours of the house to know.
-- Returns how many were queued.
create function public.queue_alerts(p_overdue boolean) returns integer
language plpgsql volatile
set search_path = ''
as $$
declare
  late text[] := private.late_work();
  queued integer;
begin
  insert into public.outbox (kind, staff_id, transition)
  select problem.kind, staff.user_id, coalesce((
    -- two rounds at the same moment come to the same number, and the second queues nothing
    select max(earlier.transition) from public.outbox earlier
    where earlier.staff_id = staff.user_id and earlier.kind = problem.kind
  ), 0) + 1
  from (values
    ('alert-undelivered', public.any_undelivered()),
    ('alert-overdue', p_overdue),
    ('alert-tasks', 'tasks' = any (late)),
    ('alert-purge', 'purge' = any (late))
  ) as problem (kind, is_there)
  cross join public.staff staff
  where problem.is_there and staff.active and staff.role = 'admin'
    and not exists (
      select from public.outbox earlier
      where earlier.staff_id = staff.user_id and earlier.kind = problem.kind
        -- one that was dropped told nobody
        and earlier.status <> 'dropped' and earlier.created_at > now() - interval '24 hours'
    )
  on conflict do nothing;
  get diagnostics queued = row_count;
  return queued;
end
$$;
revoke all on function public.queue_alerts(boolean) from public, anon, authenticated;
grant execute on function public.queue_alerts(boolean) to service_role;

-- A mail of any room that could not be delivered: sent once more, or let be. Whose part of the work it is about
-- decides. Returns whether it still waited for that.
create or replace function private.settle_mail(p_mail uuid, p_again boolean) returns boolean
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
    when mail.kind = 'staff-welcome' or mail.kind ~ '^alert-' then '{admin}'::text[]
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
