-- Looking for resources by words: what is published, from the moment it is, in the language of each text.

-- What is looked through of a text: the title weighs most, then what it says of itself and the names of places, then
-- the rest. Spanish also without its accents, which a phone makes hard to type.
create function private.words_to_find(p_language text, p_title text, p_summary text, p_services jsonb, p_body text) returns tsvector
language sql immutable
set search_path = ''
as $$
  select
    setweight(to_tsvector(spoken, coalesce(p_title, '')), 'A')
    || setweight(to_tsvector(spoken, concat_ws(' ', p_summary, jsonb_path_query_array(p_services, '$[*].name')::text)), 'B')
    || setweight(to_tsvector(spoken, coalesce(p_body, '')), 'C')
    || case p_language when 'es' then
      setweight(to_tsvector(spoken, translate(coalesce(p_title, ''), 'áéíóúüÁÉÍÓÚÜ', 'aeiouuAEIOUU')), 'A')
      || setweight(
        to_tsvector(spoken, translate(concat_ws(' ', p_summary, p_services::text, p_body), 'áéíóúüÁÉÍÓÚÜ', 'aeiouuAEIOUU')), 'C'
      )
    else '' end
  from (select case p_language when 'es' then 'spanish'::regconfig else 'english'::regconfig end as spoken) as language
$$;
revoke all on function private.words_to_find(text, text, text, jsonb, text) from public;
grant execute on function private.words_to_find(text, text, text, jsonb, text) to service_role;
alter table public.resources
  add column search tsvector generated always as (
    private.words_to_find(language, title, summary, services, body)
  ) stored;
create index resources_search on public.resources using gin (search);
grant select (search) on public.resources to anon;

-- What is published and holds the words, best first; without words all of it, the newest first. Each other parameter
-- narrows it. Runs as whoever asks, so that row level security decides what there is to find. `found` is how many
-- there are in all; so many are left out from the start, and so many given at the most.
create function public.find_resources(
  p_words text, p_topic text default null, p_audience text default null, p_language text default null,
  p_kind text default null, p_from integer default 0, p_most integer default 20
) returns table (
  slug text, title text, summary text, kind text, topics text[], audience text, language text, updated_at timestamptz,
  found bigint
)
language sql stable
set search_path = ''
as $$
  with asked as (
    select
      websearch_to_tsquery('english'::regconfig, left(p_words, 200)) as english,
      websearch_to_tsquery('spanish'::regconfig, left(p_words, 200))
        || websearch_to_tsquery('spanish'::regconfig, translate(left(p_words, 200), 'áéíóúüÁÉÍÓÚÜ', 'aeiouuAEIOUU')) as spanish,
      trim(coalesce(p_words, '')) = '' as anything
  )
  select
    one.slug, one.title, one.summary, one.kind, one.topics, one.audience, one.language, one.updated_at,
    count(*) over ()
  from public.resources one, asked
  where one.status = 'published' and (one.expires_at is null or one.expires_at > now())
    and (
      asked.anything
      or (one.language = 'en' and one.search @@ asked.english)
      or (one.language = 'es' and one.search @@ asked.spanish)
    )
    and (p_topic is null or p_topic = any (one.topics))
    and (p_audience is null or one.audience = p_audience)
    and (p_language is null or one.language = p_language)
    and (p_kind is null or one.kind = p_kind)
  order by
    case when asked.anything then 0
      else ts_rank_cd(one.search, case one.language when 'es' then asked.spanish else asked.english end)
    end desc,
    one.published_at desc, one.slug
  offset greatest(p_from, 0) limit least(greatest(p_most, 0), 100)
$$;
revoke all on function public.find_resources(text, text, text, text, text, integer, integer) from public, anon, authenticated;
grant execute on function public.find_resources(text, text, text, text, text, integer, integer)
  to anon, authenticated, service_role;
