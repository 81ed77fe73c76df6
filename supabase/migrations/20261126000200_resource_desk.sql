-- The desk where resources are written: a draft beside what is published, the way from author to reviewer to
-- the site, every version kept, files that go with a text. Staff write through functions alone; each asks who
-- is there, and each says when somebody else was faster.

alter table public.resources drop constraint resources_status_check;
alter table public.resources drop constraint resources_published_has_a_date;
drop index public.resources_topic;
alter table public.resources
  -- what it is made from: content asks for other things in each
  add column kind text not null default 'guide' check (kind in ('announcement', 'guide', 'services', 'worksheet')),
  add column topics text[] not null default '{}',
  add column audience text not null default 'everyone'
    check (audience in ('everyone', 'first-weeks', 'alumni', 'families')),
  -- local services: [{ name, what, whoFor, cost, phone, hours, address, link, checkedOn }]
  add column services jsonb not null default '[]'
    check (jsonb_typeof(services) = 'array' and jsonb_array_length(services) <= 60 and length(services::text) <= 120000),
  -- where it is from: [{ label, url }]
  add column links jsonb not null default '[]'
    check (jsonb_typeof(links) = 'array' and jsonb_array_length(links) <= 20 and length(links::text) <= 20000),
  -- the same text in the other language has the same
  add column pair_id uuid,
  add column author_id uuid references public.staff (user_id) on delete set null,
  add column author_name text check (length(author_name) <= 100),
  add column reviewer_name text check (length(reviewer_name) <= 100),
  add column reviewed_at timestamptz,
  -- the words being worked on, as staff typed them; null when they are those that are published
  add column draft jsonb check (jsonb_typeof(draft) = 'object' and length(draft::text) <= 200000),
  -- counts every change of the draft or of where it stands: what somebody saw is named by it
  add column version integer not null default 1,
  add column changed_by_name text check (length(changed_by_name) <= 100),
  add column changed_at timestamptz not null default now(),
  -- an author asks for a second look; sent back with a note
  add column review text check (review in ('asked', 'sent-back')),
  add column review_note text check (length(review_note) between 1 and 1000),
  -- who asked, or who sent it back: others may save the draft while it waits
  add column review_from text check (length(review_from) <= 100),
  -- the draft goes out at this moment
  add column publish_at timestamptz,
  -- the published text leaves the site at this moment
  add column expires_at timestamptz,
  add column archived_at timestamptz,
  -- where its address leads when it is gone, by name in the address
  add column replaced_by text references public.resources (slug) on update cascade on delete set null,
  -- part of each link that shows the draft; a new one ends them all
  add column preview_key uuid not null default gen_random_uuid();
update public.resources set topics = array[topic];
alter table public.resources drop column topic;
alter table public.resources
  alter column slug drop not null, alter column title drop not null,
  alter column summary drop not null, alter column body drop not null,
  add constraint resources_status_check check (status in ('draft', 'published', 'archived')),
  add constraint resources_topics_are_known check (
    topics <@ array['housing', 'work', 'money', 'health', 'family', 'legal', 'community'] and cardinality(topics) <= 3
  ),
  add constraint resources_published_is_whole check (
    status = 'draft' or (
      num_nonnulls(slug, title, summary, body, published_at) = 5 and cardinality(topics) >= 1
    )
  ),
  add constraint resources_draft_is_written check (status <> 'draft' or draft is not null),
  add constraint resources_one_of_a_language unique (pair_id, language);
create index resources_topics on public.resources using gin (topics);
create index resources_author on public.resources (author_id);
create index resources_replaced_by on public.resources (replaced_by);
create index resources_due on public.resources (publish_at) where publish_at is not null;
create index resources_expire on public.resources (expires_at) where expires_at is not null;

-- Touched by a change of what the site shows, not by a draft that somebody types.
drop trigger resources_are_touched on public.resources;
create trigger resources_are_touched
  before update on public.resources
  for each row when (
    (old.status, old.slug, old.title, old.summary, old.body, old.kind, old.topics, old.audience, old.language, old.services,
      old.links, old.pair_id, old.review_by, old.expires_at, old.replaced_by)
    is distinct from
    (new.status, new.slug, new.title, new.summary, new.body, new.kind, new.topics, new.audience, new.language, new.services,
      new.links, new.pair_id, new.review_by, new.expires_at, new.replaced_by)
  )
  execute function private.touch();

revoke insert, update, delete on public.resources from authenticated;
revoke select on public.resources from anon;
-- what a page of the site shows, and nothing of who works on what
grant select (
  id, slug, title, summary, body, kind, topics, audience, language, services, links, pair_id, status, published_at,
  review_by, expires_at, updated_at
) on public.resources to anon;
drop policy "Anybody reads published resources" on public.resources;
drop policy "Signed-in people read published resources, and staff also drafts" on public.resources;
drop policy "Editors, coordinators and admins write resources" on public.resources;
drop policy "Editors, coordinators and admins change resources" on public.resources;
drop policy "Editors, coordinators and admins delete resources" on public.resources;
create policy "Anybody reads what is published"
  on public.resources for select to anon
  using (status = 'published' and (expires_at is null or expires_at > now()));
create policy "Staff read all of it"
  on public.resources for select to authenticated
  using ((select private.staff_role()) is not null);


-- The addresses that were on the site once, and where each leads now: all that a visitor learns of what is gone.
create table public.gone_addresses (
  slug text primary key,
  replaced_by text
);
revoke all on public.gone_addresses from anon, authenticated;
grant select on public.gone_addresses to anon, authenticated;
grant select, insert, update, delete on public.gone_addresses to service_role;
alter table public.gone_addresses enable row level security;
create policy "Everybody learns what is gone"
  on public.gone_addresses for select to anon, authenticated
  using (true);

create function private.follow_address() returns trigger
language plpgsql volatile security definer
set search_path = ''
as $$
begin
  if new.slug is null or new.published_at is null then
    return null;
  end if;
  if new.status = 'published' then
    delete from public.gone_addresses where slug = new.slug;
  else
    insert into public.gone_addresses (slug, replaced_by) values (new.slug, new.replaced_by)
    on conflict (slug) do update set replaced_by = excluded.replaced_by;
  end if;
  return null;
end
$$;
revoke all on function private.follow_address() from public;
create trigger addresses_of_resources_are_followed
  after insert or update of slug, status, replaced_by on public.resources
  for each row execute function private.follow_address();


-- Every version that somebody saved, sent or published, with who it was. Written by functions alone.
create table public.resource_versions (
  id bigint generated always as identity primary key,
  resource_id uuid not null references public.resources (id) on delete cascade,
  number integer not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  what text not null check (what in ('saved', 'published', 'restored')),
  staff_id uuid references public.staff (user_id) on delete set null,
  staff_name text check (length(staff_name) <= 100),
  at timestamptz not null default now(),
  unique (resource_id, number)
);
create index resource_versions_staff on public.resource_versions (staff_id);
revoke all on public.resource_versions from anon, authenticated;
grant select on public.resource_versions to authenticated;
grant select, insert, update, delete on public.resource_versions to service_role;
alter table public.resource_versions enable row level security;
create policy "Staff read what was there before"
  on public.resource_versions for select to authenticated
  using ((select private.staff_role()) is not null);


-- Files that go with a resource. The file itself lies in Storage under `path`, in the bucket "attachments".
create table public.attachments (
  id uuid primary key default gen_random_uuid(),
  resource_id uuid not null references public.resources (id) on delete cascade,
  -- what a visitor saves it as, with its ending
  file_name text not null check (file_name ~ '^[A-Za-z0-9][A-Za-z0-9._-]*\.(pdf|docx|png|jpg|webp)$' and length(file_name) <= 80),
  -- what it is, in words
  label text not null check (length(label) between 1 and 120),
  type text not null check (type in (
    'application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'image/png', 'image/jpeg', 'image/webp'
  )),
  size integer not null check (size between 1 and 5242880),
  -- of an image, in pixels
  width integer check (width between 1 and 2400),
  height integer check (height between 1 and 2400),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  path text not null unique,
  sort integer not null default 0,
  added_by_name text check (length(added_by_name) <= 100),
  created_at timestamptz not null default now(),
  -- since when it goes with what is published; null while it waits for somebody who publishes
  shown_at timestamptz,
  unique (resource_id, sha256),
  constraint attachments_lie_in_their_own_place check (path = resource_id::text || '/' || id::text),
  constraint attachments_images_have_a_size check (
    num_nonnulls(width, height) = case when type like 'image/%' then 2 else 0 end
  )
);
create index attachments_resource on public.attachments (resource_id, sort);
revoke all on public.attachments from anon, authenticated;
grant select (id, resource_id, file_name, label, type, size, width, height, sha256, path, sort) on public.attachments to anon;
grant select on public.attachments to authenticated;
grant select, insert, update, delete on public.attachments to service_role;
alter table public.attachments enable row level security;
create policy "Anybody reads the files of what is published"
  on public.attachments for select to anon
  using (shown_at is not null and exists (
    select from public.resources resource
    where resource.id = resource_id and resource.status = 'published'
      and (resource.expires_at is null or resource.expires_at > now())
  ));
create policy "Staff read all files"
  on public.attachments for select to authenticated
  using ((select private.staff_role()) is not null);


-- Who writes, and who says that it may be read. Each refuses everybody else (42501).
create function private.writing_staff() returns uuid
language sql stable
set search_path = ''
as $$ select private.staff_among('{editor,coordinator,clinician,admin}') $$;
create function private.publishing_staff() returns uuid
language sql stable
set search_path = ''
as $$ select private.staff_among('{coordinator,clinician,admin}') $$;

-- Keeps the words of a resource as a version. A number of its own for each change that is worth going back to.
create function private.keep_version(p_resource public.resources, p_content jsonb, p_what text) returns void
language sql volatile
set search_path = ''
as $$
  insert into public.resource_versions (resource_id, number, content, what, staff_id, staff_name)
  select p_resource.id, p_resource.version, p_content, p_what, asks.id, private.name_of_staff(asks.id)
  from (select user_id as id from public.staff where user_id = (select auth.uid())) asks
  right join (values (true)) as always (is_true) on true
  on conflict (resource_id, number) do update set content = excluded.content, what = excluded.what
$$;

-- What is published of a resource, in the form of a draft.
create function private.published_words(p_resource public.resources) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'title', p_resource.title, 'summary', p_resource.summary, 'body', p_resource.body, 'kind', p_resource.kind,
    'topics', to_jsonb(p_resource.topics), 'audience', p_resource.audience, 'language', p_resource.language,
    'services', p_resource.services, 'links', p_resource.links, 'reviewBy', p_resource.review_by
  )
$$;

-- Locks a resource for whoever asks. Null id: there is none.
create function private.lock_resource(p_resource uuid) returns public.resources
language sql volatile
set search_path = ''
as $$ select * from public.resources where id = p_resource for update $$;

create function private.changed_meanwhile(p_resource public.resources) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'outcome', 'changed-meanwhile', 'version', p_resource.version, 'by', p_resource.changed_by_name,
    'at', p_resource.changed_at
  )
$$;

-- Begins a resource. p_id is the form's own: the same form sent twice is one resource. p_pair: the one it is
-- the other language of. Returns { outcome, id, version } with outcome 'created' or 'same', or 'unknown' (no
-- such pair) or 'paired' (the pair has this language already).
create function private.create_resource(p_id uuid, p_draft jsonb, p_pair uuid) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  asks uuid := private.writing_staff();
  other public.resources;
  mine public.resources;
begin
  select * into mine from public.resources where id = p_id;
  if found then
    return jsonb_build_object('outcome', 'same', 'id', p_id, 'version', mine.version);
  end if;
  if p_pair is not null then
    other := private.lock_resource(p_pair);
    if other.id is null then
      return jsonb_build_object('outcome', 'unknown');
    end if;
    update public.resources set pair_id = coalesce(pair_id, id) where id = p_pair returning * into other;
    if exists (select from public.resources where pair_id = other.pair_id and language = p_draft ->> 'language') then
      return jsonb_build_object('outcome', 'paired');
    end if;
  end if;
  insert into public.resources (id, draft, kind, language, pair_id, author_id, author_name, changed_by_name)
  values (
    p_id, p_draft, p_draft ->> 'kind', p_draft ->> 'language', other.pair_id, asks,
    private.name_of_staff(asks), private.name_of_staff(asks)
  ) returning * into mine;
  perform private.keep_version(mine, p_draft, 'saved');
  perform private.write_down('create', 'resource', p_id);
  return jsonb_build_object('outcome', 'created', 'id', p_id, 'version', mine.version);
end
$$;

-- Keeps the words somebody is working on. With p_keep they become a version to go back to, without it (as the
-- page saves by itself) they only replace the draft. Those of a colleague that were only typed so far become a
-- version before they are replaced. Who may not publish takes back a plan to publish by it.
-- Returns { outcome, version } with 'saved', 'unknown', 'archived', or 'changed-meanwhile' with version, by and at.
create function private.save_resource(p_resource uuid, p_draft jsonb, p_version integer, p_keep boolean) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  asks uuid := private.writing_staff();
  mine public.resources;
begin
  mine := private.lock_resource(p_resource);
  if mine.id is null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  if mine.status = 'archived' then
    return jsonb_build_object('outcome', 'archived');
  end if;
  if mine.version <> p_version then
    return private.changed_meanwhile(mine);
  end if;
  if mine.draft is not null and mine.changed_by_name is distinct from private.name_of_staff(asks) then
    insert into public.resource_versions (resource_id, number, content, what, staff_name)
    values (mine.id, mine.version, mine.draft, 'saved', mine.changed_by_name)
    on conflict (resource_id, number) do nothing;
  end if;
  update public.resources
  set draft = p_draft, version = version + 1, changed_by_name = private.name_of_staff(asks), changed_at = now(),
    publish_at = case when private.staff_role() = 'editor' then null else publish_at end,
    kind = case when status = 'draft' then p_draft ->> 'kind' else kind end,
    -- a pair has each language once: one too many is kept as it was typed, and said when it is published
    language = case
      when status = 'draft' and not exists (
        select from public.resources other
        where other.pair_id = mine.pair_id and other.language = p_draft ->> 'language' and other.id <> p_resource
      ) then p_draft ->> 'language'
      else language
    end
  where id = p_resource returning * into mine;
  if p_keep then
    perform private.keep_version(mine, p_draft, 'saved');
    perform private.write_down('change', 'resource', p_resource);
  end if;
  return jsonb_build_object('outcome', 'saved', 'version', mine.version);
end
$$;

-- Asks for a second look ('asked'), sends back with a note ('sent-back'), or takes the asking back (null).
-- Returns { outcome } 'set', 'unknown', 'nothing-new' or 'changed-meanwhile'.
create function private.review_resource(p_resource uuid, p_version integer, p_review text, p_note text) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  asks uuid := case p_review when 'sent-back' then private.publishing_staff() else private.writing_staff() end;
  mine public.resources;
begin
  mine := private.lock_resource(p_resource);
  if mine.id is null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  if mine.version <> p_version then
    return private.changed_meanwhile(mine);
  end if;
  if mine.draft is null or mine.status = 'archived' then
    return jsonb_build_object('outcome', 'nothing-new');
  end if;
  update public.resources
  set review = p_review, review_note = case p_review when 'sent-back' then nullif(p_note, '') end,
    review_from = case when p_review is not null then private.name_of_staff(asks) end,
    version = version + 1, changed_by_name = private.name_of_staff(asks), changed_at = now()
  where id = p_resource returning * into mine;
  perform private.keep_version(mine, mine.draft, 'saved');
  perform private.write_down(coalesce(p_review, 'take-back'), 'resource', p_resource);
  return jsonb_build_object('outcome', 'set', 'version', mine.version);
end
$$;

-- Puts the draft of a locked resource on the site.
create function private.put_on_site(p_resource public.resources, p_slug text) returns public.resources
language plpgsql volatile
set search_path = ''
as $$
declare
  words jsonb := coalesce(p_resource.draft, private.published_words(p_resource));
  mine public.resources;
begin
  update public.resources
  set slug = coalesce(slug, p_slug), title = trim(words ->> 'title'), summary = trim(words ->> 'summary'),
    body = words ->> 'body', kind = words ->> 'kind', audience = words ->> 'audience', language = words ->> 'language',
    topics = (select coalesce(array_agg(topic), '{}') from jsonb_array_elements_text(words -> 'topics') as topic),
    -- by name, so that nothing else that stood in a draft is ever public
    services = (
      select coalesce(jsonb_agg(jsonb_build_object(
        'name', one -> 'name', 'what', one -> 'what', 'whoFor', one -> 'whoFor', 'cost', one -> 'cost',
        'phone', one -> 'phone', 'hours', one -> 'hours', 'address', one -> 'address', 'link', one -> 'link',
        'checkedOn', one -> 'checkedOn'
      ) order by place), '[]')
      from jsonb_array_elements(coalesce(words -> 'services', '[]')) with ordinality as listed (one, place)
    ),
    links = (
      select coalesce(jsonb_agg(jsonb_build_object('label', one -> 'label', 'url', one -> 'url') order by place), '[]')
      from jsonb_array_elements(coalesce(words -> 'links', '[]')) with ordinality as listed (one, place)
    ),
    review_by = (words ->> 'reviewBy')::date,
    status = 'published', published_at = coalesce(published_at, now()), archived_at = null, replaced_by = null,
    draft = null, review = null, review_note = null, review_from = null, publish_at = null, version = version + 1
  where id = p_resource.id returning * into mine;
  update public.attachments set shown_at = now() where resource_id = mine.id and shown_at is null;
  perform private.keep_version(mine, words, 'published');
  return mine;
end
$$;

-- Publishes the draft now, or at p_at. p_slug is its name in the address until it has one. p_expires_at: when it
-- leaves the site. Who publishes the words of somebody else has read them: that is the second look. Returns
-- { outcome, version, slug } with 'published', 'scheduled', 'unknown', 'incomplete', 'slug-taken', 'paired' (its
-- pair has this language), 'archived' or 'changed-meanwhile'.
create function private.publish_resource(
  p_resource uuid, p_version integer, p_slug text, p_at timestamptz, p_expires_at timestamptz
) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  asks uuid := private.publishing_staff();
  mine public.resources;
  broken text;
begin
  mine := private.lock_resource(p_resource);
  if mine.id is null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  if mine.version <> p_version then
    return private.changed_meanwhile(mine);
  end if;
  if mine.status = 'archived' then
    return jsonb_build_object('outcome', 'archived');
  end if;
  if mine.slug is null and exists (select from public.resources where slug = p_slug) then
    return jsonb_build_object('outcome', 'slug-taken');
  end if;
  begin
    update public.resources
    set changed_by_name = private.name_of_staff(asks), changed_at = now(), expires_at = p_expires_at,
      slug = coalesce(slug, p_slug),
      reviewer_name = case when author_id is distinct from asks then private.name_of_staff(asks) end,
      reviewed_at = case when author_id is distinct from asks then now() end
    where id = p_resource returning * into mine;
    mine := private.put_on_site(mine, p_slug);
    if p_at > now() then
      -- tried, so that what is missing is said today and not at night when it is due
      raise exception using errcode = 'P0001', message = 'later';
    end if;
  exception
    when check_violation or not_null_violation or invalid_text_representation or invalid_parameter_value
      or datetime_field_overflow or invalid_datetime_format then
      return jsonb_build_object('outcome', 'incomplete');
    when unique_violation then
      get stacked diagnostics broken = constraint_name;
      return jsonb_build_object(
        'outcome', case broken when 'resources_one_of_a_language' then 'paired' else 'slug-taken' end
      );
    when raise_exception then
      update public.resources
      set publish_at = p_at, expires_at = p_expires_at, slug = coalesce(slug, p_slug), review = null, review_note = null,
        review_from = null,
        version = version + 1, changed_by_name = private.name_of_staff(asks), changed_at = now(),
        reviewer_name = case when author_id is distinct from asks then private.name_of_staff(asks) end,
        reviewed_at = case when author_id is distinct from asks then now() end
      where id = p_resource returning * into mine;
      perform private.write_down('schedule', 'resource', p_resource);
      return jsonb_build_object('outcome', 'scheduled', 'version', mine.version, 'slug', mine.slug);
  end;
  perform private.write_down('publish', 'resource', p_resource);
  return jsonb_build_object('outcome', 'published', 'version', mine.version, 'slug', mine.slug);
end
$$;

-- Takes back a plan to publish, throws the draft of a published resource away, or deletes one that was never
-- published. Returns { outcome } 'unplanned', 'discarded', 'deleted', 'unknown', 'nothing-new' or 'changed-meanwhile'.
create function private.drop_draft(p_resource uuid, p_version integer, p_what text) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  asks uuid := private.writing_staff();
  mine public.resources;
begin
  mine := private.lock_resource(p_resource);
  if mine.id is null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  if mine.version <> p_version then
    return private.changed_meanwhile(mine);
  end if;
  if p_what = 'plan' and mine.publish_at is not null then
    update public.resources
    set publish_at = null, version = version + 1, changed_by_name = private.name_of_staff(asks), changed_at = now()
    where id = p_resource;
    perform private.write_down('take-back', 'resource', p_resource);
    return jsonb_build_object('outcome', 'unplanned');
  elsif p_what = 'draft' and mine.status = 'published' and mine.draft is not null then
    perform private.keep_version(mine, mine.draft, 'saved');
    update public.resources
    set draft = null, review = null, review_note = null, publish_at = null, version = version + 1,
      changed_by_name = private.name_of_staff(asks), changed_at = now()
    where id = p_resource;
    perform private.write_down('discard', 'resource', p_resource);
    return jsonb_build_object('outcome', 'discarded');
  elsif p_what = 'draft' and mine.published_at is null then
    perform private.write_down('delete', 'resource', p_resource);
    delete from public.resources where id = p_resource;
    return jsonb_build_object('outcome', 'deleted');
  end if;
  return jsonb_build_object('outcome', 'nothing-new');
end
$$;

-- Takes a published resource off the site; its address leads to p_replaced_by when there is one. Returns
-- { outcome } 'archived', 'unknown', 'not-published', 'no-such-target' or 'changed-meanwhile'.
create function private.archive_resource(p_resource uuid, p_version integer, p_replaced_by text) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  asks uuid := private.publishing_staff();
  mine public.resources;
begin
  mine := private.lock_resource(p_resource);
  if mine.id is null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  if mine.version <> p_version then
    return private.changed_meanwhile(mine);
  end if;
  if mine.status <> 'published' then
    return jsonb_build_object('outcome', 'not-published');
  end if;
  if p_replaced_by is not null and not exists (
    select from public.resources where slug = p_replaced_by and status = 'published' and id <> p_resource
  ) then
    return jsonb_build_object('outcome', 'no-such-target');
  end if;
  update public.resources
  set status = 'archived', archived_at = now(), replaced_by = p_replaced_by, publish_at = null, expires_at = null,
    version = version + 1, changed_by_name = private.name_of_staff(asks), changed_at = now()
  where id = p_resource returning * into mine;
  perform private.write_down('archive', 'resource', p_resource);
  return jsonb_build_object('outcome', 'archived', 'version', mine.version);
end
$$;

-- Takes an archived resource out again as a draft: it is on the site when it is published once more. Returns
-- { outcome, version } 'reopened', 'unknown', 'not-archived' or 'changed-meanwhile'.
create function private.reopen_resource(p_resource uuid, p_version integer) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  asks uuid := private.writing_staff();
  mine public.resources;
begin
  mine := private.lock_resource(p_resource);
  if mine.id is null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  if mine.version <> p_version then
    return private.changed_meanwhile(mine);
  end if;
  if mine.status <> 'archived' then
    return jsonb_build_object('outcome', 'not-archived');
  end if;
  update public.resources
  set status = 'draft', draft = coalesce(draft, private.published_words(mine)), replaced_by = null,
    version = version + 1, changed_by_name = private.name_of_staff(asks), changed_at = now()
  where id = p_resource returning * into mine;
  perform private.write_down('reopen', 'resource', p_resource);
  return jsonb_build_object('outcome', 'reopened', 'version', mine.version);
end
$$;

-- Makes the words of an earlier version the draft. Nothing is lost: the present draft is a version by then.
-- Returns { outcome, version } 'restored', 'unknown', 'archived' or 'changed-meanwhile'.
create function private.restore_resource(p_resource uuid, p_version integer, p_number integer) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  asks uuid := private.writing_staff();
  mine public.resources;
  before public.resource_versions;
begin
  mine := private.lock_resource(p_resource);
  select * into before from public.resource_versions where resource_id = p_resource and number = p_number;
  if mine.id is null or before.id is null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  if mine.version <> p_version then
    return private.changed_meanwhile(mine);
  end if;
  if mine.status = 'archived' then
    return jsonb_build_object('outcome', 'archived');
  end if;
  if mine.draft is not null then
    perform private.keep_version(mine, mine.draft, 'saved');
  end if;
  update public.resources
  set draft = before.content, version = version + 1, review = null, review_note = null, publish_at = null,
    changed_by_name = private.name_of_staff(asks), changed_at = now()
  where id = p_resource returning * into mine;
  perform private.keep_version(mine, mine.draft, 'restored');
  perform private.write_down('restore', 'resource', p_resource, 'version-' || p_number);
  return jsonb_build_object('outcome', 'restored', 'version', mine.version);
end
$$;

-- A new key for the links that show the draft: those that were given away open nothing any more.
create function private.end_previews(p_resource uuid) returns boolean
language plpgsql volatile security definer
set search_path = ''
as $$
begin
  perform private.writing_staff();
  update public.resources set preview_key = gen_random_uuid() where id = p_resource;
  if not found then
    return false;
  end if;
  perform private.write_down('end-previews', 'resource', p_resource);
  return true;
end
$$;

-- Who looks at a resource before it goes out has not seen a file that comes or goes meanwhile: what they saw is
-- another version then, and an editor's file ends a plan to publish as an editor's words do.
create function private.files_changed(p_resource uuid, p_on_site boolean) returns void
language sql volatile
set search_path = ''
as $$
  update public.resources
  set version = version + (review is not null or publish_at is not null)::integer,
    publish_at = case when private.staff_role() = 'editor' then null else publish_at end,
    updated_at = case when p_on_site then now() else updated_at end
  where id = p_resource
$$;

-- Keeps what is known of a file that lies in Storage already, at <resource id>/<its id>. Where the resource is on
-- the site, the file is too when whoever adds it may publish; an editor's waits. p_attachment: { id, resourceId,
-- fileName, label, type, size, sha256, width, height }. Returns { outcome } 'added', 'waits', 'same' (the resource
-- has a file with these bytes), 'unknown', 'archived', 'too-many' or 'no-file' (nothing of this size and type lies
-- there).
create function private.add_attachment(p_attachment jsonb) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  asks uuid := private.writing_staff();
  mine public.resources := private.lock_resource((p_attachment ->> 'resourceId')::uuid);
  lies text := mine.id::text || '/' || (p_attachment ->> 'id')::uuid::text;
  shows boolean := mine.status = 'published' and private.staff_role() <> 'editor';
begin
  if mine.id is null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  if mine.status = 'archived' then
    return jsonb_build_object('outcome', 'archived');
  end if;
  if exists (select from public.attachments where resource_id = mine.id and sha256 = p_attachment ->> 'sha256') then
    return jsonb_build_object('outcome', 'same');
  end if;
  if (select count(*) from public.attachments where resource_id = mine.id) >= 10 then
    return jsonb_build_object('outcome', 'too-many');
  end if;
  if not exists (
    select from storage.objects
    where bucket_id = 'attachments' and name = lies
      and metadata ->> 'size' = p_attachment ->> 'size' and metadata ->> 'mimetype' = p_attachment ->> 'type'
  ) then
    return jsonb_build_object('outcome', 'no-file');
  end if;
  insert into public.attachments (
    id, resource_id, file_name, label, type, size, width, height, sha256, path, sort, added_by_name, shown_at
  ) values (
    (p_attachment ->> 'id')::uuid, mine.id, p_attachment ->> 'fileName', p_attachment ->> 'label',
    p_attachment ->> 'type', (p_attachment ->> 'size')::integer, (p_attachment ->> 'width')::integer,
    (p_attachment ->> 'height')::integer, p_attachment ->> 'sha256', lies,
    coalesce((select max(sort) + 1 from public.attachments where resource_id = mine.id), 0),
    private.name_of_staff(asks), case when shows then now() end
  );
  perform private.files_changed(mine.id, shows);
  perform private.write_down('add-file', 'resource', mine.id);
  return jsonb_build_object('outcome', case when mine.status = 'published' and not shows then 'waits' else 'added' end);
end
$$;

-- Puts a file that waits on the site, where its resource is. Returns { outcome } 'shown', 'unknown' or 'not-on-site'.
create function private.show_attachment(p_attachment uuid) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  kept public.attachments;
begin
  perform private.publishing_staff();
  select * into kept from public.attachments where id = p_attachment;
  if kept.id is null then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  if (private.lock_resource(kept.resource_id)).status <> 'published' then
    return jsonb_build_object('outcome', 'not-on-site');
  end if;
  update public.attachments set shown_at = now() where id = p_attachment and shown_at is null;
  if found then
    perform private.files_changed(kept.resource_id, true);
    perform private.write_down('show-file', 'resource', kept.resource_id);
  end if;
  return jsonb_build_object('outcome', 'shown');
end
$$;

-- Forgets a file; its bytes may then be taken out of Storage. What is on the site is taken off by who may put it
-- there. Returns { outcome, path } 'removed', 'unknown' or 'on-site'.
create function private.remove_attachment(p_attachment uuid) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  gone public.attachments;
  mine public.resources;
  showed boolean;
begin
  perform private.writing_staff();
  select * into gone from public.attachments where id = p_attachment;
  mine := private.lock_resource(gone.resource_id);
  showed := gone.shown_at is not null and mine.status = 'published';
  if showed and private.staff_role() = 'editor' then
    return jsonb_build_object('outcome', 'on-site');
  end if;
  delete from public.attachments where id = p_attachment;
  if not found then
    return jsonb_build_object('outcome', 'unknown');
  end if;
  perform private.files_changed(mine.id, showed);
  perform private.write_down('remove-file', 'resource', mine.id);
  return jsonb_build_object('outcome', 'removed', 'path', gone.path);
end
$$;

-- What comes due: plans to publish, and texts that leave the site. One that cannot go out keeps its draft, loses
-- its plan and is written down as 'publish-failed', so that it stops nobody else. Returns how many changed.
create function public.publish_due_resources() returns integer
language plpgsql volatile
set search_path = ''
as $$
declare
  mine public.resources;
  due uuid;
  changed integer := 0;
begin
  for due in select id from public.resources where publish_at <= now() and status <> 'archived' order by publish_at loop
    mine := private.lock_resource(due);
    continue when mine.publish_at is null or mine.publish_at > now();
    begin
      mine := private.put_on_site(mine, mine.slug);
      perform private.write_down('publish', 'resource', due, 'planned');
    exception
      when others then
        update public.resources set publish_at = null, review = 'sent-back', version = version + 1,
          review_note = 'It could not go out as planned: something in it is not complete.' where id = due;
        perform private.write_down('publish-failed', 'resource', due, 'planned');
    end;
    changed := changed + 1;
  end loop;
  for due in select id from public.resources where expires_at <= now() and status = 'published' loop
    update public.resources
    set status = 'archived', archived_at = now(), publish_at = null, expires_at = null, version = version + 1
    where id = due and status = 'published' and expires_at <= now();
    if found then
      perform private.write_down('archive', 'resource', due, 'planned');
      changed := changed + 1;
    end if;
  end loop;
  return changed;
end
$$;

-- The thin ones that the API shows.
create function public.create_resource(p_id uuid, p_draft jsonb, p_pair uuid default null) returns jsonb
language sql volatile set search_path = '' as $$ select private.create_resource(p_id, p_draft, p_pair) $$;
create function public.save_resource(p_resource uuid, p_draft jsonb, p_version integer, p_keep boolean default true) returns jsonb
language sql volatile set search_path = '' as $$ select private.save_resource(p_resource, p_draft, p_version, p_keep) $$;
create function public.review_resource(p_resource uuid, p_version integer, p_review text default null, p_note text default null) returns jsonb
language sql volatile set search_path = '' as $$ select private.review_resource(p_resource, p_version, p_review, p_note) $$;
create function public.publish_resource(
  p_resource uuid, p_version integer, p_slug text, p_at timestamptz default null, p_expires_at timestamptz default null
) returns jsonb
language sql volatile set search_path = '' as $$ select private.publish_resource(p_resource, p_version, p_slug, p_at, p_expires_at) $$;
create function public.drop_draft(p_resource uuid, p_version integer, p_what text) returns jsonb
language sql volatile set search_path = '' as $$ select private.drop_draft(p_resource, p_version, p_what) $$;
create function public.archive_resource(p_resource uuid, p_version integer, p_replaced_by text default null) returns jsonb
language sql volatile set search_path = '' as $$ select private.archive_resource(p_resource, p_version, p_replaced_by) $$;
create function public.reopen_resource(p_resource uuid, p_version integer) returns jsonb
language sql volatile set search_path = '' as $$ select private.reopen_resource(p_resource, p_version) $$;
create function public.restore_resource(p_resource uuid, p_version integer, p_number integer) returns jsonb
language sql volatile set search_path = '' as $$ select private.restore_resource(p_resource, p_version, p_number) $$;
create function public.end_previews(p_resource uuid) returns boolean
language sql volatile set search_path = '' as $$ select private.end_previews(p_resource) $$;
create function public.add_attachment(p_attachment jsonb) returns jsonb
language sql volatile set search_path = '' as $$ select private.add_attachment(p_attachment) $$;
create function public.show_attachment(p_attachment uuid) returns jsonb
language sql volatile set search_path = '' as $$ select private.show_attachment(p_attachment) $$;
create function public.remove_attachment(p_attachment uuid) returns jsonb
language sql volatile set search_path = '' as $$ select private.remove_attachment(p_attachment) $$;

revoke all on function
  private.writing_staff(),
  private.publishing_staff(),
  private.keep_version(public.resources, jsonb, text),
  private.published_words(public.resources),
  private.lock_resource(uuid),
  private.changed_meanwhile(public.resources),
  private.create_resource(uuid, jsonb, uuid),
  private.save_resource(uuid, jsonb, integer, boolean),
  private.review_resource(uuid, integer, text, text),
  private.put_on_site(public.resources, text),
  private.publish_resource(uuid, integer, text, timestamptz, timestamptz),
  private.drop_draft(uuid, integer, text),
  private.archive_resource(uuid, integer, text),
  private.reopen_resource(uuid, integer),
  private.restore_resource(uuid, integer, integer),
  private.files_changed(uuid, boolean),
  private.end_previews(uuid),
  private.add_attachment(jsonb),
  private.show_attachment(uuid),
  private.remove_attachment(uuid)
  from public;
revoke all on function
  public.publish_due_resources(),
  public.create_resource(uuid, jsonb, uuid),
  public.save_resource(uuid, jsonb, integer, boolean),
  public.review_resource(uuid, integer, text, text),
  public.publish_resource(uuid, integer, text, timestamptz, timestamptz),
  public.drop_draft(uuid, integer, text),
  public.archive_resource(uuid, integer, text),
  public.reopen_resource(uuid, integer),
  public.restore_resource(uuid, integer, integer),
  public.end_previews(uuid),
  public.add_attachment(jsonb),
  public.show_attachment(uuid),
  public.remove_attachment(uuid)
  from public, anon, authenticated;
grant execute on function
  private.writing_staff(),
  private.publishing_staff(),
  private.keep_version(public.resources, jsonb, text),
  private.published_words(public.resources),
  private.lock_resource(uuid),
  private.changed_meanwhile(public.resources),
  private.create_resource(uuid, jsonb, uuid),
  private.save_resource(uuid, jsonb, integer, boolean),
  private.review_resource(uuid, integer, text, text),
  private.put_on_site(public.resources, text),
  private.publish_resource(uuid, integer, text, timestamptz, timestamptz),
  private.drop_draft(uuid, integer, text),
  private.archive_resource(uuid, integer, text),
  private.reopen_resource(uuid, integer),
  private.restore_resource(uuid, integer, integer),
  private.files_changed(uuid, boolean),
  private.end_previews(uuid),
  private.add_attachment(jsonb),
  private.show_attachment(uuid),
  private.remove_attachment(uuid)
  to service_role;
grant execute on function
  private.create_resource(uuid, jsonb, uuid),
  private.save_resource(uuid, jsonb, integer, boolean),
  private.review_resource(uuid, integer, text, text),
  private.publish_resource(uuid, integer, text, timestamptz, timestamptz),
  private.drop_draft(uuid, integer, text),
  private.archive_resource(uuid, integer, text),
  private.reopen_resource(uuid, integer),
  private.restore_resource(uuid, integer, integer),
  private.end_previews(uuid),
  private.add_attachment(jsonb),
  private.show_attachment(uuid),
  private.remove_attachment(uuid),
  public.create_resource(uuid, jsonb, uuid),
  public.save_resource(uuid, jsonb, integer, boolean),
  public.review_resource(uuid, integer, text, text),
  public.publish_resource(uuid, integer, text, timestamptz, timestamptz),
  public.drop_draft(uuid, integer, text),
  public.archive_resource(uuid, integer, text),
  public.reopen_resource(uuid, integer),
  public.restore_resource(uuid, integer, integer),
  public.end_previews(uuid),
  public.add_attachment(jsonb),
  public.show_attachment(uuid),
  public.remove_attachment(uuid)
  to authenticated, service_role;
grant execute on function public.publish_due_resources() to service_role;
