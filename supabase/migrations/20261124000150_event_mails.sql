-- What the mails of events need to know, and when a mail that was not taken is tried again.

alter table public.rsvps
  -- wants no reminders, thanks or messages, and still hears of every change
  add column quiet boolean not null default false;

alter table public.events
  -- counts the changes that calendars must follow: when, where, whether
  add column revision integer not null default 0;

-- Together with an answer's own transitions it makes the SEQUENCE of a calendar entry.
create function private.count_revision() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  new.revision := old.revision + (
    (old.starts_at, old.ends_at, old.place_name, old.address, old.status)
      is distinct from (new.starts_at, new.ends_at, new.place_name, new.address, new.status)
  )::integer;
  return new;
end
$$;
revoke all on function private.count_revision() from public;

create trigger events_count_revisions
  before update on public.events
  for each row execute function private.count_revision();

-- Sends no more, or once more, reminders, thanks and messages to who gave this answer; in a series for all its
-- dates. False when there is no such answer.
create function public.quiet_rsvp(p_rsvp uuid, p_quiet boolean) returns boolean
language plpgsql volatile
set search_path = ''
as $$
begin
  update public.rsvps rsvp set quiet = p_quiet
  from public.rsvps mine
  join public.events event on event.id = mine.event_id
  where mine.id = p_rsvp and (
    rsvp.id = p_rsvp or (
      rsvp.contact = mine.contact and rsvp.event_id in (
        select date.id from public.events date where date.series_id = event.series_id
      )
    )
  );
  return found;
end
$$;
revoke all on function public.quiet_rsvp(uuid, boolean) from public, anon, authenticated;
grant execute on function public.quiet_rsvp(uuid, boolean) to service_role;

-- Says how a claimed mail ended. Fenced by the claim: a late deliverer changes nothing. 'retry' waits
-- 1, 2, 4 … minutes, spread by a fifth and never longer than an hour, and becomes 'failed' after 12 attempts.
create or replace function public.finish_outbox(p_id uuid, p_claimed_at timestamptz, p_outcome text, p_error text default null)
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
        now() + least(interval '1 hour', interval '1 minute' * power(2, mail.attempts - 1)) * (0.8 + random() * 0.2)
      else mail.due_at
    end,
    finished_at = case when p_outcome = 'retry' and mail.attempts < 12 then null else now() end,
    last_error = left(p_error, 80)
  where id = p_id;
  return true;
end
$$;
