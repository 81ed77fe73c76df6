import * as z from 'zod';
import { rows, type OnwardDatabase } from '#platform/database.ts';
import { everyRow } from '#platform/every-row.ts';
import { moment } from '#platform/moment.ts';
import { draft, type Draft } from '../draft.ts';
import { resourceSlug } from '../schema.ts';

/** Resources as staff have them on the desk: what is published, what is being written, and where it stands. */

const columns =
  'id, slug, title, summary, body, kind, topics, audience, language, services, links, pair_id, status, draft, version, ' +
  'author_id, author_name, reviewer_name, reviewed_at, review, review_note, review_from, publish_at, published_at, expires_at, ' +
  'archived_at, replaced_by, review_by, changed_by_name, changed_at, updated_at, preview_key';

const row = z.object({
  id: z.uuid(),
  slug: resourceSlug.nullable(),
  title: z.string().nullable(),
  summary: z.string().nullable(),
  body: z.string().nullable(),
  kind: draft.shape.kind,
  topics: draft.shape.topics,
  audience: draft.shape.audience,
  language: draft.shape.language,
  services: draft.shape.services,
  links: draft.shape.links,
  pair_id: z.uuid().nullable(),
  status: z.enum(['draft', 'published', 'archived']),
  draft: draft.nullable(),
  version: z.int(),
  author_id: z.uuid().nullable(),
  author_name: z.string().nullable(),
  reviewer_name: z.string().nullable(),
  reviewed_at: moment.nullable(),
  review: z.enum(['asked', 'sent-back']).nullable(),
  review_note: z.string().nullable(),
  review_from: z.string().nullable(),
  publish_at: moment.nullable(),
  published_at: moment.nullable(),
  expires_at: moment.nullable(),
  archived_at: moment.nullable(),
  replaced_by: z.string().nullable(),
  review_by: z.iso.date().nullable(),
  changed_by_name: z.string().nullable(),
  changed_at: moment,
  updated_at: moment,
  preview_key: z.uuid(),
});

export interface KeptResource {
  id: string;
  /** Its name in the address; null until it has been published or planned once. */
  slug: string | null;
  status: 'draft' | 'published' | 'archived';
  /** What is on the site; null when nothing ever was. */
  published: Draft | null;
  /** What is being written; null when it is what is published. */
  draft: Draft | null;
  /** What an editor shows: the draft, or what is published. */
  words: Draft;
  /** Names every state: a form carries the one it was made from. */
  version: number;
  pairId: string | null;
  author: { id: string | null; name: string | null };
  reviewer: { name: string; at: string } | null;
  review: 'asked' | 'sent-back' | null;
  reviewNote: string | null;
  /** Who asked for the second look, or who sent it back. */
  reviewFrom: string | null;
  /** Instants. */
  publishAt: string | null;
  publishedAt: string | null;
  expiresAt: string | null;
  archivedAt: string | null;
  replacedBy: string | null;
  changed: { by: string | null; at: string };
  updatedAt: string;
  previewKey: string;
}

function asKept(found: z.infer<typeof row>): KeptResource {
  const published: Draft | null =
    found.published_at === null
      ? null
      : {
          title: found.title ?? '',
          summary: found.summary ?? '',
          body: found.body ?? '',
          kind: found.kind,
          topics: found.topics,
          audience: found.audience,
          language: found.language,
          services: found.services,
          links: found.links,
          reviewBy: found.review_by,
        };
  const words = found.draft ?? published;
  if (!words) throw new Error('A resource without words');
  return {
    id: found.id,
    slug: found.slug,
    status: found.status,
    published,
    draft: found.draft,
    words,
    version: found.version,
    pairId: found.pair_id,
    author: { id: found.author_id, name: found.author_name },
    reviewer:
      found.reviewer_name && found.reviewed_at ? { name: found.reviewer_name, at: found.reviewed_at } : null,
    review: found.review,
    reviewNote: found.review_note,
    reviewFrom: found.review_from,
    publishAt: found.publish_at,
    publishedAt: found.published_at,
    expiresAt: found.expires_at,
    archivedAt: found.archived_at,
    replacedBy: found.replaced_by,
    changed: { by: found.changed_by_name, at: found.changed_at },
    updatedAt: found.updated_at,
    previewKey: found.preview_key,
  };
}

/** One resource as whoever asks may see it; null when there is none. Throws DatabaseUnavailable. */
export async function resourceOnDesk(database: OnwardDatabase, id: string): Promise<KeptResource | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const answer = await database.from('resources').select(columns).eq('id', id).limit(1);
  const found = z.array(row).parse(rows(answer))[0];
  return found ? asKept(found) : null;
}
/** All of them, what was changed last first. Throws DatabaseUnavailable. */
export async function resourcesOnDesk(database: OnwardDatabase): Promise<KeptResource[]> {
  const all = await everyRow((from, to) =>
    database
      .from('resources')
      .select(columns)
      .order('changed_at', { ascending: false })
      .order('id')
      .range(from, to),
  );
  return z.array(row).parse(all).map(asKept);
}
