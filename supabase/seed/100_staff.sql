-- The demo organisation's staff. Sign-in codes arrive in the local mail catcher.
with person (name, role) as (
  values ('admin', 'admin'), ('coordinator', 'coordinator'), ('clinician', 'clinician'), ('editor', 'editor')
), account as (
  insert into auth.users (id, aud, role, email, email_confirmed_at, created_at, updated_at)
  select gen_random_uuid(), 'authenticated', 'authenticated', name || '@juniperhollow.example', now(), now(), now()
  from person
  where not exists (select from public.staff)
  returning id, email
)
insert into public.staff (user_id, email, display_name, role)
select account.id, account.email, initcap(person.name), person.role
from account join person on account.email = person.name || '@juniperhollow.example';
