-- Outbox: mail is queued in the transaction that makes it true, and sent afterwards, once.

-- What is to be mailed, queued in the transaction that made it true. It holds no address, no name and
-- no text: the mail is written from its subject's row at the moment it is sent.
create table public.outbox (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$' and length(kind) <= 40),
  -- exactly one of the two; the chapters of events and step-down add the foreign keys
  rsvp_id uuid,
  sign_up_id uuid,
  transition integer not null,
  status text not null default 'queued' check (status in ('queued', 'sending', 'sent', 'failed', 'unknown', 'dropped')),
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  claimed_at timestamptz,
  finished_at timestamptz,
  -- a code, never a provider's sentence: those repeat the address
  last_error text check (length(last_error) <= 80),
  created_at timestamptz not null default now(),
  constraint outbox_one_subject check (num_nonnulls(rsvp_id, sign_up_id) = 1),
  constraint outbox_once_per_transition unique nulls not distinct (kind, rsvp_id, sign_up_id, transition)
);
create index outbox_due on public.outbox (due_at) where status in ('queued', 'sending');
create index outbox_rsvp on public.outbox (rsvp_id);
create index outbox_sign_up on public.outbox (sign_up_id);

grant select on public.outbox to authenticated;
grant select, insert, update, delete on public.outbox to service_role;

alter table public.outbox enable row level security;

create policy "Coordinators, clinicians and admins see what could not be delivered"
  on public.outbox for select to authenticated
  using ((select private.staff_role()) in ('coordinator', 'clinician', 'admin'));

-- Takes up to p_limit due mails. Committed before anything is sent, so two deliverers never share a
-- mail; one whose deliverer died is not sent again but marked unknown, for a person to decide.
create function public.claim_outbox(p_limit integer) returns setof public.outbox
language plpgsql volatile
set search_path = ''
as $$
begin
  update public.outbox set status = 'unknown', finished_at = now(), last_error = 'deliverer-vanished'
  where status = 'sending' and claimed_at < now() - interval '10 minutes';

  return query
    update public.outbox as mail
    set status = 'sending', claimed_at = date_trunc('milliseconds', clock_timestamp()), attempts = mail.attempts + 1
    where mail.id in (
      select id from public.outbox
      where status = 'queued' and due_at <= now()
      order by due_at, created_at
      limit p_limit
      for update skip locked
    )
    returning mail.*;
end
$$;
revoke all on function public.claim_outbox(integer) from public, anon, authenticated;
grant execute on function public.claim_outbox(integer) to service_role;

-- Says how a claimed mail ended. Fenced by the claim: a late deliverer changes nothing. 'retry' waits
-- 1, 2, 4 … minutes (at most an hour, spread by a fifth) and becomes 'failed' after 12 attempts.
create function public.finish_outbox(p_id uuid, p_claimed_at timestamptz, p_outcome text, p_error text default null)
returns boolean
language plpgsql volatile
set search_path = ''
as $$
declare
  mail public.outbox;
begin
  select * into mail from public.outbox
  where id = p_id and status = 'sending' and claimed_at = p_claimed_at for update;
  if not found then
    return false;
  end if;
  update public.outbox
  set
    status = case
      when p_outcome = 'retry' and mail.attempts >= 12 then 'failed'
      when p_outcome = 'retry' then 'queued'
      else p_outcome
    end,
    due_at = case
      when p_outcome = 'retry' then
        now() + least(interval '1 hour', interval '1 minute' * power(2, mail.attempts - 1)) * (0.9 + random() * 0.2)
      else mail.due_at
    end,
    finished_at = case when p_outcome = 'retry' then null else now() end,
    last_error = left(p_error, 80)
  where id = p_id;
  return true;
end
$$;
revoke all on function public.finish_outbox(uuid, timestamptz, text, text) from public, anon, authenticated;
grant execute on function public.finish_outbox(uuid, timestamptz, text, text) to service_role;
