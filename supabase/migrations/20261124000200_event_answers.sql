-- Answers to invitations: which dates, in the room or by link, which sessions; changed, confirmed, given
-- back, taken up again, forgotten. Each function locks the first pool of the event (of all events it
-- touches, in one order) and only then looks. Seats by link and in sessions are guarded by that lock.

-- Locks several pools, always in the same order, so that nobody waits in a circle.
create function private.lock_pools(p_pools uuid[]) returns void
language plpgsql volatile
set search_path = ''
as $$
declare
  pool uuid;
begin
  for pool in select distinct id from unnest(p_pools) id order by id loop
    perform private.lock_pool(pool);
  end loop;
end
$$;

-- What a party that asks now gets: 'held' or 'waiting'. At rest no waiting party fits the free seats
-- (every release promotes), so a newcomer that fits takes nothing from the queue; a strict queue is not
-- passed even so, nor is any queue after the cut-off, when free seats are no longer handed to it.
create function private.seat_status(p_pool uuid, p_party integer) returns text
language sql stable
set search_path = ''
as $$
  select case
    when parties_waiting > 0 and (queue_rule = 'strict' or now() >= promotes_until) then 'waiting'
    when capacity is null or seats_taken + p_party <= capacity then 'held'
    else 'waiting'
  end
  from public.seat_pools where id = p_pool
$$;

create or replace function private.take_place(p_pool uuid, p_party integer) returns public.places
language sql volatile
set search_path = ''
as $$
  insert into public.places (pool_id, party_size, status)
  values (p_pool, p_party, private.seat_status(p_pool, p_party))
  returning *
$$;

-- Hands free seats to the queue in its order and returns the places promoted. The caller has locked the
-- pool. Looks at one party of each size, not at a whole queue of parties that do not fit.
create or replace function private.promote_waiting(p_pool uuid) returns setof public.places
language plpgsql volatile
set search_path = ''
as $$
declare
  pool public.seat_pools;
  free integer;
  candidate public.places;
begin
  select * into strict pool from public.seat_pools where id = p_pool;
  if pool.parties_waiting = 0 or now() >= pool.promotes_until then
    return;
  end if;
  free := pool.capacity - pool.seats_taken;
  while free is null or free > 0 loop
    if free is null or pool.queue_rule = 'strict' then
      select * into candidate from public.places
      where pool_id = p_pool and status = 'waiting' order by queue_number limit 1;
    else
      select first.* into candidate
      from generate_series(1, least(free, 50)) size
      cross join lateral (
        select * from public.places place
        where place.pool_id = p_pool and place.status = 'waiting' and place.party_size = size
        order by place.queue_number limit 1
      ) first
      order by first.queue_number limit 1;
    end if;
    exit when not found or candidate.party_size > free;
    update public.places set status = 'held', changed_at = now() where id = candidate.id returning * into candidate;
    free := free - candidate.party_size;
    return next candidate;
  end loop;
end
$$;

-- Where a waiting party stands: 1 is next. Null for a party that does not wait. The last one of a long line
-- is known without a walk along it: everybody who comes new is last.
create or replace function private.queue_position(p_place uuid) returns integer
language sql stable
set search_path = ''
as $$
  select case
    when mine.status <> 'waiting' then null
    when not exists (
      select from public.places behind
      where behind.pool_id = mine.pool_id and behind.status = 'waiting' and behind.queue_number > mine.queue_number
    ) then (select pool.parties_waiting from public.seat_pools pool where pool.id = mine.pool_id)
    else (
      select count(*)::integer from public.places ahead
      where ahead.pool_id = mine.pool_id and ahead.status = 'waiting' and ahead.queue_number <= mine.queue_number
    )
  end
  from public.places mine where mine.id = p_place
$$;

-- The seats an answer asks for: those by link where the event has both, else the event's own.
create function private.pool_of(p_event public.events, p_attends text) returns uuid
language sql immutable
set search_path = ''
as $$
  select case when p_attends = 'online' then coalesce((p_event).online_pool_id, (p_event).pool_id) else (p_event).pool_id end
$$;

-- How a person stands.
create or replace function private.rsvp_standing(p_rsvp uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'rsvp', rsvp.id,
    'status', case
      when rsvp.cancelled_at is not null then 'cancelled'
      when place.status = 'held' then 'going'
      when place.status = 'asked' then 'asked'
      else 'waiting'
    end,
    'position', private.queue_position(place.id)
  )
  from public.rsvps rsvp join public.places place on place.id = rsvp.place_id
  where rsvp.id = p_rsvp
$$;

-- Tells somebody of a new state of their answer. People who left only a phone get no mail.
create function private.tell(p_kind text, p_rsvp uuid) returns void
language plpgsql volatile
set search_path = ''
as $$
begin
  update public.rsvps set transition = transition + 1, updated_at = now() where id = p_rsvp;
  perform private.queue_rsvp_mail(p_kind, p_rsvp);
end
$$;


-- Sessions ---------------------------------------------------------------------------------------

-- Seats in the sessions somebody wishes for, or a place in line, once they hold a seat at the event.
create function private.join_sessions(p_rsvp uuid) returns void
language plpgsql volatile
set search_path = ''
as $$
declare
  wish record;
  seat public.places;
begin
  for wish in
    select chosen.session_id, session.pool_id, mine.party_size
    from public.rsvp_sessions chosen
    join public.event_sessions session on session.id = chosen.session_id
    join public.rsvps rsvp on rsvp.id = chosen.rsvp_id
    join public.places mine on mine.id = rsvp.place_id and mine.status = 'held'
    where chosen.rsvp_id = p_rsvp and chosen.place_id is null and rsvp.cancelled_at is null
    order by session.starts_at, session.id
  loop
    seat := private.take_place(wish.pool_id, wish.party_size);
    update public.rsvp_sessions set place_id = seat.id where rsvp_id = p_rsvp and session_id = wish.session_id;
  end loop;
end
$$;

-- Tells everybody a freed seat in a session went to.
create function private.announce_session_seats(p_places uuid[]) returns void
language plpgsql volatile
set search_path = ''
as $$
declare
  lucky uuid;
begin
  for lucky in select distinct rsvp_id from public.rsvp_sessions where place_id = any (p_places) order by 1 loop
    perform private.tell('rsvp-session', lucky);
  end loop;
end
$$;

-- Gives seats in sessions back, all or those not in p_keep, and hands them on. The wish stays.
create function private.leave_sessions(p_rsvp uuid, p_keep uuid[] default '{}') returns void
language plpgsql volatile
set search_path = ''
as $$
declare
  seat uuid;
begin
  for seat in
    select place_id from public.rsvp_sessions
    where rsvp_id = p_rsvp and place_id is not null and session_id <> all (p_keep) order by place_id
  loop
    update public.rsvp_sessions set place_id = null where place_id = seat;
    perform private.announce_session_seats(array(select id from private.release_place(seat)));
  end loop;
end
$$;

-- Tells everybody a freed seat went to, in the order of the line. Where the event asks for it they have some
-- hours to say yes once more; nobody is asked when the seat could not go on to anybody after that.
create or replace function private.announce_promotions(p_places uuid[]) returns void
language plpgsql volatile
set search_path = ''
as $$
declare
  promoted uuid;
begin
  for promoted in
    select rsvp.id from public.rsvps rsvp join public.places place on place.id = rsvp.place_id
    where place.id = any (p_places) order by place.queue_number
  loop
    update public.rsvps rsvp
    set confirm_by = case
      when now() + make_interval(hours => event.confirm_within_hours) < event.rsvp_closes_at
      then now() + make_interval(hours => event.confirm_within_hours)
    end
    from public.events event where rsvp.id = promoted and event.id = rsvp.event_id;
    perform private.join_sessions(promoted);
    perform private.tell('rsvp-promoted', promoted);
  end loop;
end
$$;


-- Answering --------------------------------------------------------------------------------------

-- Only the answers to questions the event has, and of those with choices only what can be chosen.
create function private.known_answers(p_event public.events, p_answers jsonb) returns jsonb
language sql immutable
set search_path = ''
as $$
  select coalesce(jsonb_object_agg(question ->> 'id', answer), '{}')
  from jsonb_array_elements((p_event).questions) question
  cross join lateral (select p_answers -> (question ->> 'id') as answer) given
  where jsonb_typeof(answer) = 'string' and case
    when answer = '""' then true
    when question ->> 'kind' = 'choice' then question -> 'options' @> answer
    when question ->> 'kind' = 'yes-no' then answer in ('"yes"', '"no"')
    else length(answer #>> '{}') <= 500
  end
$$;

-- Why an event takes no such answer, or null. Says the same to everybody: nobody finds out who is on the
-- list by asking for what is never given.
create function private.answer_refusal(p_event public.events, p_party integer, p_conduct text, p_details jsonb)
returns jsonb
language plpgsql stable
set search_path = ''
as $$
declare
  answered jsonb := private.known_answers(p_event, coalesce(p_details -> 'answers', '{}'));
  missing jsonb;
  clash jsonb;
begin
  if (p_event).replies = 'drop-in' then
    return jsonb_build_object('outcome', 'drop-in');
  end if;
  if (p_event).status <> 'published' or now() >= (p_event).rsvp_closes_at then
    return jsonb_build_object('outcome', 'closed', 'date', (p_event).slug);
  end if;
  if p_party > (p_event).max_party_size then
    return jsonb_build_object('outcome', 'party-too-large', 'maxPartySize', (p_event).max_party_size);
  end if;
  if coalesce((p_details ->> 'children')::integer, 0) >= p_party then
    return jsonb_build_object('outcome', 'adult-needed');
  end if;
  if (p_event).asks_conduct and p_conduct is null then
    return jsonb_build_object('outcome', 'conduct-needed');
  end if;
  select jsonb_agg(jsonb_build_object('id', question -> 'id', 'label', question -> 'label')) into missing
  from jsonb_array_elements((p_event).questions) question
  where (question ->> 'required')::boolean and coalesce(answered ->> (question ->> 'id'), '') = '';
  if missing is not null then
    return jsonb_build_object('outcome', 'answers-needed', 'questions', missing);
  end if;
  select jsonb_build_array(one.title, other.title) into clash
  from public.event_sessions one
  join public.event_sessions other on other.event_id = one.event_id
    and (one.starts_at, one.id) < (other.starts_at, other.id) and other.starts_at < one.ends_at
  where one.event_id = (p_event).id and p_details -> 'sessions' ? one.id::text and p_details -> 'sessions' ? other.id::text
  order by one.starts_at, other.starts_at limit 1;
  if found then
    return jsonb_build_object('outcome', 'sessions-overlap', 'sessions', clash);
  end if;
  return null;
end
$$;

-- The dates of a series that slugs name; null when one of them is none of it that people can see.
create function private.dates_named(p_series uuid, p_slugs text[]) returns uuid[]
language sql stable
set search_path = ''
as $$
  select case when count(event.id) = count(*) then coalesce(array_agg(event.id), '{}') end
  from (select distinct unnest(p_slugs) as slug) named
  left join public.events event
    on event.slug = named.slug and event.series_id = p_series and event.status <> 'draft'
$$;

-- A place for an answer: seats, the end of the line, or neither while it is held back.
create function private.place_for(p_pool uuid, p_party integer, p_held_back boolean) returns uuid
language sql volatile
set search_path = ''
as $$
  insert into public.places (pool_id, party_size, status)
  values (p_pool, p_party, case when p_held_back then 'asked' else private.seat_status(p_pool, p_party) end)
  returning id
$$;

-- Writes down one answer to one event and gives it seats or a place in line. The caller has locked the
-- event, refused what must be refused, and tells the person.
create function private.write_answer(p_event public.events, p_person jsonb, p_party integer, p_details jsonb)
returns uuid
language plpgsql volatile
set search_path = ''
as $$
declare
  held_back boolean := coalesce((p_details ->> 'review')::boolean, false);
  attends text := case when (p_event).format = 'hybrid' then coalesce(p_details ->> 'attends', 'in-person') end;
  place uuid := private.place_for(private.pool_of(p_event, attends), p_party, held_back);
  answer uuid;
begin
  insert into public.rsvps (
    event_id, place_id, held_back, name, email, phone, access_needs, conduct_version, idempotency_key, language,
    attends, children, food, answers
  ) values (
    (p_event).id, place, held_back, p_person ->> 'name', p_person ->> 'email', p_person ->> 'phone',
    p_person ->> 'accessNeeds', p_person ->> 'conductVersion', p_person ->> 'idempotencyKey',
    coalesce(p_person ->> 'language', 'en'), attends,
    case when (p_event).asks_children then coalesce((p_details ->> 'children')::integer, 0) else 0 end,
    case when (p_event).asks_food then p_details ->> 'food' end,
    private.known_answers(p_event, coalesce(p_details -> 'answers', '{}'))
  ) returning id into answer;
  insert into public.rsvp_sessions (rsvp_id, session_id)
  select answer, session.id from public.event_sessions session
  where session.event_id = (p_event).id and coalesce(p_details -> 'sessions', '[]') ? session.id::text;
  perform private.join_sessions(answer);
  return answer;
end
$$;

drop function public.create_rsvp(text, text, integer, text, text, text, text, text, text);

-- Answers an invitation. p_details: children, food, attends ('in-person' | 'online'), sessions (ids),
-- answers (by question id), dates (slugs of dates of the same series: all of them or none; 'all' for every
-- date that takes replies), review (a person looks at it first).
-- Returns { outcome, rsvp, status, position, dates, answeredAt, echo, others } with outcome 'created',
-- 'repeat-key' (the same submission again), 'repeat-person' (the same contact again: nothing changes, no
-- mail goes out, and status and position are those a newcomer would have now; echo is what was told),
-- 'unknown-event', 'closed', 'drop-in', 'dates-needed', 'party-too-large', 'adult-needed', 'conduct-needed',
-- 'answers-needed' (questions: [{ id, label }]) or 'sessions-overlap' (sessions: two titles). Status and
-- position are those of the first of the dates, dates is how many were asked for, and others says that the
-- contact has answered dates of the series before.
create function public.create_rsvp(
  p_event text,
  p_name text,
  p_party_size integer,
  p_email text default null,
  p_phone text default null,
  p_access_needs text default null,
  p_conduct_version text default null,
  p_idempotency_key text default null,
  p_language text default 'en',
  p_details jsonb default '{}'
) returns jsonb
language plpgsql volatile
set search_path = ''
as $$
declare
  invitation public.events;
  theirs text := coalesce(lower(p_email), p_phone);
  dates uuid[];
  first public.events;
  one public.events;
  refused jsonb;
  known uuid;
  answer uuid;
  echo uuid;
  created uuid[] := '{}';
  standing jsonb;
  told jsonb;
begin
  select * into invitation from public.events event where event.slug = p_event and event.status <> 'draft';
  if not found then
    return jsonb_build_object('outcome', 'unknown-event');
  end if;
  dates := case
    when invitation.series_id is null or not p_details ? 'dates' then array[invitation.id]
    when p_details -> 'dates' ? 'all' then array(
      select event.id from public.events event
      where event.series_id = invitation.series_id and event.status = 'published' and now() < event.rsvp_closes_at
    )
    else private.dates_named(invitation.series_id, array(select jsonb_array_elements_text(p_details -> 'dates')))
  end;
  if dates is null then
    return jsonb_build_object('outcome', 'unknown-event');
  end if;
  if cardinality(dates) = 0 then
    return jsonb_build_object('outcome', 'dates-needed');
  end if;

  perform private.lock_pools(array(select event.pool_id from public.events event where event.id = any (dates)));

  select * into first from public.events event where event.id = any (dates) order by event.starts_at limit 1;
  select rsvp.id into known from public.rsvps rsvp join public.events event on event.id = rsvp.event_id
  where rsvp.idempotency_key = p_idempotency_key and rsvp.event_id = any (dates) order by event.starts_at limit 1;
  if found then
    return private.told(known, first, p_party_size, p_details) || jsonb_build_object(
      'outcome', 'repeat-key', 'dates', cardinality(dates), 'others', exists (
        select from public.rsvps rsvp join public.events event on event.id = rsvp.event_id
        where event.series_id = invitation.series_id and rsvp.contact = theirs
          and rsvp.cancelled_at is null and rsvp.idempotency_key is distinct from p_idempotency_key
      )
    );
  end if;
  select said.id into echo
  from public.rsvp_echoes said join public.rsvps rsvp on rsvp.id = said.rsvp_id
  where said.idempotency_key = p_idempotency_key and rsvp.event_id = any (dates) limit 1;
  if found then
    return private.echo_standing(echo) || jsonb_build_object('outcome', 'repeat-key', 'dates', cardinality(dates));
  end if;

  -- read under the lock: one may have been called off while this call waited
  for one in select * from public.events event where event.id = any (dates) order by event.starts_at loop
    refused := private.answer_refusal(one, p_party_size, p_conduct_version, p_details);
    if refused is not null then
      return refused;
    end if;
  end loop;

  -- after every refusal, so that a refusal says the same of everybody
  for one in select * from public.events event where event.id = any (dates) order by event.starts_at loop
    select rsvp.id into answer from public.rsvps rsvp
    where rsvp.event_id = one.id and rsvp.contact = theirs and rsvp.cancelled_at is null;
    if found then
      known := coalesce(known, answer);
    else
      created := created || private.write_answer(
        one,
        jsonb_build_object(
          'name', p_name, 'email', p_email, 'phone', p_phone, 'accessNeeds', p_access_needs,
          'conductVersion', p_conduct_version, 'idempotencyKey', p_idempotency_key, 'language', p_language
        ),
        p_party_size,
        p_details
      );
    end if;
  end loop;

  if cardinality(created) = 0 then
    told := private.as_a_newcomer(first, p_party_size, p_details);
    insert into public.rsvp_echoes (rsvp_id, pool_id, idempotency_key, status, position, party_size)
    values (
      known, private.pool_of(first, p_details ->> 'attends'), p_idempotency_key,
      told ->> 'status', (told ->> 'position')::integer, p_party_size
    ) returning id into echo;
    return private.echo_standing(echo) || jsonb_build_object('outcome', 'repeat-person', 'dates', cardinality(dates));
  end if;

  answer := created[1];
  standing := private.rsvp_standing(answer);
  perform private.queue_rsvp_mail(
    case when cardinality(created) > 1 then 'rsvp-dates' else 'rsvp-' || (standing ->> 'status') end, answer
  );
  return private.told(answer, first, p_party_size, p_details) || jsonb_build_object(
    'outcome', 'created', 'dates', cardinality(dates),
    'others', exists (
      select from public.rsvps rsvp join public.events event on event.id = rsvp.event_id
      where event.series_id = invitation.series_id and rsvp.contact = theirs
        and rsvp.cancelled_at is null and rsvp.id <> all (created)
    )
  );
end
$$;

drop function public.update_rsvp(uuid, integer, text, text);

-- Changes an RSVP. Returns { outcome, rsvp, status, position } with outcome 'updated', 'unknown' (never
-- there, or cancelled), 'closed', 'party-too-large', 'adult-needed', 'answers-needed', 'sessions-overlap' or
-- 'no-room' (nothing changed). Null or a key that is missing keeps a value; an empty text clears it. p_details: children,
-- food, attends, sessions, answers. Whoever holds a seat keeps it, or the change is refused.
create function public.update_rsvp(
  p_rsvp uuid,
  p_party_size integer default null,
  p_name text default null,
  p_access_needs text default null,
  p_details jsonb default '{}'
) returns jsonb
language plpgsql volatile
set search_path = ''
as $$
declare
  invitation public.events;
  mine public.rsvps;
  before public.places;
  party integer;
  way text;
  refused jsonb;
  pool uuid;
  promoted uuid[] := '{}';
  seat record;
  wished uuid[];
  had uuid[];
begin
  select event.* into invitation
  from public.events event join public.rsvps rsvp on rsvp.event_id = event.id where rsvp.id = p_rsvp;
  if not found then
    return jsonb_build_object('outcome', 'unknown');
  end if;

  perform private.lock_pool(invitation.pool_id);
  select * into mine from public.rsvps where id = p_rsvp for update;
  if not found or mine.cancelled_at is not null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  select * into invitation from public.events where id = invitation.id;
  select * into before from public.places where id = mine.place_id;
  party := coalesce(p_party_size, before.party_size);
  way := case when mine.attends is not null then coalesce(p_details ->> 'attends', mine.attends) end;
  pool := private.pool_of(invitation, way);

  if invitation.status <> 'published' or now() >= invitation.ends_at then
    return jsonb_build_object('outcome', 'closed');
  end if;
  if (party > before.party_size or pool <> before.pool_id) and now() >= invitation.rsvp_closes_at then
    return jsonb_build_object('outcome', 'closed');
  end if;
  wished := case when p_details ? 'sessions' then array(
    select session.id from public.event_sessions session
    where session.event_id = invitation.id and p_details -> 'sessions' ? session.id::text
  ) end;
  had := array(select session_id from public.rsvp_sessions where rsvp_id = p_rsvp);
  if not wished <@ had and now() >= invitation.rsvp_closes_at then
    return jsonb_build_object('outcome', 'closed');
  end if;
  -- the cut-off and the code of conduct are for those who come new, and who was let in with more stays
  invitation.rsvp_closes_at := 'infinity';
  invitation.asks_conduct := false;
  invitation.replies := 'rsvp';
  invitation.max_party_size := greatest(invitation.max_party_size, before.party_size);
  refused := private.answer_refusal(invitation, party, null, jsonb_build_object(
    'children', coalesce((p_details ->> 'children')::integer, least(mine.children, party - 1)),
    'answers', mine.answers || coalesce(p_details -> 'answers', '{}'),
    'sessions', p_details -> 'sessions'
  ));
  if refused is not null then
    return refused;
  end if;

  -- whatever does not fit takes back what was done before it
  begin
    if pool <> before.pool_id and before.status = 'asked' then
      update public.places set pool_id = pool, party_size = party where id = before.id;
    elsif pool <> before.pool_id then
      if before.status = 'held' and private.seat_status(pool, party) <> 'held' then
        raise exception 'no room' using errcode = 'EV001';
      end if;
      -- to the end of the other queue, or to a seat
      update public.rsvps set place_id = (private.take_place(pool, party)).id where id = p_rsvp;
      promoted := array(select id from private.release_place(before.id));
    elsif not private.resize_place(before.id, party) then
      raise exception 'no room' using errcode = 'EV001';
    elsif party <> before.party_size then
      promoted := array(select id from private.promote_waiting(pool));
    end if;

    if wished is not null then
      perform private.leave_sessions(p_rsvp, wished);
      delete from public.rsvp_sessions where rsvp_id = p_rsvp and session_id <> all (wished);
    end if;
    if party <> before.party_size then
      for seat in
        select chosen.place_id, session.pool_id
        from public.rsvp_sessions chosen join public.event_sessions session on session.id = chosen.session_id
        where chosen.rsvp_id = p_rsvp and chosen.place_id is not null order by session.id
      loop
        if not private.resize_place(seat.place_id, party) then
          raise exception 'no room' using errcode = 'EV001';
        end if;
        perform private.announce_session_seats(
          array(select id from private.promote_waiting(seat.pool_id) where id <> seat.place_id)
        );
      end loop;
    end if;
  exception when sqlstate 'EV001' then
    return private.rsvp_standing(p_rsvp) || '{"outcome": "no-room"}';
  end;

  insert into public.rsvp_sessions (rsvp_id, session_id)
  select p_rsvp, id from unnest(wished) id
  on conflict do nothing;
  perform private.join_sessions(p_rsvp);

  update public.rsvps rsvp
  set
    name = coalesce(p_name, rsvp.name),
    access_needs = case when p_access_needs is null then rsvp.access_needs else nullif(p_access_needs, '') end,
    attends = way,
    -- who says how they come says that they come
    confirm_by = null,
    children = case
      when invitation.asks_children then coalesce((p_details ->> 'children')::integer, least(rsvp.children, party - 1))
      else 0
    end,
    food = case when p_details ? 'food' and invitation.asks_food then nullif(p_details ->> 'food', '') else rsvp.food end,
    answers = rsvp.answers || private.known_answers(invitation, coalesce(p_details -> 'answers', '{}')),
    updated_at = now()
  where rsvp.id = p_rsvp;

  perform private.announce_promotions(promoted);
  select * into mine from public.rsvps where id = p_rsvp;
  if not mine.place_id = any (promoted) and (
    party <> before.party_size or pool <> before.pool_id
    or (wished is not null and not (wished <@ had and wished @> had))
  ) then
    perform private.tell('rsvp-updated', p_rsvp);
  end if;

  return private.rsvp_standing(p_rsvp) || '{"outcome": "updated"}';
end
$$;

-- Gives all seats of an answer back and hands them on. The caller has locked the event and tells the person.
create function private.give_back(p_rsvp uuid, p_by text) returns void
language plpgsql volatile
set search_path = ''
as $$
declare
  mine uuid;
begin
  update public.rsvps
  -- without its key, so that the same form sent again afterwards is a new answer
  set cancelled_at = now(), cancelled_by = p_by, confirm_by = null, idempotency_key = null, updated_at = now()
  where id = p_rsvp returning place_id into mine;
  perform private.leave_sessions(p_rsvp);
  perform private.announce_promotions(array(select id from private.release_place(mine)));
end
$$;

-- Locks the event of an answer, then the answer itself; its row, or a row of nulls when there is none.
create function private.lock_rsvp(p_rsvp uuid) returns public.rsvps
language plpgsql volatile
set search_path = ''
as $$
declare
  pool uuid;
  mine public.rsvps;
begin
  select event.pool_id into pool
  from public.events event join public.rsvps rsvp on rsvp.event_id = event.id where rsvp.id = p_rsvp;
  if found then
    perform private.lock_pool(pool);
    select * into mine from public.rsvps where id = p_rsvp for update;
  end if;
  return mine;
end
$$;

-- Gives the seats back and hands them on in the same transaction. Returns { outcome } 'cancelled', or
-- 'unknown' for an RSVP that was never there or is cancelled already.
create or replace function public.cancel_rsvp(p_rsvp uuid) returns jsonb
language plpgsql volatile
set search_path = ''
as $$
declare
  mine public.rsvps := private.lock_rsvp(p_rsvp);
begin
  if mine.id is null or mine.cancelled_at is not null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  perform private.give_back(p_rsvp, 'guest');
  perform private.tell('rsvp-cancelled', p_rsvp);
  return jsonb_build_object('outcome', 'cancelled');
end
$$;

-- Comes back after a cancel: a seat if there is one, else the end of the line. Returns { outcome, … } with
-- outcome 'rejoined', 'unknown', 'closed' (also for whom staff took off the list), or 'repeat-person' when the same contact has answered anew.
create function public.rejoin_rsvp(p_rsvp uuid) returns jsonb
language plpgsql volatile
set search_path = ''
as $$
declare
  mine public.rsvps := private.lock_rsvp(p_rsvp);
  invitation public.events;
  party integer;
begin
  if mine.id is null or mine.cancelled_at is null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  select * into invitation from public.events where id = mine.event_id;
  if invitation.status <> 'published' or now() >= invitation.rsvp_closes_at or mine.cancelled_by = 'staff' then
    return jsonb_build_object('outcome', 'closed');
  end if;
  if exists (
    select from public.rsvps rsvp
    where rsvp.event_id = mine.event_id and rsvp.contact = mine.contact and rsvp.cancelled_at is null
  ) then
    return jsonb_build_object('outcome', 'repeat-person');
  end if;
  select least(place.party_size, invitation.max_party_size) into party from public.places place where place.id = mine.place_id;
  update public.rsvps
  set
    place_id = private.place_for(private.pool_of(invitation, mine.attends), party, mine.held_back),
    children = least(mine.children, party - 1), cancelled_at = null, cancelled_by = null
  where id = p_rsvp;
  perform private.join_sessions(p_rsvp);
  perform private.tell('rsvp-' || (private.rsvp_standing(p_rsvp) ->> 'status'), p_rsvp);
  return private.rsvp_standing(p_rsvp) || '{"outcome": "rejoined"}';
end
$$;

-- Says yes once more to a seat from the waiting list. Returns { outcome, … } 'confirmed' or 'unknown'.
create function public.confirm_rsvp(p_rsvp uuid) returns jsonb
language plpgsql volatile
set search_path = ''
as $$
declare
  mine public.rsvps := private.lock_rsvp(p_rsvp);
begin
  if mine.id is null or mine.cancelled_at is not null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  update public.rsvps set confirm_by = null, updated_at = now() where id = p_rsvp;
  return private.rsvp_standing(p_rsvp) || '{"outcome": "confirmed"}';
end
$$;

-- Hands on the seats nobody said yes to in time, while there is a line to hand them to: after the cut-off
-- a seat taken away would help nobody. Returns how many.
create function public.lapse_unconfirmed() returns integer
language plpgsql volatile
set search_path = ''
as $$
declare
  late record;
  mine public.rsvps;
  lapsed integer := 0;
begin
  for late in
    select rsvp.id from public.rsvps rsvp join public.events event on event.id = rsvp.event_id
    where rsvp.confirm_by <= now() and rsvp.cancelled_at is null
      and event.status = 'published' and now() < event.rsvp_closes_at
    order by event.pool_id, rsvp.confirm_by limit 100
  loop
    mine := private.lock_rsvp(late.id);
    -- they may have said yes while this call waited
    if mine.cancelled_at is null and mine.confirm_by <= now() then
      perform private.give_back(mine.id, 'no-answer');
      perform private.tell('rsvp-lapsed', mine.id);
      lapsed := lapsed + 1;
    end if;
  end loop;
  return lapsed;
end
$$;

-- Takes part in exactly these dates of a series, from now on: p_dates are slugs. Dates that are past stay
-- as they were. All or nothing. Returns { outcome, … } 'updated', 'unknown', 'unknown-event' (a slug that is
-- no date of the series) or a refusal as create_rsvp.
create function public.choose_dates(p_rsvp uuid, p_dates text[]) returns jsonb
language plpgsql volatile
set search_path = ''
as $$
declare
  mine public.rsvps;
  invitation public.events;
  wanted uuid[];
  coming uuid[];
  party integer;
  one public.events;
  refused jsonb;
  leaving uuid;
  changed boolean := false;
begin
  select * into mine from public.rsvps where id = p_rsvp;
  select * into invitation from public.events where id = mine.event_id;
  if mine.id is null or invitation.series_id is null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  wanted := private.dates_named(invitation.series_id, p_dates);
  if wanted is null then
    return jsonb_build_object('outcome', 'unknown-event');
  end if;
  coming := array(
    select event.id from public.events event
    where event.series_id = invitation.series_id and event.ends_at > now() and event.status <> 'draft'
  );
  perform private.lock_pools(array(select event.pool_id from public.events event where event.id = any (coming || wanted)));
  select * into mine from public.rsvps where id = p_rsvp for update;
  if not found then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  select least(place.party_size, invitation.max_party_size) into party from public.places place where place.id = mine.place_id;

  for one in
    select event.* from public.events event
    where event.id = any (wanted) and not exists (
      select from public.rsvps rsvp
      where rsvp.event_id = event.id and rsvp.contact = mine.contact and rsvp.cancelled_at is null
    ) order by event.starts_at
  loop
    refused := private.answer_refusal(
      one, party, mine.conduct_version,
      jsonb_build_object('children', least(mine.children, party - 1), 'answers', mine.answers)
    );
    if refused is not null then
      return refused;
    end if;
  end loop;

  for leaving in
    select rsvp.id from public.rsvps rsvp join public.events event on event.id = rsvp.event_id
    where event.id = any (coming) and event.id <> all (wanted) and event.status = 'published'
      and rsvp.contact = mine.contact and rsvp.cancelled_at is null
    order by event.starts_at
  loop
    perform private.give_back(leaving, 'guest');
    changed := true;
  end loop;

  for one in
    select event.* from public.events event
    where event.id = any (wanted) and not exists (
      select from public.rsvps rsvp
      where rsvp.event_id = event.id and rsvp.contact = mine.contact and rsvp.cancelled_at is null
    ) order by event.starts_at
  loop
    perform private.write_answer(
      one,
      jsonb_build_object(
        'name', mine.name, 'email', mine.email, 'phone', mine.phone, 'accessNeeds', mine.access_needs,
        'conductVersion', mine.conduct_version, 'language', mine.language
      ),
      party,
      jsonb_build_object(
        'attends', mine.attends, 'children', least(mine.children, party - 1), 'food', mine.food, 'answers', mine.answers,
        'review', mine.held_back
      )
    );
    changed := true;
  end loop;

  if changed then
    perform private.tell('rsvp-dates', p_rsvp);
  end if;
  return private.rsvp_standing(p_rsvp) || '{"outcome": "updated"}';
end
$$;

-- Forgets one person at once, what they cancelled and every date of the series too: seats that can still be
-- used go on, and nothing that names them stays. Returns { outcome } 'forgotten' or 'unknown'. No mail: the address is gone.
create function public.forget_rsvp(p_rsvp uuid) returns jsonb
language plpgsql volatile
set search_path = ''
as $$
declare
  mine public.rsvps;
  invitation public.events;
  at_events uuid[];
  theirs uuid[];
  leaving uuid;
begin
  select * into mine from public.rsvps where id = p_rsvp;
  if not found then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  select * into invitation from public.events where id = mine.event_id;
  at_events := array(
    select event.id from public.events event
    where event.id = invitation.id or event.series_id = invitation.series_id
  );
  perform private.lock_pools(array(select event.pool_id from public.events event where event.id = any (at_events)));
  theirs := array(
    select rsvp.id from public.rsvps rsvp
    where rsvp.id = p_rsvp or (rsvp.event_id = any (at_events) and rsvp.contact = mine.contact)
  );
  for leaving in
    select rsvp.id from public.rsvps rsvp join public.events event on event.id = rsvp.event_id
    where rsvp.id = any (theirs) and rsvp.cancelled_at is null and event.ends_at > now()
    order by event.starts_at
  loop
    perform private.give_back(leaving, 'guest');
  end loop;
  -- why somebody was given a seat or taken off the list may name them
  update public.event_log set reason = null where rsvp_id = any (theirs);
  delete from public.rsvps where id = any (theirs);
  return jsonb_build_object('outcome', 'forgotten');
end
$$;

-- Everything one person's page and mails say about their RSVP; null when there is none. What is told only
-- after a yes is in it only when the answer is a yes, and the link only from fifteen minutes before.
create or replace function public.read_rsvp(p_rsvp uuid) returns jsonb
language sql stable
set search_path = ''
as $$
  select private.rsvp_standing(rsvp.id) || jsonb_build_object(
    'name', rsvp.name,
    'email', rsvp.email,
    'phone', rsvp.phone,
    'partySize', place.party_size,
    'children', rsvp.children,
    'accessNeeds', rsvp.access_needs,
    'food', rsvp.food,
    'attends', rsvp.attends,
    'answers', rsvp.answers,
    'confirmBy', rsvp.confirm_by,
    'cancelledBy', rsvp.cancelled_by,
    'language', rsvp.language,
    'transition', rsvp.transition,
    'quiet', rsvp.quiet,
    'sessions', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', session.id, 'title', session.title, 'startsAt', session.starts_at, 'endsAt', session.ends_at,
        'placeName', session.place_name,
        'status', case when seat.status = 'held' then 'going' when seat.status = 'waiting' then 'waiting' else 'wished' end
      ) order by session.starts_at, session.title), '[]')
      from public.rsvp_sessions chosen
      join public.event_sessions session on session.id = chosen.session_id
      left join public.places seat on seat.id = chosen.place_id
      where chosen.rsvp_id = rsvp.id
    ),
    -- the person's other answers in the same series
    'dates', (
      select coalesce(jsonb_agg(private.rsvp_standing(other.id) || jsonb_build_object(
        'slug', date.slug, 'startsAt', date.starts_at, 'endsAt', date.ends_at
      ) order by date.starts_at), '[]')
      from public.rsvps other join public.events date on date.id = other.event_id
      where date.series_id = event.series_id and other.contact = rsvp.contact
        and other.cancelled_at is null and date.status = 'published' and date.ends_at > now()
    )
  ) || jsonb_build_object(
    'event', jsonb_build_object(
      'id', event.id,
      'slug', event.slug,
      'seriesId', event.series_id,
      'title', event.title,
      'kind', event.kind,
      'format', event.format,
      'startsAt', event.starts_at,
      'endsAt', event.ends_at,
      'timeZone', event.time_zone,
      'placeName', event.place_name,
      'maxPartySize', event.max_party_size,
      'rsvpClosesAt', event.rsvp_closes_at,
      'asksChildren', event.asks_children,
      'asksFood', event.asks_food,
      'questions', event.questions,
      'status', event.status,
      'revision', event.revision,
      'calledOffNote', event.called_off_note,
      'address', case when yes.told then coalesce(told.address, event.address) else event.address end,
      'arrivalNotes', case when yes.told then told.arrival_notes end,
      'hasLink', yes.told and yes.by_link and told.join_url is not null,
      'linkOpensAt', event.starts_at - interval '15 minutes',
      'joinUrl', case
        when yes.told and yes.by_link and now() >= event.starts_at - interval '15 minutes' then told.join_url
      end
    )
  )
  from public.rsvps rsvp
  join public.places place on place.id = rsvp.place_id
  join public.events event on event.id = rsvp.event_id
  left join public.event_private_details told on told.event_id = event.id
  cross join lateral (
    select
      place.status = 'held' and rsvp.cancelled_at is null and event.status = 'published' as told,
      event.format = 'online' or coalesce(rsvp.attends = 'online', false) as by_link
  ) yes
  where rsvp.id = p_rsvp
$$;

-- Once a day. Access needs and food go when the event is over; who came, with every word about them, a
-- number of days later, and counts stay. Returns how many people were forgotten.
create or replace function public.purge_rsvps(p_days integer) returns integer
language plpgsql volatile
set search_path = ''
as $$
declare
  purged integer;
  old uuid[] := array(
    select event.id from public.events event
    where event.ends_at < now() - make_interval(days => p_days)
      and exists (select from public.rsvps rsvp where rsvp.event_id = event.id)
  );
begin
  update public.rsvps rsvp set access_needs = null, food = null
  from public.events event
  where event.id = rsvp.event_id and event.ends_at < now() and num_nonnulls(rsvp.access_needs, rsvp.food) > 0;

  insert into public.event_counts (event_id, replies, seats, waiting, cancelled, walk_ins, arrived)
  select
    rsvp.event_id,
    count(*) filter (where not rsvp.walk_in),
    coalesce(sum(place.party_size) filter (where place.status = 'held'), 0),
    count(*) filter (where place.status = 'waiting'),
    count(*) filter (where rsvp.cancelled_at is not null),
    count(*) filter (where rsvp.walk_in),
    sum(rsvp.arrived_count)
  from public.rsvps rsvp join public.places place on place.id = rsvp.place_id
  where rsvp.event_id = any (old)
  group by rsvp.event_id
  on conflict (event_id) do nothing;

  delete from public.event_messages message using public.events event
  where event.id = message.event_id and event.ends_at < now() - make_interval(days => p_days);
  delete from public.event_log entry using public.events event
  where event.id = entry.event_id and event.ends_at < now() - make_interval(days => p_days);
  delete from public.rsvps where event_id = any (old);
  get diagnostics purged = row_count;
  delete from public.rate_limits where window_start < now() - interval '2 days';
  return purged;
end
$$;

-- Reminders and thanks that are due; in the outbox once for each start, so that an event that was moved is
-- reminded of again. Whoever answered in the last two hours has just been told. Who is being changed this
-- moment comes with the next run: nobody waits for anybody here. Returns how many.
create function public.queue_event_mails() returns integer
language plpgsql volatile
set search_path = ''
as $$
declare
  queued integer;
begin
  insert into public.outbox (kind, rsvp_id, transition)
  select due.kind, rsvp.id, extract(epoch from event.starts_at)::bigint / 60
  from public.events event
  join public.rsvps rsvp on rsvp.event_id = event.id
  join public.places place on place.id = rsvp.place_id
  cross join lateral (values
    ('rsvp-reminder', event.starts_at > now() and event.starts_at <= now() + interval '24 hours'
      and rsvp.created_at <= now() - interval '2 hours'
      -- a reminder that comes when the second one is due says nothing new
      and not (event.reminds_two_hours and event.starts_at <= now() + interval '2 hours')),
    ('rsvp-soon', event.reminds_two_hours and event.starts_at > now() and event.starts_at <= now() + interval '2 hours'),
    ('rsvp-thanks', event.thanks and event.ends_at <= now() - interval '12 hours' and event.ends_at > now() - interval '3 days'
      and (rsvp.arrived_at is not null or not exists (
        select from public.rsvps other where other.event_id = event.id and other.arrived_at is not null
      )))
  ) as due (kind, applies)
  where due.applies and event.status = 'published' and place.status = 'held' and rsvp.cancelled_at is null
    and rsvp.email is not null and not rsvp.quiet
    and event.starts_at between now() - interval '20 days' and now() + interval '24 hours'
  order by rsvp.id, due.kind
  for key share of rsvp skip locked
  on conflict do nothing;
  get diagnostics queued = row_count;
  return queued;
end
$$;

revoke all on function private.lock_pools(uuid[]) from public;
revoke all on function private.seat_status(uuid, integer) from public;
revoke all on function private.pool_of(public.events, text) from public;
revoke all on function private.tell(text, uuid) from public;
revoke all on function private.join_sessions(uuid) from public;
revoke all on function private.announce_session_seats(uuid[]) from public;
revoke all on function private.leave_sessions(uuid, uuid[]) from public;
revoke all on function private.answer_refusal(public.events, integer, text, jsonb) from public;
revoke all on function private.known_answers(public.events, jsonb) from public;
revoke all on function private.dates_named(uuid, text[]) from public;
revoke all on function private.place_for(uuid, integer, boolean) from public;
revoke all on function private.write_answer(public.events, jsonb, integer, jsonb) from public;
revoke all on function private.give_back(uuid, text) from public;
revoke all on function private.lock_rsvp(uuid) from public;
revoke all on function public.create_rsvp(text, text, integer, text, text, text, text, text, text, jsonb) from public, anon, authenticated;
revoke all on function public.update_rsvp(uuid, integer, text, text, jsonb) from public, anon, authenticated;
revoke all on function public.rejoin_rsvp(uuid) from public, anon, authenticated;
revoke all on function public.confirm_rsvp(uuid) from public, anon, authenticated;
revoke all on function public.lapse_unconfirmed() from public, anon, authenticated;
revoke all on function public.choose_dates(uuid, text[]) from public, anon, authenticated;
revoke all on function public.forget_rsvp(uuid) from public, anon, authenticated;
revoke all on function public.queue_event_mails() from public, anon, authenticated;
grant execute on function private.lock_pools(uuid[]) to service_role;
grant execute on function private.seat_status(uuid, integer) to service_role;
grant execute on function private.pool_of(public.events, text) to service_role;
grant execute on function private.tell(text, uuid) to service_role;
grant execute on function private.join_sessions(uuid) to service_role;
grant execute on function private.announce_session_seats(uuid[]) to service_role;
grant execute on function private.leave_sessions(uuid, uuid[]) to service_role;
grant execute on function private.answer_refusal(public.events, integer, text, jsonb) to service_role;
grant execute on function private.known_answers(public.events, jsonb) to service_role;
grant execute on function private.dates_named(uuid, text[]) to service_role;
grant execute on function private.place_for(uuid, integer, boolean) to service_role;
grant execute on function private.write_answer(public.events, jsonb, integer, jsonb) to service_role;
grant execute on function private.give_back(uuid, text) to service_role;
grant execute on function private.lock_rsvp(uuid) to service_role;
grant execute on function public.create_rsvp(text, text, integer, text, text, text, text, text, text, jsonb) to service_role;
grant execute on function public.update_rsvp(uuid, integer, text, text, jsonb) to service_role;
grant execute on function public.rejoin_rsvp(uuid) to service_role;
grant execute on function public.confirm_rsvp(uuid) to service_role;
grant execute on function public.lapse_unconfirmed() to service_role;
grant execute on function public.choose_dates(uuid, text[]) to service_role;
grant execute on function public.forget_rsvp(uuid) to service_role;
grant execute on function public.queue_event_mails() to service_role;
