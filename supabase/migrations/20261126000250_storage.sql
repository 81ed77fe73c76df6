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
create policy "Staff put files in"
  on storage.objects for insert to authenticated
  with check (bucket_id = 'attachments' and (select private.staff_role()) is not null);
create policy "Staff take files out that belong to nothing"
  on storage.objects for delete to authenticated
  using (
    bucket_id = 'attachments' and (select private.staff_role()) is not null
    and not exists (select from public.attachments attachment where attachment.path = objects.name)
  );
