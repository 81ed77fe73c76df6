-- Answers that take alike: to a contact that has answered before, everything is done that would be done to
-- a newcomer, and undone, so that the time it takes says nothing either. See docs/decisions/019.

-- Writes an answer of nobody and the mail about it, and takes both back. The caller has locked the event.
create function private.rehearse_answer(p_event public.events, p_party integer, p_details jsonb) returns void
language plpgsql volatile
set search_path = ''
as $$
declare
  answer uuid;
begin
  answer := private.write_answer(
    p_event,
    -- an address that nobody can have
    jsonb_build_object('name', '-', 'email', gen_random_uuid() || '@invalid'),
    p_party,
    p_details
  );
  perform private.queue_rsvp_mail('rsvp-' || (private.rsvp_standing(answer) ->> 'status'), answer);
  raise exception using errcode = 'ON001', message = 'rehearsed';
exception
  when sqlstate 'ON001' then null;
end
$$;

create or replace function public.create_rsvp(
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
      perform private.rehearse_answer(one, p_party_size, p_details);
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

-- Counts one request in several buckets at once: [{ bucket, limit, window }]. Returns 0 when it is within
-- all limits, else the seconds to wait.
create or replace function public.take_rate_limits(p_limits jsonb) returns integer
language plpgsql volatile
set search_path = ''
as $$
declare
  wait integer;
begin
  with asked as (
    select bucket, "limit", "window",
      to_timestamp(floor(extract(epoch from now()) / "window") * "window") as started
    from jsonb_to_recordset(p_limits) as asked (bucket text, "limit" integer, "window" integer)
  ), counted as (
    insert into public.rate_limits as counter (bucket, window_start)
    -- always in the same order, so that nobody waits in a circle
    select bucket, started from asked order by bucket
    on conflict (bucket, window_start) do update set hits = counter.hits + 1
    returning counter.bucket, counter.hits
  )
  select max(greatest(1, ceil(extract(epoch from asked.started + make_interval(secs => asked."window") - now()))))
  into wait
  from counted join asked using (bucket)
  where counted.hits > asked."limit";
  return coalesce(wait, 0);
end
$$;

revoke all on function private.rehearse_answer(public.events, integer, jsonb) from public;
grant execute on function private.rehearse_answer(public.events, integer, jsonb) to service_role;
