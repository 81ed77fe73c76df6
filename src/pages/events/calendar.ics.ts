import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { publicCalendar } from '#events/public-calendar.ts';

/** All dates, to subscribe to. A static file, made anew with every build. */
export const GET: APIRoute = async () =>
  publicCalendar(
    (await getCollection('events')).map(({ data }) => data).filter(({ status }) => status !== 'draft'),
  );
