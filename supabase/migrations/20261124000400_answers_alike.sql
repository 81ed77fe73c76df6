-- Answers that look alike: what is told to somebody who answers with a contact that has answered before,
-- who may be somebody else, is what a newcomer would be told. See docs/decisions/019.

-- What was told so, to be told again when the same form comes again, and to be changed and cancelled as if
-- it were an answer. It holds no words of theirs, takes no seat, and ends with the answer it stands beside.
create table public.rsvp_echoes (
  id uuid primary key default gen_random_uuid(),
  rsvp_id uuid not null references public.rsvps (id) on delete cascade,
  pool_id uuid not null references public.seat_pools (id) on delete cascade,
  -- that of the submission, as in rsvps
  idempotency_key text check (length(idempotency_key) <= 64),
  status text not null check (status in ('going', 'waiting', 'asked', 'cancelled')),
  position integer,
  party_size integer not null check (party_size between 1 and 50),
  created_at timestamptz not null default now(),
  constraint rsvp_echoes_one_per_submission unique (rsvp_id, idempotency_key)
);
create index rsvp_echoes_pool on public.rsvp_echoes (pool_id);

grant select, insert, update, delete on public.rsvp_echoes to service_role;

alter table public.rsvp_echoes enable row level security;

create policy "Nobody but the service knows who answered twice"
  on public.rsvp_echoes for all to anon, authenticated
  using (false) with check (false);

-- What somebody hears who answers now and has not answered before. The caller has locked the event.
create function private.as_a_newcomer(p_event public.events, p_party integer, p_details jsonb) returns jsonb
language sql stable
set search_path = ''
as $$
  select case
    when coalesce((p_details ->> 'review')::boolean, false) then '{"status": "asked", "position": null}'
    when private.seat_status(pool.id, p_party) = 'held' then '{"status": "going", "position": null}'
    else jsonb_build_object('status', 'waiting', 'position', pool.parties_waiting + 1)
  end
  from public.seat_pools pool
  where pool.id = private.pool_of(p_event, p_details ->> 'attends')
$$;

-- How an answer stands, said of the first of the dates that were asked for: when the contact had answered
-- that one before, as a newcomer would hear it.
create function private.told(p_rsvp uuid, p_first public.events, p_party integer, p_details jsonb) returns jsonb
language sql stable
set search_path = ''
as $$
  select private.rsvp_standing(rsvp.id) || jsonb_build_object('answeredAt', rsvp.created_at) || case
    when rsvp.event_id = (p_first).id then '{}'
    else private.as_a_newcomer(p_first, p_party, p_details)
  end
  from public.rsvps rsvp where rsvp.id = p_rsvp
$$;

-- An echo as if it were an answer: who waits comes to a seat when there is one, and moves up when the line
-- becomes shorter than their number.
create function private.echo_standing(p_echo uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'rsvp', echo.rsvp_id, 'echo', echo.id, 'answeredAt', echo.created_at,
    'status', case when waits and fits then 'going' else echo.status end,
    'position', case when waits and not fits then least(echo.position, pool.parties_waiting + 1) end
  )
  from public.rsvp_echoes echo
  join public.seat_pools pool on pool.id = echo.pool_id
  cross join lateral (
    select echo.status = 'waiting' as waits, private.seat_status(pool.id, echo.party_size) = 'held' as fits
  ) as now
  where echo.id = p_echo
$$;

-- Does to an echo what would be done to an answer: 'update' (of the party), 'cancel' or 'send-link'. Returns
-- what that would return. All it really does is queue the mail with the link to the answer beside it, once
-- in ten minutes.
create function public.change_echo(
  p_echo uuid, p_action text, p_party_size integer default null, p_children integer default 0
) returns jsonb
language plpgsql volatile
set search_path = ''
as $$
declare
  echo public.rsvp_echoes;
  invitation public.events;
  refused jsonb;
  party integer;
begin
  select * into echo from public.rsvp_echoes where id = p_echo;
  -- the answer before what stands beside it, as whoever forgets them does
  perform public.resend_rsvp_link(echo.rsvp_id);
  select * into echo from public.rsvp_echoes where id = p_echo for update;
  if not found then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  if p_action = 'send-link' then
    return jsonb_build_object('outcome', 'sent');
  end if;
  if echo.status = 'cancelled' then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  if p_action = 'cancel' then
    update public.rsvp_echoes set status = 'cancelled', idempotency_key = null where id = p_echo;
    return jsonb_build_object('outcome', 'cancelled');
  end if;

  party := coalesce(p_party_size, echo.party_size);
  select event.* into invitation
  from public.events event join public.rsvps rsvp on rsvp.event_id = event.id where rsvp.id = echo.rsvp_id;
  if invitation.status <> 'published' or now() >= invitation.ends_at
    or (party > echo.party_size and now() >= invitation.rsvp_closes_at) then
    return jsonb_build_object('outcome', 'closed');
  end if;
  -- as in update_rsvp; the questions were answered when the echo was told
  invitation.rsvp_closes_at := 'infinity';
  invitation.asks_conduct := false;
  invitation.replies := 'rsvp';
  invitation.questions := '[]';
  refused := private.answer_refusal(invitation, party, null, jsonb_build_object('children', p_children));
  if refused is not null then
    return refused;
  end if;
  if echo.status = 'going' and party > echo.party_size and private.seat_status(echo.pool_id, party) <> 'held' then
    return private.echo_standing(p_echo) || '{"outcome": "no-room"}';
  end if;
  update public.rsvp_echoes set party_size = party where id = p_echo;
  return private.echo_standing(p_echo) || '{"outcome": "updated"}';
end
$$;

-- Counts one request in several buckets at once: [{ bucket, limit, window }]. Returns 0 when it is within
-- all limits, else the seconds to wait.
create function public.take_rate_limits(p_limits jsonb) returns integer
language plpgsql volatile
set search_path = ''
as $$
declare
  one record;
  wait integer := 0;
begin
  -- always in the same order, so that nobody waits in a circle
  for one in
    select * from jsonb_to_recordset(p_limits) as asked (bucket text, "limit" integer, "window" integer) order by bucket
  loop
    wait := greatest(wait, public.take_rate_limit(one.bucket, one."limit", one."window"));
  end loop;
  return wait;
end
$$;

-- Counts an answer in its buckets and takes it, in one call: two would cost the person who waits half as much
-- again. p_answer holds the parameters of create_rsvp by their names on the site. Returns what create_rsvp
-- returns, or { outcome: 'too-many', wait } with the seconds to wait.
create function public.answer_invitation(p_limits jsonb, p_answer jsonb) returns jsonb
language plpgsql volatile
set search_path = ''
as $$
declare
  wait integer;
begin
  -- who asks about one event at once waits here for each other, and no longer than for the event itself
  perform set_config('lock_timeout', '3s', true);
  wait := public.take_rate_limits(p_limits);
  if wait > 0 then
    return jsonb_build_object('outcome', 'too-many', 'wait', wait);
  end if;
  return public.create_rsvp(
    p_answer ->> 'event', p_answer ->> 'name', (p_answer ->> 'partySize')::integer, p_answer ->> 'email',
    p_answer ->> 'phone', p_answer ->> 'accessNeeds', p_answer ->> 'conductVersion',
    p_answer ->> 'idempotencyKey', p_answer ->> 'language', p_answer -> 'details'
  );
end
$$;

revoke all on function private.as_a_newcomer(public.events, integer, jsonb) from public;
revoke all on function private.told(uuid, public.events, integer, jsonb) from public;
revoke all on function private.echo_standing(uuid) from public;
revoke all on function public.change_echo(uuid, text, integer, integer) from public, anon, authenticated;
revoke all on function public.take_rate_limits(jsonb) from public, anon, authenticated;
revoke all on function public.answer_invitation(jsonb, jsonb) from public, anon, authenticated;
grant execute on function private.as_a_newcomer(public.events, integer, jsonb) to service_role;
grant execute on function private.told(uuid, public.events, integer, jsonb) to service_role;
grant execute on function private.echo_standing(uuid) to service_role;
grant execute on function public.change_echo(uuid, text, integer, integer) to service_role;
grant execute on function public.take_rate_limits(jsonb) to service_role;
grant execute on function public.answer_invitation(jsonb, jsonb) to service_role;
