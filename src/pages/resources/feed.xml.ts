import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { inLanguage } from '#i18n/language.ts';
import { siteUrl } from '#platform/environment.ts';
import { site } from '#platform/site.ts';
import { forReaders } from '#resources/for-readers.ts';
import { resourcesSpeak } from '#resources/spanish.ts';

const atMost = 50;

/** What was posted last, as a news feed. */
export const GET: APIRoute = async ({ url }) => {
  const say = resourcesSpeak(url);
  const newest = forReaders(await getCollection('resources'), say.language)
    .sort((a, b) => b.data.publishedAt.localeCompare(a.data.publishedAt))
    .slice(0, atMost);
  return rss({
    title: say('{house}: resources', { house: site().neutralName }),
    description: say('What {house} posted', { house: site().shortName }),
    site: siteUrl(),
    items: newest.map(({ id, data }) => ({
      title: data.title,
      link: inLanguage(`/resources/${id}/`, say.language),
      description: data.summary,
      pubDate: new Date(data.publishedAt),
    })),
  });
};
