import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';
import type { Event } from '#events/event.ts';
import { eventPicture } from '#events/picture/event-picture.ts';
import { pictureAnswer } from '#events/picture/png.ts';
import { site } from '#platform/site.ts';

export const getStaticPaths = (async () =>
  (await getCollection('events')).map(({ data }) => ({
    params: { slug: data.slug },
    props: { event: data },
  }))) satisfies GetStaticPaths;

/** What others see when somebody shares the page of an event. Drawn at the build. */
export const GET: APIRoute<{ event: Event }> = ({ props }) =>
  pictureAnswer(eventPicture(props.event, site().neutralName));
