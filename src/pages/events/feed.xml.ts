import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { isOver } from '#events/event.ts';
import { comingEntries } from '#events/list/entries.ts';
import { daysInWords, spansDays } from '#events/when-words.ts';
import { hoursInWords } from '#events/wording.ts';
import { siteUrl } from '#platform/environment.ts';
import { site } from '#platform/site.ts';

/** What is coming up, as a news feed. */
export const GET: APIRoute = async () => {
  const now = new Date().toISOString();
  const coming = (await getCollection('events'))
    .map(({ data }) => data)
    .filter((event) => event.status === 'published' && !isOver(event, now));
  // a series by its next date: a weekly supper must not fill a reader
  const entries = comingEntries(coming).filter(({ again }) => !again);
  return rss({
    title: `${site().neutralName}: what is coming up`,
    description: `Dates at ${site().shortName}`,
    site: siteUrl(),
    items: entries.map(({ event }) => ({
      title: event.title,
      link: `/events/${event.slug}/`,
      description: `${spansDays(event) ? '' : `${daysInWords(event)}, `}${hoursInWords(event)}. ${event.summary}`,
      pubDate: new Date(event.updatedAt),
    })),
  });
};
