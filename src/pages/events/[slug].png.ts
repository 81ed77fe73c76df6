import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';
import { isOver, type Event } from '#events/event.ts';
import { eventPicture } from '#events/picture/event-picture.ts';
import { pictureAnswer } from '#events/picture/png.ts';
import { languageOf } from '#i18n/language.ts';
import { site } from '#platform/site.ts';

export const getStaticPaths = (async () => {
  const now = new Date().toISOString();
  const events = (await getCollection('events')).map(({ data }) => data);
  return events
    .filter((event) => !isOver(event, now))
    .map((event) => ({ params: { slug: event.slug }, props: { event } }));
}) satisfies GetStaticPaths;

/** What others see when somebody shares the page of an event that is to come. Drawn at the build. */
export const GET: APIRoute<{ event: Event }> = ({ props, url }) =>
  pictureAnswer(eventPicture(props.event, site().neutralName, languageOf(url)));
