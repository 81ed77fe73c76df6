import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { languageOf } from '#i18n/language.ts';
import { publicCalendar } from '#events/public-calendar.ts';

/** All dates, to subscribe to. A static file, made anew with every build. */
export const GET: APIRoute = async ({ url }) =>
  publicCalendar(
    (await getCollection('events')).map(({ data }) => data).filter(({ status }) => status !== 'draft'),
    languageOf(url),
  );
