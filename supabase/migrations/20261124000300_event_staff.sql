-- What staff do with events and guests. Each function asks who is there: the ones in the private schema
-- pass row level security, because seats and the outbox are written by nobody directly, and the API shows
-- only the thin ones at the end, which run as the person who calls.

-- The coordinator or admin who asks; null for the service. Refuses everybody else (42501).
create function private.event_staff() returns uuid
language plpgsql stable
set search_path = ''
as $$
begin
  -- a function that runs as its owner still knows as whom it was called
  if current_setting('role') not in ('none', 'service_role', 'postgres')
    and coalesce(private.staff_role(), '') not in ('coordinator', 'admin') then
    raise exception 'Only coordinators and admins may do this' using errcode = '42501';
  end if;
  return (select user_id from public.staff where user_id = (select auth.uid()));
end
$$;

create function private.name_of_staff(p_staff uuid) returns text
language sql stable
set search_path = ''
as $$ select display_name from public.staff where user_id = p_staff $$;

-- Writes down what was done by hand.
create function private.log_event(p_event uuid, p_rsvp uuid, p_action text, p_reason text default null) returns void
language sql volatile
set search_path = ''
as $$
  insert into public.event_log (event_id, rsvp_id, staff_id, staff_name, action, reason)
  select p_event, p_rsvp, asks.id, private.name_of_staff(asks.id), p_action, nullif(p_reason, '')
  from (select private.event_staff() as id) asks
$$;

-- Tells everybody who is coming, waiting or asked about, and returns how many mails that makes. Who wants
-- no messages gets none, and still hears of every change.
create function private.tell_guests(
  p_event uuid, p_kind text, p_audience text default 'everybody', p_change uuid default null, p_message uuid default null
) returns integer
language plpgsql volatile
set search_path = ''
as $$
declare
  guest uuid;
  told integer := 0;
begin
  for guest in
    select rsvp.id from public.rsvps rsvp join public.places place on place.id = rsvp.place_id
    where rsvp.event_id = p_event and rsvp.cancelled_at is null and rsvp.email is not null
      and (p_audience = 'everybody' or place.status = case p_audience when 'going' then 'held' else 'waiting' end)
      and not (p_kind = 'event-message' and rsvp.quiet)
    order by rsvp.created_at
  loop
    perform private.tell(p_kind, guest);
    update public.outbox mail set change_id = p_change, message_id = p_message
    from public.rsvps rsvp
    where rsvp.id = guest and mail.rsvp_id = guest and mail.kind = p_kind and mail.transition = rsvp.transition;
    told := told + 1;
  end loop;
  return told;
end
$$;

create function private.add_event(p_event jsonb, p_private jsonb) returns uuid
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  event uuid;
begin
  perform private.event_staff();
  event := public.create_event(p_event, p_private);
  perform private.log_event(event, null, 'added');
  return event;
end
$$;

create function private.change_event(p_event uuid, p_fields jsonb, p_private jsonb, p_tell boolean) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  before public.events;
  after public.events;
  pool uuid;
  told_before public.event_private_details;
  told_after public.event_private_details;
  changes jsonb := '{}';
  change uuid;
  told integer := 0;
begin
  perform private.event_staff();
  select * into before from public.events where id = p_event;
  if not found then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  perform private.lock_pool(before.pool_id);
  select * into before from public.events where id = p_event;
  select * into told_before from public.event_private_details where event_id = p_event;
  -- a form that was opened before somebody else saved theirs
  if (p_fields ->> 'updatedAt')::timestamptz <> before.updated_at then
    return jsonb_build_object('outcome', 'changed-meanwhile');
  end if;
  -- whether it has a link of its own seats is decided when it is made; a status of its own has call_off
  if before.status = 'cancelled' or p_fields ->> 'status' = 'cancelled' then
    return jsonb_build_object('outcome', 'closed');
  end if;
  if (p_fields ->> 'format' = 'hybrid') <> (before.format = 'hybrid') then
    return jsonb_build_object('outcome', 'format-fixed');
  end if;
  if p_fields ->> 'status' = 'draft' and before.status = 'published'
    and exists (select from public.rsvps where event_id = p_event and cancelled_at is null) then
    return jsonb_build_object('outcome', 'has-guests');
  end if;

  update public.events set
    slug = coalesce(p_fields ->> 'slug', slug),
    title = coalesce(p_fields ->> 'title', title),
    summary = coalesce(p_fields ->> 'summary', summary),
    description = coalesce(p_fields ->> 'description', description),
    kind = coalesce(p_fields ->> 'kind', kind),
    audience = coalesce(p_fields ->> 'audience', audience),
    format = coalesce(p_fields ->> 'format', format),
    starts_at = coalesce((p_fields ->> 'startsAt')::timestamptz, starts_at),
    ends_at = coalesce((p_fields ->> 'endsAt')::timestamptz, ends_at),
    time_zone = coalesce(p_fields ->> 'timeZone', time_zone),
    place_name = case when p_fields ? 'placeName' then p_fields ->> 'placeName' else place_name end,
    address = case when p_fields ? 'address' then p_fields ->> 'address' else address end,
    max_party_size = coalesce((p_fields ->> 'maxPartySize')::integer, max_party_size),
    rsvp_closes_at = coalesce((p_fields ->> 'rsvpClosesAt')::timestamptz, rsvp_closes_at),
    asks_conduct = coalesce((p_fields ->> 'asksConduct')::boolean, asks_conduct),
    status = coalesce(p_fields ->> 'status', status),
    replies = coalesce(p_fields ->> 'replies', replies),
    asks_children = coalesce((p_fields ->> 'asksChildren')::boolean, asks_children),
    asks_food = coalesce((p_fields ->> 'asksFood')::boolean, asks_food),
    questions = coalesce(p_fields -> 'questions', questions),
    confirm_within_hours = case when p_fields ? 'confirmWithinHours'
      then (p_fields ->> 'confirmWithinHours')::integer else confirm_within_hours end,
    reminds_two_hours = coalesce((p_fields ->> 'remindsTwoHours')::boolean, reminds_two_hours),
    thanks = coalesce((p_fields ->> 'thanks')::boolean, thanks)
  where id = p_event returning * into after;
  update public.seat_pools set queue_rule = coalesce(p_fields ->> 'queueRule', queue_rule)
  where id in (after.pool_id, after.online_pool_id)
    or id in (select session.pool_id from public.event_sessions session where session.event_id = p_event);

  if p_private is not null then
    insert into public.event_private_details (event_id, address, join_url, arrival_notes)
    values (p_event, p_private ->> 'address', p_private ->> 'joinUrl', p_private ->> 'arrivalNotes')
    on conflict (event_id) do update
      set address = excluded.address, join_url = excluded.join_url, arrival_notes = excluded.arrival_notes;
  end if;
  select * into told_after from public.event_private_details where event_id = p_event;

  -- a later cut-off or another queue rule may let somebody in
  perform private.announce_promotions(array(select id from private.promote_waiting(after.pool_id)));
  if after.online_pool_id is not null then
    perform private.announce_promotions(array(select id from private.promote_waiting(after.online_pool_id)));
  end if;
  for pool in select session.pool_id from public.event_sessions session where session.event_id = p_event order by session.id loop
    perform private.announce_session_seats(array(select id from private.promote_waiting(pool)));
  end loop;

  if (before.starts_at, before.ends_at, before.time_zone) is distinct from (after.starts_at, after.ends_at, after.time_zone) then
    changes := changes || jsonb_build_object('when', jsonb_build_array(
      jsonb_build_object('startsAt', before.starts_at, 'endsAt', before.ends_at, 'timeZone', before.time_zone),
      jsonb_build_object('startsAt', after.starts_at, 'endsAt', after.ends_at, 'timeZone', after.time_zone)
    ));
  end if;
  if (before.place_name, coalesce(told_before.address, before.address))
    is distinct from (after.place_name, coalesce(told_after.address, after.address)) then
    -- the private address is not repeated here: the mail reads the present one for those who may know it
    changes := changes || jsonb_build_object('where', jsonb_build_array(before.place_name, after.place_name));
  end if;
  if told_before.join_url is distinct from told_after.join_url then
    changes := changes || '{"link": true}';
  end if;
  if before.title <> after.title then
    changes := changes || jsonb_build_object('title', jsonb_build_array(before.title, after.title));
  end if;

  if changes <> '{}' and p_tell and before.status = 'published' and after.ends_at > now() then
    insert into public.event_changes (event_id, changes) values (p_event, changes) returning id into change;
    told := private.tell_guests(p_event, 'event-changed', 'everybody', change);
  end if;
  perform private.log_event(p_event, null, case
    when before.status = 'draft' and after.status = 'published' then 'published'
    -- the pages still have it, and nobody may see any more that it changed: by this a new build is asked for
    when before.status = 'published' and after.status = 'draft' then 'unpublished'
    else 'changed'
  end);
  return jsonb_build_object('outcome', 'changed', 'told', told, 'changes', changes);
end
$$;

create function private.call_off_event(p_event uuid, p_note text) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  invitation public.events;
  told integer;
begin
  perform private.event_staff();
  select * into invitation from public.events where id = p_event;
  if not found then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  perform private.lock_pool(invitation.pool_id);
  update public.events set status = 'cancelled', called_off_note = nullif(p_note, '')
  where id = p_event and status <> 'cancelled';
  if not found then
    return jsonb_build_object('outcome', 'closed');
  end if;
  told := case when invitation.ends_at > now() and invitation.status = 'published'
    then private.tell_guests(p_event, 'event-called-off') else 0 end;
  perform private.log_event(p_event, null, 'called-off');
  return jsonb_build_object('outcome', 'called-off', 'told', told);
end
$$;

-- Who would lose a yes with so few seats: those who came last, as many as it takes, and those who are there
-- already only after all others. Whoever of them fits into what is left over keeps theirs, unless nobody may
-- pass anybody.
create function private.affected_by_capacity(p_event uuid, p_capacity integer, p_online boolean)
returns table (rsvp uuid, name text, party_size integer)
language plpgsql stable security definer
set search_path = ''
as $$
declare
  seats public.seat_pools;
  guest record;
  too_many integer;
  losing uuid[] := '{}';
begin
  perform private.event_staff();
  select pool.* into seats
  from public.events event
  join public.seat_pools pool on pool.id = case when p_online then event.online_pool_id else event.pool_id end
  where event.id = p_event;
  too_many := coalesce(seats.seats_taken - p_capacity, 0);

  for guest in
    select answer.id, place.party_size
    from public.places place join public.rsvps answer on answer.place_id = place.id
    where place.pool_id = seats.id and place.status = 'held'
    order by answer.arrived_at is not null, place.queue_number desc
  loop
    exit when too_many <= 0;
    losing := losing || guest.id;
    too_many := too_many - guest.party_size;
  end loop;

  if seats.queue_rule = 'first-that-fits' then
    for guest in
      select answer.id, place.party_size
      from public.rsvps answer join public.places place on place.id = answer.place_id
      where answer.id = any (losing) order by place.queue_number
    loop
      if guest.party_size <= -too_many then
        losing := array_remove(losing, guest.id);
        too_many := too_many + guest.party_size;
      end if;
    end loop;
  end if;

  return query
    select answer.id, answer.name, place.party_size
    from public.rsvps answer join public.places place on place.id = answer.place_id
    where answer.id = any (losing) order by place.queue_number;
end
$$;

-- How many seats there are. More are handed to the queue at once; returns the number of parties promoted.
-- Fewer than are given is refused by the CHECK (23514), unless p_move names exactly those who would lose
-- theirs: they go back to the front of the line, in their order, and are told. EV002 when the guests changed meanwhile.
create function private.set_event_capacity(p_event uuid, p_capacity integer, p_online boolean, p_move uuid[])
returns integer
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  invitation public.events;
  pool uuid;
  promoted uuid[];
  moved uuid;
  front bigint;
begin
  perform private.event_staff();
  select * into strict invitation from public.events where id = p_event;
  perform private.lock_pool(invitation.pool_id);
  pool := case when p_online then invitation.online_pool_id else invitation.pool_id end;
  if pool is null then
    raise exception 'This event has no seats by link' using errcode = 'EV003';
  end if;
  if cardinality(p_move) > 0 then
    if array(select affected.rsvp from private.affected_by_capacity(p_event, p_capacity, p_online) affected order by 1)
      <> array(select id from unnest(p_move) id order by 1) then
      raise exception 'The guests changed meanwhile' using errcode = 'EV002';
    end if;
    front := (select min(queue_number) from public.places where pool_id = pool and status = 'waiting');
    for moved in
      select rsvp.id from public.rsvps rsvp join public.places place on place.id = rsvp.place_id
      where rsvp.id = any (p_move) order by place.queue_number desc
    loop
      perform private.leave_sessions(moved);
      update public.places set status = 'waiting', queue_number = least(queue_number, front - 1), changed_at = now()
      where id = (select place_id from public.rsvps where id = moved) returning queue_number into front;
      update public.rsvps set confirm_by = null where id = moved;
      perform private.tell('rsvp-moved', moved);
      perform private.log_event(p_event, moved, 'moved-to-line');
    end loop;
  end if;
  update public.seat_pools set capacity = p_capacity where id = pool;
  promoted := array(select id from private.promote_waiting(pool));
  perform private.announce_promotions(promoted);
  perform private.log_event(p_event, null, 'seats', coalesce(p_capacity::text, 'no limit'));
  return cardinality(promoted);
end
$$;

-- Writes the sessions of an event: [{ id?, title, summary?, startsAt, endsAt, placeName?, capacity? }]. One
-- that is left out goes, unless somebody who comes or waits has chosen it ('session-chosen'). Fewer seats than are given are
-- refused by the CHECK (23514).
create function private.save_event_sessions(p_event uuid, p_sessions jsonb) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  invitation public.events;
  one jsonb;
  session public.event_sessions;
  pool uuid;
  kept uuid[] := '{}';
  unwanted uuid[];
begin
  perform private.event_staff();
  select * into invitation from public.events where id = p_event;
  if not found then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  perform private.lock_pool(invitation.pool_id);
  for one in select * from jsonb_array_elements(p_sessions) loop
    if one ->> 'id' is not null then
      kept := kept || (one ->> 'id')::uuid;
    end if;
  end loop;
  select array_agg(pool_id) into unwanted from public.event_sessions where event_id = p_event and id <> all (kept);
  if exists (
    select from public.rsvp_sessions chosen
    join public.event_sessions gone on gone.id = chosen.session_id
    join public.rsvps rsvp on rsvp.id = chosen.rsvp_id and rsvp.cancelled_at is null
    where gone.event_id = p_event and gone.id <> all (kept)
  ) then
    return jsonb_build_object('outcome', 'session-chosen');
  end if;
  if exists (
    select from jsonb_array_elements(p_sessions) wanted
    join public.event_sessions kept on kept.id = (wanted ->> 'id')::uuid and kept.event_id = p_event
    join public.seat_pools seats on seats.id = kept.pool_id
    where seats.seats_taken > (wanted ->> 'capacity')::integer
  ) then
    return jsonb_build_object('outcome', 'too-few');
  end if;
  delete from public.event_sessions where event_id = p_event and id <> all (kept);
  delete from public.seat_pools where id = any (unwanted);

  for one in select * from jsonb_array_elements(p_sessions) loop
    update public.event_sessions
    set
      title = one ->> 'title', summary = one ->> 'summary', starts_at = (one ->> 'startsAt')::timestamptz,
      ends_at = (one ->> 'endsAt')::timestamptz, place_name = one ->> 'placeName'
    where id = (one ->> 'id')::uuid and event_id = p_event returning * into session;
    if found then
      update public.seat_pools set capacity = (one ->> 'capacity')::integer where id = session.pool_id;
      perform private.announce_session_seats(array(select id from private.promote_waiting(session.pool_id)));
    else
      insert into public.seat_pools (capacity, queue_rule, promotes_until)
      select (one ->> 'capacity')::integer, seats.queue_rule, seats.promotes_until
      from public.seat_pools seats where seats.id = invitation.pool_id returning id into pool;
      insert into public.event_sessions (event_id, pool_id, title, summary, starts_at, ends_at, place_name)
      values (
        p_event, pool, one ->> 'title', one ->> 'summary', (one ->> 'startsAt')::timestamptz,
        (one ->> 'endsAt')::timestamptz, one ->> 'placeName'
      );
    end if;
  end loop;
  update public.events set updated_at = now() where id = p_event;
  return jsonb_build_object('outcome', 'saved');
end
$$;

-- Writes to guests and returns how many mails that makes. p_message is made up by the page, so that a form
-- sent twice is one message; the second time it returns null.
create function private.write_to_guests(p_event uuid, p_audience text, p_body text, p_message uuid) returns integer
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  asks uuid := private.event_staff();
begin
  perform private.lock_pool((select pool_id from public.events where id = p_event));
  insert into public.event_messages (id, event_id, audience, body, staff_id, staff_name)
  values (p_message, p_event, p_audience, p_body, asks, private.name_of_staff(asks))
  on conflict (id) do nothing;
  if not found then
    return null;
  end if;
  perform private.log_event(p_event, null, 'wrote');
  return private.tell_guests(p_event, 'event-message', p_audience, null, p_message);
end
$$;

create function private.remove_guest(p_rsvp uuid, p_reason text) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  mine public.rsvps;
begin
  perform private.event_staff();
  mine := private.lock_rsvp(p_rsvp);
  if mine.id is null or mine.cancelled_at is not null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  perform private.give_back(p_rsvp, 'staff');
  perform private.tell('rsvp-removed', p_rsvp);
  perform private.log_event(mine.event_id, p_rsvp, 'removed', p_reason);
  return jsonb_build_object('outcome', 'removed');
end
$$;

-- Whether nobody is waited for any more: called off, or past.
create function private.is_over(p_event uuid) returns boolean
language sql stable
set search_path = ''
as $$
  select event.status <> 'published' or event.ends_at <= now() from public.events event where event.id = p_event
$$;

-- Gives a seat out of turn. Only if there is room: nobody loses a yes for it.
create function private.seat_by_hand(p_rsvp uuid, p_reason text) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  mine public.rsvps;
  place public.places;
  seats public.seat_pools;
begin
  perform private.event_staff();
  mine := private.lock_rsvp(p_rsvp);
  select * into place from public.places where id = mine.place_id;
  if mine.id is null or mine.cancelled_at is not null or place.status <> 'waiting' or private.is_over(mine.event_id) then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  select * into seats from public.seat_pools where id = place.pool_id;
  if seats.seats_taken + place.party_size > seats.capacity then
    return jsonb_build_object('outcome', 'no-room');
  end if;
  update public.places set status = 'held', changed_at = now() where id = place.id;
  perform private.announce_promotions(array[place.id]);
  perform private.log_event(mine.event_id, p_rsvp, 'seated', p_reason);
  return jsonb_build_object('outcome', 'seated');
end
$$;

-- Takes an answer that was held back for a look: a seat, or the end of the line.
create function private.accept_asked(p_rsvp uuid) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  mine public.rsvps;
  place public.places;
begin
  perform private.event_staff();
  mine := private.lock_rsvp(p_rsvp);
  select * into place from public.places where id = mine.place_id;
  if mine.id is null or mine.cancelled_at is not null or place.status <> 'asked' or private.is_over(mine.event_id) then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  update public.rsvps set place_id = private.place_for(place.pool_id, place.party_size, false), held_back = false
  where id = p_rsvp;
  delete from public.places where id = place.id;
  perform private.join_sessions(p_rsvp);
  perform private.tell('rsvp-' || (private.rsvp_standing(p_rsvp) ->> 'status'), p_rsvp);
  perform private.log_event(mine.event_id, p_rsvp, 'accepted');
  return private.rsvp_standing(p_rsvp) || '{"outcome": "accepted"}';
end
$$;

-- Says that so many of a party have come, at the door or a little later from a device that had no signal;
-- 0 takes it back, and a walk-in taken back gives the seat back. p_was is how many the device knew of: where
-- another device was faster nothing changes, and the same press sent twice is one. Returns { outcome, count }
-- with outcome 'arrived', 'taken-back', 'already' (another device), 'not-going' or 'unknown'.
create function private.check_in(p_rsvp uuid, p_count integer, p_at timestamptz, p_was integer) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  mine public.rsvps;
  here integer;
begin
  perform private.event_staff();
  mine := private.lock_rsvp(p_rsvp);
  here := coalesce(mine.arrived_count, 0);
  if mine.id is null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  if p_count <> here and p_was is not null and p_was <> here then
    return jsonb_build_object('outcome', 'already', 'count', here);
  end if;
  if p_count > 0 and (mine.cancelled_at is not null or not exists (
    select from public.places where id = mine.place_id and status = 'held'
  )) then
    return jsonb_build_object('outcome', 'not-going', 'count', here);
  end if;
  if p_count <> here then
    update public.rsvps
    set
      arrived_at = case when p_count > 0 then coalesce(arrived_at, least(p_at, now())) end,
      arrived_count = nullif(p_count, 0), confirm_by = null, updated_at = now()
    where id = p_rsvp;
    perform private.log_event(mine.event_id, p_rsvp, case when p_count > 0 then 'arrived' else 'arrival-taken-back' end);
    if p_count = 0 and mine.walk_in then
      perform private.give_back(p_rsvp, 'staff');
    end if;
  end if;
  return jsonb_build_object('outcome', case when p_count > 0 then 'arrived' else 'taken-back' end, 'count', p_count);
end
$$;

-- Somebody who comes without an answer: a name to call them by, and a seat if there is one. p_rsvp is made
-- up by the device, so that what it sends twice is one person. Returns { outcome } 'arrived', 'no-room',
-- 'already' (taken back since) or 'unknown'.
create function private.walk_in(p_event uuid, p_rsvp uuid, p_name text, p_party integer, p_at timestamptz) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  invitation public.events;
  known public.rsvps;
  place public.places;
begin
  perform private.event_staff();
  select * into invitation from public.events where id = p_event and status = 'published';
  if not found then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  perform private.lock_pool(invitation.pool_id);
  select * into known from public.rsvps where id = p_rsvp;
  if found then
    return jsonb_build_object('outcome', case
      when not known.walk_in or known.event_id <> p_event then 'unknown'
      when known.cancelled_at is null then 'arrived'
      else 'already'
    end);
  end if;
  -- a strict line is passed by nobody, until the cut-off ends it
  if (
    select seats.seats_taken + p_party > seats.capacity
      or (seats.queue_rule = 'strict' and seats.parties_waiting > 0 and now() < seats.promotes_until)
    from public.seat_pools seats where seats.id = invitation.pool_id
  ) then
    return jsonb_build_object('outcome', 'no-room');
  end if;
  insert into public.places (pool_id, party_size, status) values (invitation.pool_id, p_party, 'held') returning * into place;
  insert into public.rsvps (id, event_id, place_id, name, walk_in, attends, arrived_at, arrived_count)
  values (
    p_rsvp, p_event, place.id, p_name, true,
    case when invitation.format = 'hybrid' then 'in-person' end, least(p_at, now()), p_party
  );
  perform private.log_event(p_event, p_rsvp, 'walked-in');
  return jsonb_build_object('outcome', 'arrived');
end
$$;

-- Tries a mail once more that could not be delivered, when somebody has mended why.
create function private.retry_mail(p_mail uuid) returns boolean
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  about uuid;
begin
  perform private.event_staff();
  update public.outbox set status = 'queued', attempts = 0, due_at = now(), claimed_at = null, finished_at = null
  where id = p_mail and status in ('failed', 'unknown') and rsvp_id is not null returning rsvp_id into about;
  if about is not null then
    perform private.log_event((select event_id from public.rsvps where id = about), about, 'mail-retried');
  end if;
  return about is not null;
end
$$;

-- The dates of a series that staff open by hand, before the daily run does.
create function private.open_series_date(p_like uuid, p_slug text, p_on date, p_starts_at timestamptz) returns uuid
language plpgsql volatile security definer
set search_path = ''
as $$
begin
  perform private.event_staff();
  return public.add_series_date(p_like, p_slug, p_on, p_starts_at);
end
$$;


-- Of each event: answers that stand, those that can be told by mail, those held back for a look, and the
-- people who came (null when nobody was checked in). As the person who asks: nothing for other roles.
create function public.event_figures(p_events uuid[])
returns table (event_id uuid, replies integer, by_mail integer, asked integer, arrived integer)
language sql stable
set search_path = ''
as $$
  select
    event.id,
    (count(rsvp.id) filter (where rsvp.cancelled_at is null))::integer,
    (count(rsvp.email) filter (where rsvp.cancelled_at is null))::integer,
    (count(*) filter (where rsvp.cancelled_at is null and place.status = 'asked'))::integer,
    coalesce(sum(rsvp.arrived_count)::integer, counted.arrived)
  from public.events event
  left join public.event_counts counted on counted.event_id = event.id
  left join public.rsvps rsvp on rsvp.event_id = event.id
  left join public.places place on place.id = rsvp.place_id
  where event.id = any (p_events)
  group by event.id, counted.arrived
$$;
revoke all on function public.event_figures(uuid[]) from public, anon, authenticated;
grant execute on function public.event_figures(uuid[]) to authenticated, service_role;


-- What the API shows of them, for staff who are signed in. -------------------------------------------

create function public.add_event(p_event jsonb, p_private jsonb default '{}') returns uuid
language sql volatile set search_path = ''
as $$ select private.add_event(p_event, p_private) $$;

create function public.change_event(p_event uuid, p_fields jsonb, p_private jsonb default null, p_tell boolean default true)
returns jsonb
language sql volatile set search_path = ''
as $$ select private.change_event(p_event, p_fields, p_private, p_tell) $$;

create function public.call_off_event(p_event uuid, p_note text default null) returns jsonb
language sql volatile set search_path = ''
as $$ select private.call_off_event(p_event, p_note) $$;

create function public.affected_by_capacity(p_event uuid, p_capacity integer, p_online boolean default false)
returns table (rsvp uuid, name text, party_size integer)
language sql stable set search_path = ''
as $$ select * from private.affected_by_capacity(p_event, p_capacity, p_online) $$;

drop function public.set_event_capacity(uuid, integer);
create function public.set_event_capacity(
  p_event uuid, p_capacity integer, p_online boolean default false, p_move uuid[] default '{}'
) returns integer
language sql volatile set search_path = ''
as $$ select private.set_event_capacity(p_event, p_capacity, p_online, p_move) $$;

create function public.save_event_sessions(p_event uuid, p_sessions jsonb) returns jsonb
language sql volatile set search_path = ''
as $$ select private.save_event_sessions(p_event, p_sessions) $$;

create function public.write_to_guests(
  p_event uuid, p_audience text, p_body text, p_message uuid default gen_random_uuid()
) returns integer
language sql volatile set search_path = ''
as $$ select private.write_to_guests(p_event, p_audience, p_body, p_message) $$;

create function public.remove_guest(p_rsvp uuid, p_reason text default null) returns jsonb
language sql volatile set search_path = ''
as $$ select private.remove_guest(p_rsvp, p_reason) $$;

create function public.seat_by_hand(p_rsvp uuid, p_reason text) returns jsonb
language sql volatile set search_path = ''
as $$ select private.seat_by_hand(p_rsvp, p_reason) $$;

create function public.accept_asked(p_rsvp uuid) returns jsonb
language sql volatile set search_path = ''
as $$ select private.accept_asked(p_rsvp) $$;

create function public.check_in(
  p_rsvp uuid, p_count integer, p_at timestamptz default now(), p_was integer default null
) returns jsonb
language sql volatile set search_path = ''
as $$ select private.check_in(p_rsvp, p_count, p_at, p_was) $$;

create function public.walk_in(
  p_event uuid, p_rsvp uuid, p_name text, p_party integer default 1, p_at timestamptz default now()
) returns jsonb
language sql volatile set search_path = ''
as $$ select private.walk_in(p_event, p_rsvp, p_name, p_party, p_at) $$;

create function public.retry_mail(p_mail uuid) returns boolean
language sql volatile set search_path = ''
as $$ select private.retry_mail(p_mail) $$;

create function public.open_series_date(p_like uuid, p_slug text, p_on date, p_starts_at timestamptz) returns uuid
language sql volatile set search_path = ''
as $$ select private.open_series_date(p_like, p_slug, p_on, p_starts_at) $$;

revoke all on function private.event_staff() from public;
revoke all on function private.is_over(uuid) from public;
revoke all on function private.name_of_staff(uuid) from public;
revoke all on function private.log_event(uuid, uuid, text, text) from public;
revoke all on function private.tell_guests(uuid, text, text, uuid, uuid) from public;
revoke all on function private.add_event(jsonb, jsonb) from public;
revoke all on function private.change_event(uuid, jsonb, jsonb, boolean) from public;
revoke all on function private.call_off_event(uuid, text) from public;
revoke all on function private.affected_by_capacity(uuid, integer, boolean) from public;
revoke all on function private.set_event_capacity(uuid, integer, boolean, uuid[]) from public;
revoke all on function private.save_event_sessions(uuid, jsonb) from public;
revoke all on function private.write_to_guests(uuid, text, text, uuid) from public;
revoke all on function private.remove_guest(uuid, text) from public;
revoke all on function private.seat_by_hand(uuid, text) from public;
revoke all on function private.accept_asked(uuid) from public;
revoke all on function private.check_in(uuid, integer, timestamptz, integer) from public;
revoke all on function private.walk_in(uuid, uuid, text, integer, timestamptz) from public;
revoke all on function private.retry_mail(uuid) from public;
revoke all on function private.open_series_date(uuid, text, date, timestamptz) from public;
revoke all on function public.add_event(jsonb, jsonb) from public, anon, authenticated;
revoke all on function public.change_event(uuid, jsonb, jsonb, boolean) from public, anon, authenticated;
revoke all on function public.call_off_event(uuid, text) from public, anon, authenticated;
revoke all on function public.affected_by_capacity(uuid, integer, boolean) from public, anon, authenticated;
revoke all on function public.set_event_capacity(uuid, integer, boolean, uuid[]) from public, anon, authenticated;
revoke all on function public.save_event_sessions(uuid, jsonb) from public, anon, authenticated;
revoke all on function public.write_to_guests(uuid, text, text, uuid) from public, anon, authenticated;
revoke all on function public.remove_guest(uuid, text) from public, anon, authenticated;
revoke all on function public.seat_by_hand(uuid, text) from public, anon, authenticated;
revoke all on function public.accept_asked(uuid) from public, anon, authenticated;
revoke all on function public.check_in(uuid, integer, timestamptz, integer) from public, anon, authenticated;
revoke all on function public.walk_in(uuid, uuid, text, integer, timestamptz) from public, anon, authenticated;
revoke all on function public.retry_mail(uuid) from public, anon, authenticated;
revoke all on function public.open_series_date(uuid, text, date, timestamptz) from public, anon, authenticated;
grant execute on function private.event_staff() to service_role;
grant execute on function private.is_over(uuid) to service_role;
grant execute on function private.name_of_staff(uuid) to service_role;
grant execute on function private.log_event(uuid, uuid, text, text) to service_role;
grant execute on function private.tell_guests(uuid, text, text, uuid, uuid) to service_role;
grant execute on function private.add_event(jsonb, jsonb) to authenticated, service_role;
grant execute on function private.change_event(uuid, jsonb, jsonb, boolean) to authenticated, service_role;
grant execute on function private.call_off_event(uuid, text) to authenticated, service_role;
grant execute on function private.affected_by_capacity(uuid, integer, boolean) to authenticated, service_role;
grant execute on function private.set_event_capacity(uuid, integer, boolean, uuid[]) to authenticated, service_role;
grant execute on function private.save_event_sessions(uuid, jsonb) to authenticated, service_role;
grant execute on function private.write_to_guests(uuid, text, text, uuid) to authenticated, service_role;
grant execute on function private.remove_guest(uuid, text) to authenticated, service_role;
grant execute on function private.seat_by_hand(uuid, text) to authenticated, service_role;
grant execute on function private.accept_asked(uuid) to authenticated, service_role;
grant execute on function private.check_in(uuid, integer, timestamptz, integer) to authenticated, service_role;
grant execute on function private.walk_in(uuid, uuid, text, integer, timestamptz) to authenticated, service_role;
grant execute on function private.retry_mail(uuid) to authenticated, service_role;
grant execute on function private.open_series_date(uuid, text, date, timestamptz) to authenticated, service_role;
grant execute on function public.add_event(jsonb, jsonb) to authenticated, service_role;
grant execute on function public.change_event(uuid, jsonb, jsonb, boolean) to authenticated, service_role;
grant execute on function public.call_off_event(uuid, text) to authenticated, service_role;
grant execute on function public.affected_by_capacity(uuid, integer, boolean) to authenticated, service_role;
grant execute on function public.set_event_capacity(uuid, integer, boolean, uuid[]) to authenticated, service_role;
grant execute on function public.save_event_sessions(uuid, jsonb) to authenticated, service_role;
grant execute on function public.write_to_guests(uuid, text, text, uuid) to authenticated, service_role;
grant execute on function public.remove_guest(uuid, text) to authenticated, service_role;
grant execute on function public.seat_by_hand(uuid, text) to authenticated, service_role;
grant execute on function public.accept_asked(uuid) to authenticated, service_role;
grant execute on function public.check_in(uuid, integer, timestamptz, integer) to authenticated, service_role;
grant execute on function public.walk_in(uuid, uuid, text, integer, timestamptz) to authenticated, service_role;
grant execute on function public.retry_mail(uuid) to authenticated, service_role;
grant execute on function public.open_series_date(uuid, text, date, timestamptz) to authenticated, service_role;
