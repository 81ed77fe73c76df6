-- The record of who looked at and who changed what is about a person: for every room, with the page it
-- happened on, and never to be rewritten by anybody.

alter table public.audit_log drop constraint audit_log_action_check;
alter table public.audit_log drop constraint audit_log_subject_check;
-- what a line says stays as it was said, whoever leaves
alter table public.audit_log drop constraint audit_log_staff_id_fkey;
alter table public.audit_log
  alter column subject_id drop not null,
  -- the route of the page, with its parameters' names and not what stood in their place
  add column page text check (length(page) <= 120),
  add constraint audit_log_action_check check (action ~ '^[a-z]+(-[a-z]+)*$' and length(action) <= 30),
  add constraint audit_log_subject_check check (subject in (
    'sign-up', 'consent', 'event', 'guest', 'report', 'resource', 'meeting', 'staff', 'settings', 'everything'
  ));
create index audit_log_at on public.audit_log (at);

drop policy "Clinicians and admins see who looked" on public.audit_log;
create policy "Admins see the whole record, others what is about their part of the work"
  on public.audit_log for select to authenticated
  using (case (select private.staff_role())
    when 'admin' then true
    when 'clinician' then subject in ('sign-up', 'consent')
    when 'coordinator' then subject in ('event', 'guest', 'report', 'meeting')
    else false
  end);

create function private.refuse_rewriting() returns trigger
language plpgsql
set search_path = ''
as $$
begin
  raise exception 'The record of who did what is only added to' using errcode = '42501';
end
$$;
revoke all on function private.refuse_rewriting() from public;
-- also for the owner of the database, until they take the trigger away, which its own log shows
create trigger audit_log_is_only_added_to
  before update or delete on public.audit_log
  for each row execute function private.refuse_rewriting();
create trigger audit_log_is_not_emptied
  before truncate on public.audit_log
  for each statement execute function private.refuse_rewriting();

-- On which page of the site somebody asks: staff's requests say the route. Null for everything else.
create function private.asking_page() returns text
language sql stable
set search_path = ''
as $$
  select left(nullif(nullif(current_setting('request.headers', true), '')::jsonb ->> 'x-onward-page', ''), 120)
$$;
revoke all on function private.asking_page() from public;
grant execute on function private.asking_page() to authenticated, service_role;

create or replace function private.write_down(p_action text, p_subject text, p_id uuid, p_detail text default null) returns void
language sql volatile
set search_path = ''
as $$
  insert into public.audit_log (staff_id, staff_name, action, subject, subject_id, detail, page)
  select asks.id, private.name_of_staff(asks.id), p_action, p_subject, p_id, p_detail, private.asking_page()
  from (select user_id as id from public.staff where user_id = (select auth.uid())) asks
  right join (values (true)) as always (is_true) on true
$$;
