import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { isOver } from '#events/event.ts';
import { eventsSpeak } from '#events/spanish.ts';
import { comingEntries } from '#events/list/entries.ts';
import { daysInWords, spansDays } from '#events/when-words.ts';
import { hoursInWords } from '#events/wording.ts';
import { inLanguage } from '#i18n/language.ts';
import { siteUrl } from '#platform/environment.ts';
import { site } from '#platform/site.ts';

/** What is coming up, as a news feed. */
export const GET: APIRoute = async ({ url }) => {
  const say = eventsSpeak(url);
  const { language } = say;
  const now = new Date().toISOString();
  const coming = (await getCollection('events'))
    .map(({ data }) => data)
    .filter((event) => event.status === 'published' && !isOver(event, now));
  // a series by its next date: a weekly supper must not fill a reader
  const entries = comingEntries(coming).filter(({ again }) => !again);
  return rss({
    title: say('{house}: what is coming up', { house: site().neutralName }),
    description: say('Dates at {house}', { house: site().shortName }),
    customData: `<language>${language}</language>`,
    site: siteUrl(),
    items: entries.map(({ event }) => ({
      title: event.title,
      link: inLanguage(`/events/${event.slug}/`, language),
      description: `${spansDays(event) ? '' : `${daysInWords(event, language)}, `}${hoursInWords(event, language)}. ${event.summary}`,
      pubDate: new Date(event.updatedAt),
    })),
  });
};
