-- Consents by 42 CFR Part 2 (§ 2.31): the program may tell somebody else something, because the person said so
-- in writing. Each required element is a column of its own, and one that is missing cannot be saved. What
-- names a person is sealed as in sign_ups (subject: the consent's own id and the column).

-- The words people signed, once and for all: a signed text is never changed, a new wording is a new version.
create table public.consent_texts (
  version text not null check (version ~ '^[0-9]{4}-[0-9]{2}(\.[0-9]+)?$'),
  scope text not null check (scope in ('general', 'legal-proceedings', 'counseling-notes')),
  language text not null check (language in ('en', 'es')),
  body text not null check (length(body) between 200 and 20000),
  -- SHA-256 of the body in UTF-8, in hex
  body_hash text not null,
  created_at timestamptz not null default now(),
  primary key (version, scope, language),
  -- what a consent refers to, so that it cannot name one text and carry the hash of another
  unique (version, scope, language, body_hash),
  constraint consent_texts_hash_is_of_the_body check (body_hash = encode(sha256(convert_to(body, 'UTF8')), 'hex'))
);
revoke all on public.consent_texts from anon, authenticated, service_role;
grant select on public.consent_texts to authenticated;
grant select, insert on public.consent_texts to service_role;
alter table public.consent_texts enable row level security;
create policy "Clinicians and admins read what was signed"
  on public.consent_texts for select to authenticated
  using ((select private.staff_role()) in ('clinician', 'admin'));

create table public.consents (
  id uuid primary key,
  -- null when the person had the rest deleted: the record of a disclosure's permission stays
  sign_up_id uuid references public.sign_ups (id) on delete set null,

  -- (a)(1) the name of the patient
  patient_name text not null,
  -- (a)(2) who may tell: this program, or a class of its people
  discloser text not null check (length(btrim(discloser)) between 3 and 200),
  -- (a)(3) what may be told, "in a specific and meaningful fashion"
  information text[] not null,
  -- (a)(4) to whom
  recipient_kind text not null check (recipient_kind in ('provider', 'family', 'employer', 'school', 'court', 'other')),
  recipient text not null,
  -- (a)(4)(iii) what a covered entity may do further, in the words the person read
  redisclosure text check (length(btrim(redisclosure)) between 20 and 2000),
  -- (a)(5) what for
  purpose text not null check (purpose in (
    'my-care', 'support-at-home', 'work-or-school', 'legal-matter', 'at-my-request'
  )),
  -- (a)(6) the right to revoke, how, and the exception
  revocation text not null check (length(btrim(revocation)) between 20 and 2000),
  -- (a)(7) the last day on which it stands
  expires_on date not null,
  -- (a)(8) the signature: the name as typed
  signature text not null,
  -- (a)(9) when it was signed, and which day that was where the program is
  signed_at timestamptz not null,
  signed_on date not null,
  -- whose days the dates are
  time_zone text not null default 'UTC',

  -- § 2.31(b), (d): notes of counseling and legal proceedings have consents of their own
  scope text not null,
  text_version text not null,
  language text not null,
  text_hash text not null,

  key_id text not null check (length(key_id) between 1 and 60),
  revoked_at timestamptz,
  created_at timestamptz not null default now(),

  constraint consents_text_is_the_one_signed foreign key (text_version, scope, language, text_hash)
    references public.consent_texts (version, scope, language, body_hash),
  -- four characters hold three bytes: "" sealed is shorter, so a blank is refused under its seal too
  constraint consents_names_are_sealed check (
    patient_name ~ '^[A-Za-z0-9_-]{40,}\.\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]{22}$'
    and recipient ~ '^[A-Za-z0-9_-]{40,}\.\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]{22}$'
    and signature ~ '^[A-Za-z0-9_-]{40,}\.\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]{22}$'
    and length(patient_name) <= 2000 and length(recipient) <= 4000 and length(signature) <= 2000
  ),
  constraint consents_information_is_specific check (
    cardinality(information) between 1 and 6 and (
      (scope = 'counseling-notes' and information = array['counseling-notes'])
      or (scope <> 'counseling-notes' and information <@ array[
        'that-i-took-part', 'dates', 'level-of-care', 'attendance', 'progress', 'aftercare-plan'
      ])
    )
  ),
  constraint consents_legal_matters_apart check (
    (scope = 'legal-proceedings') = (purpose = 'legal-matter')
    and (recipient_kind <> 'court' or scope = 'legal-proceedings')
  ),
  constraint consents_end check (expires_on > signed_on and expires_on <= signed_on + 366),
  constraint consents_signed_when_made check (
    signed_at <= created_at + interval '1 minute' and signed_on = (signed_at at time zone time_zone)::date
  ),
  constraint consents_revoked_after_signing check (revoked_at >= signed_at),
  -- "other" may be an insurer, which HIPAA covers as it does a provider
  constraint consents_providers_hear_of_redisclosure check (
    recipient_kind not in ('provider', 'other') or redisclosure is not null
  )
);
create index consents_sign_up on public.consents (sign_up_id);
create index consents_text on public.consents (text_version, scope, language, text_hash);
create index consents_keys on public.consents (key_id);
revoke all on public.consents from anon, authenticated;
grant select (
  id, sign_up_id, recipient_kind, purpose, information, expires_on, signed_at, signed_on, time_zone, scope,
  text_version, language, revoked_at, key_id
) on public.consents to authenticated;
grant select, insert, update, delete on public.consents to service_role;
alter table public.consents enable row level security;
create policy "Clinicians and admins see which consents there are"
  on public.consents for select to authenticated
  using ((select private.staff_role()) in ('clinician', 'admin'));

-- Only the end of a consent and the keys of what is sealed ever change; and the sign-up may go, not become another.
create function private.consents_stand() returns trigger
language plpgsql volatile
set search_path = ''
as $$
begin
  if (to_jsonb(new) - array['revoked_at', 'sign_up_id', 'patient_name', 'recipient', 'signature', 'key_id'])
    <> (to_jsonb(old) - array['revoked_at', 'sign_up_id', 'patient_name', 'recipient', 'signature', 'key_id'])
    or (new.sign_up_id is not null and new.sign_up_id is distinct from old.sign_up_id)
    or (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at)
    or (new.key_id = old.key_id and (new.patient_name, new.recipient, new.signature) <> (old.patient_name, old.recipient, old.signature)) then
    raise exception 'A signed consent is not changed' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
revoke all on function private.consents_stand() from public;
create trigger consents_stand
  before update on public.consents
  for each row execute function private.consents_stand();

-- Whether one may be acted on, by 42 CFR 2.31(c): not taken back, and its last day is not over where it was signed.
create function private.consent_stands(p_revoked_at timestamptz, p_expires_on date, p_time_zone text) returns boolean
language sql stable
set search_path = ''
as $$ select p_revoked_at is null and p_expires_on >= (now() at time zone p_time_zone)::date $$;

-- Takes a signed consent. p_consent: id, signUp, patientName, discloser, information, recipientKind, recipient,
-- redisclosure, purpose, revocation, expiresOn, timeZone, signature, scope, textVersion, language, keyId. The day
-- of signing is today in that zone, the hash is that of the stored text. Returns { outcome } 'signed', 'repeat'
-- (the same id of the same sign-up again) or 'unknown' (no such sign-up, or it was withdrawn). A deficient one
-- fails its CHECK (23514).
create function public.sign_consent(p_consent jsonb) returns jsonb
language plpgsql volatile
set search_path = ''
as $$
begin
  -- first the lock: the same consent sent twice at once waits here
  perform 1 from public.sign_ups where id = (p_consent ->> 'signUp')::uuid for update;
  if exists (
    select from public.consents
    where id = (p_consent ->> 'id')::uuid and sign_up_id = (p_consent ->> 'signUp')::uuid
  ) then
    return jsonb_build_object('outcome', 'repeat');
  end if;
  if not exists (
    select from public.sign_ups where id = (p_consent ->> 'signUp')::uuid and status <> 'withdrawn'
  ) then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  insert into public.consents (
    id, sign_up_id, patient_name, discloser, information, recipient_kind, recipient, redisclosure, purpose, revocation,
    expires_on, signature, signed_at, signed_on, time_zone, scope, text_version, language, text_hash, key_id
  )
  select
    (p_consent ->> 'id')::uuid, (p_consent ->> 'signUp')::uuid, p_consent ->> 'patientName', p_consent ->> 'discloser',
    array(select jsonb_array_elements_text(p_consent -> 'information')), p_consent ->> 'recipientKind',
    p_consent ->> 'recipient', p_consent ->> 'redisclosure', p_consent ->> 'purpose', p_consent ->> 'revocation',
    (p_consent ->> 'expiresOn')::date, p_consent ->> 'signature', now(), (now() at time zone dates.zone)::date, dates.zone,
    signed.scope, signed.version, signed.language, signed.body_hash, p_consent ->> 'keyId'
  from public.consent_texts signed, (select coalesce(p_consent ->> 'timeZone', 'UTC') as zone) dates
  where signed.version = p_consent ->> 'textVersion' and signed.scope = p_consent ->> 'scope'
    and signed.language = p_consent ->> 'language';
  if not found then
    raise exception 'There is no such text to sign' using errcode = 'foreign_key_violation';
  end if;
  perform private.write_down('consent-given', 'consent', (p_consent ->> 'id')::uuid);
  update public.sign_ups set transition = transition + 1 where id = (p_consent ->> 'signUp')::uuid;
  perform private.tell_signer('consent-copy', (p_consent ->> 'signUp')::uuid);
  return jsonb_build_object('outcome', 'signed');
end
$$;

-- Ends a consent on the person's word, from now on: by their own page (the service), or by a clinician or admin
-- whom they told in writing. Returns { outcome } 'revoked' (also when it was) or 'unknown'.
create function private.revoke_consent(p_consent uuid) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
begin
  perform private.intake_staff();
  update public.consents set revoked_at = now() where id = p_consent and revoked_at is null;
  if found then
    perform private.write_down('consent-revoked', 'consent', p_consent);
  end if;
  return jsonb_build_object(
    'outcome', case when exists (select from public.consents where id = p_consent) then 'revoked' else 'unknown' end
  );
end
$$;

create function public.revoke_consent(p_consent uuid) returns jsonb
language sql volatile set search_path = ''
as $$ select private.revoke_consent(p_consent) $$;

create function private.revoke_consents_of(p_sign_up uuid) returns void
language plpgsql volatile
set search_path = ''
as $$
declare
  consent uuid;
begin
  for consent in select id from public.consents where sign_up_id = p_sign_up and revoked_at is null loop
    perform public.revoke_consent(consent);
  end loop;
end
$$;

-- Everything of one consent, still sealed, with the text that was signed; null when there is none. For the
-- person's own page (the service) and for clinicians and admins, whose look is written down.
create function private.open_consent(p_consent uuid) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  asks uuid := private.intake_staff();
begin
  if asks is not null then
    perform private.write_down('consent-read', 'consent', id, null) from public.consents where id = p_consent;
  end if;
  return (
    select to_jsonb(consent) || jsonb_build_object(
      'body', signed.body,
      'stands', private.consent_stands(consent.revoked_at, consent.expires_on, consent.time_zone)
    )
    from public.consents consent
    join public.consent_texts signed on signed.version = consent.text_version
      and signed.scope = consent.scope and signed.language = consent.language
    where consent.id = p_consent
  );
end
$$;
create function public.open_consent(p_consent uuid) returns jsonb
language sql volatile set search_path = ''
as $$ select private.open_consent(p_consent) $$;

-- Forgets consents a number of days after they ended: were taken back, or their last day was over. Returns how many.
create function public.purge_consents(p_days integer) returns integer
language plpgsql volatile
set search_path = ''
as $$
declare
  purged integer;
begin
  delete from public.consents
  where least(revoked_at, (expires_on + 1)::timestamp at time zone time_zone) < now() - make_interval(days => p_days);
  get diagnostics purged = row_count;
  return purged;
end
$$;

revoke all on function public.sign_consent(jsonb) from public, anon, authenticated;
revoke all on function private.consent_stands(timestamptz, date, text) from public;
revoke all on function private.revoke_consent(uuid) from public;
revoke all on function public.revoke_consent(uuid) from public, anon, authenticated;
revoke all on function private.revoke_consents_of(uuid) from public;
revoke all on function private.open_consent(uuid) from public;
revoke all on function public.open_consent(uuid) from public, anon, authenticated;
revoke all on function public.purge_consents(integer) from public, anon, authenticated;
grant execute on function public.sign_consent(jsonb) to service_role;
grant execute on function private.consent_stands(timestamptz, date, text) to service_role;
grant execute on function private.revoke_consent(uuid) to authenticated, service_role;
grant execute on function public.revoke_consent(uuid) to authenticated, service_role;
grant execute on function private.revoke_consents_of(uuid) to service_role;
grant execute on function private.open_consent(uuid) to authenticated, service_role;
grant execute on function public.open_consent(uuid) to authenticated, service_role;
grant execute on function public.purge_consents(integer) to service_role;
