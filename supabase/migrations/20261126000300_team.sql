-- The team: who is invited, what each may do, whose sessions end, and the second factor.

alter table public.staff
  -- sessions that began before are over, wherever they are
  add column sessions_end_before timestamptz,
  add column updated_at timestamptz not null default now();
create trigger staff_are_touched
  before update on public.staff
  for each row execute function private.touch();

-- Whether this database's Auth keeps second factors: hosted Supabase does, the embedded one does not.
create function private.second_factor_offered() returns boolean
language sql stable
set search_path = ''
as $$ select to_regclass('auth.mfa_factors') is not null $$;
revoke all on function private.second_factor_offered() from public;
grant execute on function private.second_factor_offered() to authenticated, service_role;

-- The role of the person who asks, or null: for a stranger, for an account that is turned off, for a session that
-- was ended, and for a clinician or admin who has not shown their second factor where there is one.
create or replace function private.staff_role() returns text
language sql stable security definer
set search_path = ''
as $$
  select role from public.staff
  where user_id = (select auth.uid()) and active
    -- a token outlives the sign-out of its session by up to an hour, and opens nothing in it
    and case when (select auth.jwt() ->> 'session_id') is null then sessions_end_before is null
      else coalesce(private.session_began() >= coalesce(sessions_end_before, '-infinity'), false) end
    and (
      role not in ('clinician', 'admin') or not private.second_factor_offered()
      or (select auth.jwt() ->> 'aal') = 'aal2'
    )
$$;

-- Who asks, and what is still to be shown: one row for somebody with a place on the staff, also a past one.
drop function public.staff_session();
create function public.staff_session()
returns table (user_id uuid, name text, role text, active boolean, began_at timestamptz, second_factor text)
language sql stable security invoker
set search_path = ''
as $$
  select staff.user_id, display_name, staff.role, staff.active,
    case when sessions_end_before is null or private.session_began() >= sessions_end_before then private.session_began() end,
    case
      when staff.role not in ('clinician', 'admin') then 'not-needed'
      when not private.second_factor_offered() then 'not-offered'
      when (select auth.jwt() ->> 'aal') = 'aal2' then 'shown'
      else 'to-be-shown'
    end
  from public.staff where staff.user_id = (select auth.uid())
$$;
revoke all on function public.staff_session() from public, anon;
grant execute on function public.staff_session() to authenticated, service_role;


-- A welcome goes to somebody of the staff and is about nothing else.
alter table public.outbox
  drop constraint outbox_staff_mail_whole,
  drop constraint outbox_one_subject,
  add constraint outbox_staff_mail_whole check (
    (staff_id is not null) = (source_id is not null or kind = 'staff-welcome')
  ),
  add constraint outbox_one_subject check (
    num_nonnulls(rsvp_id, sign_up_id, source_id) = case when kind in ('intake-daily', 'staff-welcome') then 0 else 1 end
  );

-- An admin names somebody; the site opens their account and tells them (netlify/functions/deliver-mail.ts), because
-- accounts are made with the service's key and nothing in the staff area holds it.
create table public.staff_invitations (
  id uuid primary key,
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  display_name text not null check (length(display_name) between 1 and 100),
  role text not null check (role in ('editor', 'coordinator', 'clinician', 'admin')),
  invited_by uuid references public.staff (user_id) on delete set null,
  invited_by_name text check (length(invited_by_name) <= 100),
  created_at timestamptz not null default now(),
  opened_at timestamptz,
  -- a code, when the account could not be opened
  trouble text check (length(trouble) <= 60)
);
create unique index staff_invitations_one_open on public.staff_invitations (email) where opened_at is null;
create index staff_invitations_by on public.staff_invitations (invited_by);
revoke all on public.staff_invitations from anon, authenticated;
grant select on public.staff_invitations to authenticated;
grant select, insert, update, delete on public.staff_invitations to service_role;
alter table public.staff_invitations enable row level security;
create policy "Admins see who is invited"
  on public.staff_invitations for select to authenticated
  using ((select private.staff_role()) = 'admin');

-- Invites somebody. p_id is the form's own: sent twice it is one invitation. Returns { outcome } 'invited', 'same',
-- or 'on-the-staff' (with userId; change them there).
create function private.invite_staff(p_id uuid, p_email text, p_name text, p_role text) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  asks uuid := private.staff_among('{admin}');
  known public.staff;
begin
  select * into known from public.staff where email = p_email;
  if found then
    return jsonb_build_object('outcome', 'on-the-staff', 'userId', known.user_id);
  end if;
  insert into public.staff_invitations (id, email, display_name, role, invited_by, invited_by_name)
  values (p_id, p_email, p_name, p_role, asks, private.name_of_staff(asks))
  on conflict do nothing;
  if not found then
    return jsonb_build_object('outcome', 'same');
  end if;
  perform private.write_down('invite', 'staff', p_id, p_role);
  return jsonb_build_object('outcome', 'invited');
end
$$;

-- Takes an invitation back while no account was opened. Returns whether it was there.
create function private.withdraw_invitation(p_id uuid) returns boolean
language plpgsql volatile security definer
set search_path = ''
as $$
begin
  perform private.staff_among('{admin}');
  delete from public.staff_invitations where id = p_id and opened_at is null;
  if found then
    perform private.write_down('take-back', 'staff', p_id);
    return true;
  end if;
  return false;
end
$$;

-- Changes somebody's name, role or access; what is null stays. Who is turned off, or may do something else from now
-- on, is signed out everywhere. Returns { outcome } 'changed', 'same', 'unknown', or 'last-admin' (an organisation
-- keeps one; nothing changed).
create function private.change_staff(p_user uuid, p_name text, p_role text, p_active boolean) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  asks uuid := private.staff_among('{admin}');
  mine public.staff;
  named text;
  acting text;
  on_now boolean;
begin
  -- everybody who changes an admin waits here for the other: each would leave the last one to the other
  perform 1 from public.staff where role = 'admin' order by user_id for update;
  select * into mine from public.staff where user_id = p_user for update;
  if not found then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  named := coalesce(p_name, mine.display_name);
  acting := coalesce(p_role, mine.role);
  on_now := coalesce(p_active, mine.active);
  if (named, acting, on_now) = (mine.display_name, mine.role, mine.active) then
    return jsonb_build_object('outcome', 'same');
  end if;
  if mine.role = 'admin' and mine.active and (acting <> 'admin' or not on_now)
    and not exists (select from public.staff where role = 'admin' and active and user_id <> p_user) then
    return jsonb_build_object('outcome', 'last-admin');
  end if;
  update public.staff
  set display_name = named, role = acting, active = on_now,
    sessions_end_before = case when (acting, on_now) = (mine.role, mine.active) then sessions_end_before else now() end
  where user_id = p_user;
  perform private.write_down(
    case when on_now <> mine.active then case when on_now then 'turn-on' else 'turn-off' end else 'change' end,
    'staff', p_user, case when acting <> mine.role then mine.role || '-to-' || acting end
  );
  return jsonb_build_object('outcome', 'changed');
end
$$;

-- Ends every session somebody has. Returns whether there is such a person.
create function private.end_sessions(p_user uuid) returns boolean
language plpgsql volatile security definer
set search_path = ''
as $$
begin
  perform private.staff_among('{admin}');
  update public.staff set sessions_end_before = now() where user_id = p_user;
  if not found then
    return false;
  end if;
  perform private.write_down('end-sessions', 'staff', p_user);
  return true;
end
$$;

-- The service opened an account for an invitation: p_user now is on the staff, and is told by mail. Returns whether
-- the invitation was still open.
create function public.open_invitation(p_invitation uuid, p_user uuid) returns boolean
language plpgsql volatile
set search_path = ''
as $$
declare
  mine public.staff_invitations;
begin
  select * into mine from public.staff_invitations where id = p_invitation and opened_at is null for update;
  if not found then
    return false;
  end if;
  insert into public.staff (user_id, email, display_name, role)
  values (p_user, mine.email, mine.display_name, mine.role)
  on conflict (user_id) do nothing;
  update public.staff_invitations set opened_at = now(), trouble = null where id = p_invitation;
  insert into public.outbox (kind, staff_id, transition) values ('staff-welcome', p_user, 1) on conflict do nothing;
  return true;
end
$$;

create function public.invite_staff(p_id uuid, p_email text, p_name text, p_role text) returns jsonb
language sql volatile set search_path = '' as $$ select private.invite_staff(p_id, p_email, p_name, p_role) $$;
create function public.withdraw_invitation(p_id uuid) returns boolean
language sql volatile set search_path = '' as $$ select private.withdraw_invitation(p_id) $$;
create function public.change_staff(p_user uuid, p_name text default null, p_role text default null, p_active boolean default null) returns jsonb
language sql volatile set search_path = '' as $$ select private.change_staff(p_user, p_name, p_role, p_active) $$;
create function public.end_sessions(p_user uuid) returns boolean
language sql volatile set search_path = '' as $$ select private.end_sessions(p_user) $$;

revoke all on function
  private.invite_staff(uuid, text, text, text), private.withdraw_invitation(uuid),
  private.change_staff(uuid, text, text, boolean), private.end_sessions(uuid)
  from public;
revoke all on function
  public.invite_staff(uuid, text, text, text), public.withdraw_invitation(uuid),
  public.change_staff(uuid, text, text, boolean), public.end_sessions(uuid), public.open_invitation(uuid, uuid)
  from public, anon, authenticated;
grant execute on function
  private.invite_staff(uuid, text, text, text), private.withdraw_invitation(uuid),
  private.change_staff(uuid, text, text, boolean), private.end_sessions(uuid),
  public.invite_staff(uuid, text, text, text), public.withdraw_invitation(uuid),
  public.change_staff(uuid, text, text, boolean), public.end_sessions(uuid)
  to authenticated, service_role;
grant execute on function public.open_invitation(uuid, uuid) to service_role;
