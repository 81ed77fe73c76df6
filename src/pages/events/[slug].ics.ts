import type { APIRoute, GetStaticPaths } from 'astro';
import { getCollection } from 'astro:content';
import { languageOf } from '#i18n/language.ts';
import type { Event } from '#events/event.ts';
import { publicCalendar } from '#events/public-calendar.ts';

export const getStaticPaths = (async () =>
  (await getCollection('events')).map(({ data }) => ({
    params: { slug: data.slug },
    props: { event: data },
  }))) satisfies GetStaticPaths;

/** One event as a calendar file. */
export const GET: APIRoute<{ event: Event }> = ({ props, url }) =>
  publicCalendar([props.event], languageOf(url));
