import * as z from 'zod';
import type { Clock } from '#platform/clock.ts';
import { publicDatabase, rows } from '#platform/database.ts';
import { everyRow } from '#platform/every-row.ts';
import type { ListedResource, ResourcesNow } from './live-list.ts';
import { resourceRow } from './schema.ts';

/** Lists of what is published at this moment, as anybody may read them. */

export const listedRow = resourceRow
  .pick({
    slug: true,
    title: true,
    summary: true,
    kind: true,
    topics: true,
    audience: true,
    language: true,
    updated_at: true,
  })
  .transform(({ updated_at: updatedAt, ...row }): ListedResource => ({ ...row, updatedAt }));

/** Rows that cannot be read are left out: they take no other with them. */
export const listed = (found: unknown[]): ListedResource[] =>
  found.flatMap((row) => listedRow.safeParse(row).data ?? []);

const slugs = z.array(z.object({ slug: z.string() }));
/** Longer than any build is late. */
const freshDays = 7;
const freshAtMost = 40;

/** What a page that was built some time ago needs to be up to date. Throws DatabaseUnavailable. */
export async function resourcesNow(clock: Clock): Promise<ResourcesNow> {
  const since = clock()
    .subtract({ hours: 24 * freshDays })
    .toString();
  const [all, fresh] = await Promise.all([
    everySlug(),
    publicDatabase()
      .from('resources')
      .select('slug, title, summary, kind, topics, audience, language, updated_at')
      .eq('status', 'published')
      .gt('updated_at', since)
      .order('updated_at', { ascending: false })
      .limit(freshAtMost),
  ]);
  return { all, fresh: listed(rows(fresh)) };
}

async function everySlug(): Promise<string[]> {
  const all = await everyRow((from, to) =>
    publicDatabase().from('resources').select('slug').eq('status', 'published').order('slug').range(from, to),
  );
  return slugs.parse(all).map(({ slug }) => slug);
}
