import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { byStart, isOver } from '#events/event.ts';
import { dayInWords, hoursInWords } from '#events/wording.ts';
import { siteUrl } from '#platform/environment.ts';
import { site } from '#platform/site.ts';

/** What is coming up, as a news feed. */
export const GET: APIRoute = async () => {
  const now = new Date().toISOString();
  const events = (await getCollection('events'))
    .map(({ data }) => data)
    .filter((event) => event.status === 'published' && !isOver(event, now))
    .sort(byStart);
  return rss({
    title: `${site().neutralName}: what is coming up`,
    description: `Dates at ${site().shortName}`,
    site: siteUrl(),
    items: events.map((event) => ({
      title: event.title,
      link: `/events/${event.slug}/`,
      description: `${dayInWords(event)}, ${hoursInWords(event)}. ${event.summary}`,
      pubDate: new Date(event.updatedAt),
    })),
  });
};
