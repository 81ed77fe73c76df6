-- Resources: what staff post for people after treatment.

create table public.resources (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 100),
  title text not null check (length(title) between 1 and 120),
  summary text not null check (length(summary) between 1 and 300),
  -- Markdown; sanitised when it is rendered
  body text not null check (length(body) between 1 and 50000),
  topic text not null check (topic in ('housing', 'work', 'money', 'health', 'family', 'legal', 'community')),
  language text not null default 'en' check (language in ('en', 'es')),
  status text not null default 'draft' check (status in ('draft', 'published', 'archived')),
  published_at timestamptz,
  review_by date,
  updated_at timestamptz not null default now(),
  constraint resources_published_has_a_date check (status <> 'published' or published_at is not null)
);
create index resources_topic on public.resources (topic);

grant select on public.resources to anon, authenticated;
grant insert, update, delete on public.resources to authenticated;
grant select, insert, update, delete on public.resources to service_role;

alter table public.resources enable row level security;

create trigger resources_are_touched
  before update on public.resources
  for each row execute function private.touch();

create policy "Anybody reads published resources"
  on public.resources for select to anon
  using (status = 'published');
create policy "Signed-in people read published resources, and staff also drafts"
  on public.resources for select to authenticated
  using (status = 'published' or (select private.staff_role()) is not null);
create policy "Editors, coordinators and admins write resources"
  on public.resources for insert to authenticated
  with check ((select private.staff_role()) in ('editor', 'coordinator', 'admin'));
create policy "Editors, coordinators and admins change resources"
  on public.resources for update to authenticated
  using ((select private.staff_role()) in ('editor', 'coordinator', 'admin'))
  with check ((select private.staff_role()) in ('editor', 'coordinator', 'admin'));
create policy "Editors, coordinators and admins delete resources"
  on public.resources for delete to authenticated
  using ((select private.staff_role()) in ('editor', 'coordinator', 'admin'));
