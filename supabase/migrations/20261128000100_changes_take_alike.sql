-- Changes that take alike: by the link of an answer, what is done to a reply is rehearsed for an echo, and what is
-- done for an echo is rehearsed for a reply, so that the time it takes says nothing. See docs/decisions/019.

-- Does to a reply what was done to its echo, from the party the echo had, and takes it back.
create function private.rehearse_change(p_before public.rsvp_echoes, p_action text, p_party_size integer, p_children integer) returns void
language plpgsql volatile
set search_path = ''
as $$
begin
  -- as rehearse_echo has to
  insert into public.rsvp_echoes (rsvp_id, pool_id, status, party_size)
  values (p_before.rsvp_id, p_before.pool_id, p_before.status, p_before.party_size);
  if p_action = 'cancel' then
    perform public.cancel_rsvp(p_before.rsvp_id);
  else
    perform private.resize_place(place.id, p_before.party_size)
    from public.rsvps rsvp join public.places place on place.id = rsvp.place_id
    where rsvp.id = p_before.rsvp_id and place.party_size <> p_before.party_size;
    perform public.update_rsvp(
      p_before.rsvp_id, coalesce(p_party_size, p_before.party_size), null, null,
      jsonb_build_object('children', p_children)
    );
  end if;
  raise exception using errcode = 'ON001', message = 'rehearsed';
exception
  when sqlstate 'ON001' then null;
end
$$;

-- Does to an echo of a reply what is going to be done to the reply, and takes it back with the echo.
create function private.rehearse_echo(p_rsvp uuid, p_action text, p_party_size integer, p_children integer) returns void
language plpgsql volatile
set search_path = ''
as $$
declare
  echo uuid;
begin
  insert into public.rsvp_echoes (rsvp_id, pool_id, status, party_size)
  select rsvp.id, place.pool_id, 'going', place.party_size
  from public.rsvps rsvp join public.places place on place.id = rsvp.place_id where rsvp.id = p_rsvp
  returning id into echo;
  perform public.change_echo(echo, p_action, p_party_size, p_children);
  raise exception using errcode = 'ON001', message = 'rehearsed';
exception
  when sqlstate 'ON001' then null;
end
$$;

-- What somebody does by the link of an answer, who may only know the contact: 'update', 'cancel' or 'send-link', to
-- the reply or, with p_echo, to the echo of that id. Returns what update_rsvp and cancel_rsvp return.
create function public.change_answer(
  p_answer uuid,
  p_echo boolean,
  p_action text,
  p_party_size integer default null,
  p_name text default null,
  p_access_needs text default null,
  p_details jsonb default '{}'
) returns jsonb
language plpgsql volatile
set search_path = ''
as $$
declare
  echo public.rsvp_echoes;
  children integer := coalesce((p_details ->> 'children')::integer, 0);
  reply uuid := case
    when p_echo then (select rsvp_id from public.rsvp_echoes where id = p_answer) else p_answer
  end;
  answer jsonb;
begin
  if p_action = 'send-link' then
    perform public.resend_rsvp_link(reply);
    return jsonb_build_object('outcome', 'sent');
  end if;
  -- the seats, the reply, the echo: in the order of whoever changes, forgets or hands on a reply
  perform private.lock_rsvp(reply);
  if not p_echo then
    perform private.rehearse_echo(reply, p_action, p_party_size, children);
    return case
      when p_action = 'cancel' then public.cancel_rsvp(reply)
      else public.update_rsvp(reply, p_party_size, p_name, p_access_needs, p_details)
    end;
  end if;
  select * into echo from public.rsvp_echoes where id = p_answer;
  answer := public.change_echo(p_answer, p_action, p_party_size, children);
  if answer ->> 'outcome' <> 'unknown' then
    perform private.rehearse_change(echo, p_action, p_party_size, children);
  end if;
  return answer;
end
$$;

revoke all on function private.rehearse_change(public.rsvp_echoes, text, integer, integer) from public;
revoke all on function private.rehearse_echo(uuid, text, integer, integer) from public;
revoke all on function public.change_answer(uuid, boolean, text, integer, text, text, jsonb) from public, anon, authenticated;
grant execute on function private.rehearse_change(public.rsvp_echoes, text, integer, integer) to service_role;
grant execute on function private.rehearse_echo(uuid, text, integer, integer) to service_role;
grant execute on function public.change_answer(uuid, boolean, text, integer, text, text, jsonb) to service_role;
