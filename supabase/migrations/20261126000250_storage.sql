-- Where the files of resources lie: one bucket, closed. Staff put files in and take them out as themselves; the
-- site hands out those of what is published, from its own address (netlify/functions/files.ts).

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values (
  'attachments', 'attachments', false, 5242880,
  array[
    'application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'image/png', 'image/jpeg', 'image/webp'
  ]
)
on conflict (id) do nothing;

-- a hosted project has these grants already
grant usage on schema storage to anon, authenticated, service_role;
grant select on storage.buckets to anon, authenticated, service_role;
grant select on storage.objects to anon;
grant select, insert, update, delete on storage.objects to authenticated, service_role;

create policy "Staff see the bucket of files"
  on storage.buckets for select to authenticated
  using (id = 'attachments' and (select private.staff_role()) is not null);
create policy "Anybody reads the files of what is published"
  on storage.objects for select to anon
  using (
    bucket_id = 'attachments'
    and exists (select from public.attachments attachment where attachment.path = objects.name)
  );
create policy "Staff read all files"
  on storage.objects for select to authenticated
  using (bucket_id = 'attachments' and (select private.staff_role()) is not null);
-- never over one that is there (no policy for updates): the bytes of a file stay what was looked into
create policy "Staff put files in, in the place of a resource"
  on storage.objects for insert to authenticated
  with check (
    bucket_id = 'attachments' and (select private.staff_role()) is not null
    and name ~ '^[0-9a-f-]{36}/[0-9a-f-]{36}$'
    and exists (
      select from public.resources resource
      where resource.id::text = split_part(objects.name, '/', 1) and resource.status <> 'archived'
    )
  );
create policy "Staff take files out that belong to nothing"
  on storage.objects for delete to authenticated
  using (
    bucket_id = 'attachments' and (select private.staff_role()) is not null
    and not exists (select from public.attachments attachment where attachment.path = objects.name)
  );

-- Files in Storage that belong to nothing and are older than p_before: an upload that ended halfway, a draft that
-- was deleted. As many as one sweep takes.
create function public.files_of_nothing(p_before timestamptz) returns setof text
language sql stable
set search_path = ''
as $$
  select name from storage.objects object
  where bucket_id = 'attachments' and created_at < p_before
    and not exists (select from public.attachments attachment where attachment.path = object.name)
  order by created_at limit 500
$$;
revoke all on function public.files_of_nothing(timestamptz) from public, anon, authenticated;
grant execute on function public.files_of_nothing(timestamptz) to service_role;
