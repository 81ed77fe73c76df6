import type { APIRoute } from 'astro';
import { listPicture } from '#events/picture/event-picture.ts';
import { pictureAnswer } from '#events/picture/png.ts';
import { languageOf } from '#i18n/language.ts';
import { site } from '#platform/site.ts';

/** What others see when somebody shares the list of events. */
export const GET: APIRoute = ({ url }) => pictureAnswer(listPicture(site().neutralName, languageOf(url)));
