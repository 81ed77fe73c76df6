import * as z from 'zod';
import { publicDatabase, rows } from '#platform/database.ts';
import { everyRow } from '#platform/every-row.ts';
import type { Article } from './article.ts';
import { publishedFiles } from './files/published.ts';
import { asHtml } from './markdown.ts';
import { publishedResource, resourceColumns, resourceRow, resourceSlug } from './schema.ts';

/** What is published, as anybody may read it. */

/** All rows, as they come. Throws DatabaseUnavailable. */
export const readPublished = (): Promise<unknown[]> =>
  everyRow((from, to) =>
    publicDatabase({ timeLimit: 15_000 })
      .from('resources')
      .select(resourceColumns)
      .eq('status', 'published')
      .order('title')
      .order('id')
      .range(from, to),
  );

/** What a page needs of a row. Throws when it cannot be shown, with what to look at. */
export function fromRow(row: unknown) {
  const { slug, body, pair_id, review_by, published_at, updated_at, ...words } = resourceRow.parse(row);
  const resource = publishedResource.parse({
    ...words,
    pairId: pair_id,
    reviewBy: review_by,
    publishedAt: published_at,
    updatedAt: updated_at,
  });
  const html = asHtml(body);
  if (!html) throw new Error('Nothing of its text may be shown');
  return { slug, resource, html };
}

function ifShown(row: unknown): ReturnType<typeof fromRow> | null {
  try {
    return fromRow(row);
  } catch {
    return null;
  }
}

const pairRows = z.array(z.object({ slug: resourceSlug, language: publishedResource.shape.language }));

/**
 * One that is published now, by its name in the address; null when there is none, or when it cannot be shown, which
 * staff are told by the build. Throws DatabaseUnavailable.
 */
export async function publishedArticle(slug: string): Promise<(Article & { slug: string }) | null> {
  if (!resourceSlug.safeParse(slug).success) return null;
  const database = publicDatabase();
  const query = database.from('resources').select(resourceColumns).eq('status', 'published').eq('slug', slug);
  const [row]: unknown[] = rows(await query.limit(1));
  if (!row) return null;
  const shown = ifShown(row);
  if (!shown) return null;
  const { resource, html } = shown;
  const { pairId, language } = resource;
  const pair = pairId
    ? await database
        .from('resources')
        .select('slug, language')
        .eq('status', 'published')
        .eq('pair_id', pairId)
    : null;
  const other = pair && pairRows.parse(rows(pair)).find((one) => one.language !== language);
  const files = (await publishedFiles(resource.id)).get(resource.id);
  return { slug, resource, html, files, other: other ?? null };
}

const goneRows = z.array(z.object({ replaced_by: z.string().nullable() }));

/**
 * Where an address leads that was on the site once: the name of what took its place, null when nothing did, and
 * undefined when it never was there. Follows what was itself replaced. Throws DatabaseUnavailable.
 */
export async function whereNow(slug: string): Promise<string | null | undefined> {
  const seen = new Set<string>();
  let now = slug;
  while (!seen.has(now)) {
    seen.add(now);
    const answer = await publicDatabase()
      .from('gone_addresses')
      .select('replaced_by')
      .eq('slug', now)
      .limit(1);
    const [gone] = goneRows.parse(rows(answer));
    if (!gone) return now === slug ? undefined : now;
    if (gone.replaced_by === null) return null;
    now = gone.replaced_by;
  }
  return null;
}
