import * as z from 'zod';
import type { OnwardDatabase } from '#platform/database.ts';
import { everyRow } from '#platform/every-row.ts';
import { moment } from '#platform/moment.ts';
import { draft } from '../draft.ts';
import type { Language, ResourceKind, Topic } from '../schema.ts';

/** A resource as a line of the list: nothing of its text. What is being written stands before what is published. */
export interface DeskRow {
  id: string;
  slug: string | null;
  title: string;
  kind: ResourceKind;
  language: Language;
  topics: Topic[];
  status: 'draft' | 'published' | 'archived';
  /** Words that are not published yet. */
  hasDraft: boolean;
  version: number;
  pairId: string | null;
  author: { id: string | null; name: string | null };
  review: 'asked' | 'sent-back' | null;
  reviewFrom: string | null;
  publishAt: string | null;
  expiresAt: string | null;
  /** The date by which what is published is looked at again. */
  reviewBy: string | null;
  changed: { by: string | null; at: string };
}

const columns =
  'id, slug, title, kind, language, topics, status, version, pair_id, author_id, author_name, review, review_from, ' +
  'publish_at, expires_at, review_by, changed_by_name, changed_at, ' +
  'draft_title:draft->>title, draft_kind:draft->>kind, draft_language:draft->>language, draft_topics:draft->topics';

const row = z
  .object({
    id: z.uuid(),
    slug: z.string().nullable(),
    title: z.string().nullable(),
    kind: draft.shape.kind,
    language: draft.shape.language,
    topics: draft.shape.topics,
    status: z.enum(['draft', 'published', 'archived']),
    version: z.int(),
    pair_id: z.uuid().nullable(),
    author_id: z.uuid().nullable(),
    author_name: z.string().nullable(),
    review: z.enum(['asked', 'sent-back']).nullable(),
    review_from: z.string().nullable(),
    publish_at: moment.nullable(),
    expires_at: moment.nullable(),
    review_by: z.iso.date().nullable(),
    changed_by_name: z.string().nullable(),
    changed_at: moment,
    draft_title: z.string().nullable(),
    draft_kind: draft.shape.kind.nullable().catch(null),
    draft_language: draft.shape.language.nullable().catch(null),
    draft_topics: draft.shape.topics.nullable(),
  })
  .transform((found): DeskRow => ({
    id: found.id,
    slug: found.slug,
    title: (found.draft_title ?? found.title ?? '').trim() || 'Without a title yet',
    kind: found.draft_kind ?? found.kind,
    language: found.draft_language ?? found.language,
    topics: found.draft_kind === null ? found.topics : (found.draft_topics ?? []),
    status: found.status,
    hasDraft: found.draft_kind !== null,
    version: found.version,
    pairId: found.pair_id,
    author: { id: found.author_id, name: found.author_name },
    review: found.review,
    reviewFrom: found.review_from,
    publishAt: found.publish_at,
    expiresAt: found.expires_at,
    reviewBy: found.review_by,
    changed: { by: found.changed_by_name, at: found.changed_at },
  }));

/** A line for each resource, what was changed last first. Throws DatabaseUnavailable. */
export async function deskRows(database: OnwardDatabase): Promise<DeskRow[]> {
  const all = await everyRow((from, to) =>
    database
      .from('resources')
      .select(columns)
      .order('changed_at', { ascending: false })
      .order('id')
      .range(from, to),
  );
  return z.array(row).parse(all);
}

/** The published ones by name, as an address may lead there. Throws DatabaseUnavailable. */
export async function publishedTitles(database: OnwardDatabase): Promise<{ slug: string; title: string }[]> {
  const published = (await deskRows(database)).filter(({ status }) => status === 'published');
  return published
    .flatMap(({ slug, title }) => (slug === null ? [] : [{ slug, title }]))
    .sort((a, b) => a.title.localeCompare(b.title));
}
