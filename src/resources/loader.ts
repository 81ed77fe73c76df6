import type { Loader, LoaderContext } from 'astro/loaders';
import * as z from 'zod';
import { publicDatabase, rows } from '#platform/database.ts';
import { asHtml } from './markdown.ts';
import { resource, resourceColumns, resourceRow } from './schema.ts';

/**
 * What staff published, rendered from Markdown and sanitised. One row that cannot be used is left out
 * with a warning; a database that does not answer ends the build, and the site stays as it was.
 */
export function resourcesLoader(read: () => Promise<unknown[]> = readPublished) {
  return {
    name: 'onward-resources',
    schema: resource,
    load: async (context) => {
      const found = await read();
      context.store.clear();
      for (const row of found) {
        await add(row, context).catch((error: unknown) => {
          const name = z.object({ slug: z.string() }).safeParse(row).data?.slug ?? '(no slug)';
          context.logger.warn(`Resource "${name}" is left out: ${reason(error)}`);
        });
      }
    },
  } satisfies Loader;
}

async function add(row: unknown, { store, parseData, generateDigest }: LoaderContext) {
  const { slug, body, pair_id, review_by, published_at, updated_at, ...words } = resourceRow.parse(row);
  const data = await parseData({
    id: slug,
    data: {
      ...words,
      pairId: pair_id,
      reviewBy: review_by,
      publishedAt: published_at,
      updatedAt: updated_at,
    },
  });
  const html = asHtml(body);
  if (!html) throw new Error('nothing of its text may be shown');
  store.set({ id: slug, data, body, rendered: { html }, digest: generateDigest({ data, html }) });
}

async function readPublished(): Promise<unknown[]> {
  return rows(
    await publicDatabase({ timeLimit: 15_000 })
      .from('resources')
      .select(resourceColumns)
      .eq('status', 'published')
      .order('title'),
  );
}

function reason(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : 'unknown';
}
