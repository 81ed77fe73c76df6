-- Several resources at once, and back again. What one person could do one after another in as many presses, in
-- one: by publishers only, each resource on its own, so that one that cannot stops no other.

-- How a resource stands in everything that a press on several changes: what taking it back brings again.
create function private.standing_of(p_resource public.resources) returns jsonb
language sql stable
set search_path = ''
as $$
  select jsonb_build_object(
    'status', p_resource.status, 'archivedAt', p_resource.archived_at, 'replacedBy', p_resource.replaced_by,
    'publishAt', p_resource.publish_at, 'expiresAt', p_resource.expires_at, 'reviewBy', p_resource.review_by,
    'topics', p_resource.topics, 'draftReviewBy', p_resource.draft -> 'reviewBy', 'draftTopics', coalesce(p_resource.draft -> 'topics', '[]')
  )
$$;

-- Does one thing to up to 100 resources. p_action:
--   { do: 'archive' | 'review-by' (with date) | 'add-topic' (with topic), versions: { id: version as seen } }
--   { do: 'undo', was: { id: { version, standing } } }  each as an earlier answer of this function said it
-- Returns { done: [{ id, title, version, was }], skipped: [{ id, title, why, by }] }; why is 'unknown', 'changed-meanwhile'
-- (by somebody), 'not-published', 'archived', 'same' or 'full' (three topics already).
create function private.bulk_resources(p_ids uuid[], p_action jsonb) returns jsonb
language plpgsql volatile security definer
set search_path = ''
as $$
declare
  asks uuid := private.publishing_staff();
  what text := p_action ->> 'do';
  topic text := p_action ->> 'topic';
  due date := (p_action ->> 'date')::date;
  one uuid;
  mine public.resources;
  before public.resources;
  was jsonb;
  why text;
  back boolean;
  done jsonb := '[]';
  skipped jsonb := '[]';
begin
  if cardinality(p_ids) > 100 then
    raise exception 'At most 100 at once' using errcode = '22023';
  end if;
  if what is null or what not in ('archive', 'review-by', 'add-topic', 'undo')
    or (what = 'review-by' and due is null) or (what = 'add-topic' and topic is null) then
    raise exception 'Nothing that can be done to several' using errcode = '22023';
  end if;
  -- everybody locks in the same order
  for one in select distinct id from unnest(p_ids) as id where id is not null order by id loop
    mine := private.lock_resource(one);
    was := p_action -> 'was' -> one::text;
    why := case
      when mine.id is null then 'unknown'
      when mine.version is distinct from
        case what when 'undo' then was ->> 'version' else p_action -> 'versions' ->> one::text end::integer
        then 'changed-meanwhile'
      when what = 'undo' then null
      when what = 'archive' and mine.status <> 'published' then 'not-published'
      when mine.status = 'archived' then 'archived'
      when what = 'review-by' and (mine.published_at is null or mine.review_by = due)
        and (mine.draft is null or mine.draft ->> 'reviewBy' = due::text) then 'same'
      when what = 'add-topic' and (mine.published_at is null or topic = any (mine.topics))
        and (mine.draft is null or coalesce(mine.draft -> 'topics', '[]') ? topic) then 'same'
      when what = 'add-topic' and (cardinality(mine.topics) >= 3 or jsonb_array_length(mine.draft -> 'topics') >= 3) then 'full'
    end;
    if why is not null then
      skipped := skipped || jsonb_build_object('id', one, 'why', why,
        'title', coalesce(mine.draft ->> 'title', mine.title), 'by', mine.changed_by_name);
      continue;
    end if;
    before := mine;
    was := case what when 'undo' then was -> 'standing' end;
    back := what = 'undo' and mine.status = 'archived' and was ->> 'status' = 'published';
    update public.resources
    set status = case when what = 'archive' then 'archived' when back then 'published' else status end,
      archived_at = case when what = 'archive' then now() when not back then archived_at end,
      replaced_by = case when what <> 'archive' and not back then replaced_by end,
      publish_at = case when back then (was ->> 'publishAt')::timestamptz when what <> 'archive' then publish_at end,
      expires_at = case when back then (was ->> 'expiresAt')::timestamptz when what <> 'archive' then expires_at end,
      review_by = case
        when what = 'review-by' and published_at is not null then due
        when what = 'undo' then (was ->> 'reviewBy')::date
        else review_by
      end,
      topics = case
        when what = 'add-topic' and published_at is not null and not topic = any (topics) then topics || topic
        when what = 'undo' then array(select jsonb_array_elements_text(was -> 'topics'))
        else topics
      end,
      draft = draft || case
        when what = 'review-by' then jsonb_build_object('reviewBy', due)
        when what = 'add-topic' and not coalesce(draft -> 'topics', '[]') ? topic
          then jsonb_build_object('topics', coalesce(draft -> 'topics', '[]') || to_jsonb(topic))
        when what = 'undo' then jsonb_build_object('reviewBy', was -> 'draftReviewBy', 'topics', was -> 'draftTopics')
        else '{}'
      end,
      version = version + 1, changed_by_name = private.name_of_staff(asks), changed_at = now()
    where id = one returning * into mine;
    if what <> 'archive' then
      perform private.keep_version(mine, coalesce(mine.draft, private.published_words(mine)), 'saved');
    end if;
    perform private.write_down(
      case what when 'archive' then 'archive' when 'undo' then 'undo' else 'change' end, 'resource', one, 'several'
    );
    done := done || jsonb_build_object('id', one, 'version', mine.version, 'was', private.standing_of(before),
      'title', coalesce(mine.draft ->> 'title', mine.title));
  end loop;
  return jsonb_build_object('done', done, 'skipped', skipped);
end
$$;

create function public.bulk_resources(p_ids uuid[], p_action jsonb) returns jsonb
language sql volatile set search_path = '' as $$ select private.bulk_resources(p_ids, p_action) $$;

revoke all on function
  private.standing_of(public.resources),
  private.bulk_resources(uuid[], jsonb)
  from public;
revoke all on function public.bulk_resources(uuid[], jsonb) from public, anon, authenticated;
grant execute on function private.bulk_resources(uuid[], jsonb), public.bulk_resources(uuid[], jsonb)
  to authenticated, service_role;
