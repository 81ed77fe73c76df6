-- Keys are changed one row at a time (npm run keys:rotate), beside a site that goes on working.

-- Puts what is sealed of one sign-up under another key, when it is still what was read: p_before and p_after
-- are { sealed, reply } (reply null when there is none). False when somebody changed it meanwhile, or when it
-- is gone; nothing happened then.
create function public.rotate_sign_up(p_sign_up uuid, p_before jsonb, p_after jsonb, p_key_id text) returns boolean
language plpgsql volatile
set search_path = ''
as $$
begin
  update public.sign_ups
  set sealed = p_after ->> 'sealed', reply = p_after ->> 'reply', key_id = p_key_id
  where id = p_sign_up and sealed = p_before ->> 'sealed' and reply is not distinct from p_before ->> 'reply';
  return found;
end
$$;
revoke all on function public.rotate_sign_up(uuid, jsonb, jsonb, text) from public, anon, authenticated;
grant execute on function public.rotate_sign_up(uuid, jsonb, jsonb, text) to service_role;
