import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { siteUrl } from '#platform/environment.ts';
import { site } from '#platform/site.ts';

const atMost = 50;

/** What was posted last, as a news feed. */
export const GET: APIRoute = async () => {
  const newest = (await getCollection('resources'))
    .sort((a, b) => b.data.publishedAt.localeCompare(a.data.publishedAt))
    .slice(0, atMost);
  return rss({
    title: `${site().neutralName}: resources`,
    description: `What ${site().shortName} posted`,
    site: siteUrl(),
    items: newest.map(({ id, data }) => ({
      title: data.title,
      link: `/resources/${id}/`,
      description: data.summary,
      pubDate: new Date(data.publishedAt),
    })),
  });
};
