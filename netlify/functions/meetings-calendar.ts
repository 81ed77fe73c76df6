import type { Config } from '@netlify/functions';
import { inLanguage } from '#i18n/language.ts';
import { publicCache } from '#meetings/answer.ts';
import { calendarLanguage, calendarRequest } from '#meetings/calendar-request.ts';
import { calendarSpeak } from '#meetings/calendar-spanish.ts';
import { meetingsCalendar } from '#meetings/calendar.ts';
import { listedMeetingsOf } from '#meetings/store.ts';
import { cachedText } from '#platform/cached-answer.ts';
import { publicDatabase } from '#platform/database.ts';
import { getEndpoint } from '#platform/endpoint.ts';
import { siteUrl } from '#platform/environment.ts';
import { problem } from '#platform/problem.ts';
import { site } from '#platform/site.ts';

/**
 * Groups as a calendar to add or to subscribe to: `?slug=a&slug=b`, with `&titles=real` under their own
 * names, and `&language=es` in Spanish. A group that is no longer listed is left out; 404 when none of them is.
 */
export default getEndpoint('/api/meetings/calendar.ics', async (request) => {
  const asked = calendarRequest(request.url);
  const language = calendarLanguage(request.url);
  const say = calendarSpeak(language);
  if (asked.errors) return problem(400, say('This address does not name groups'), { errors: asked.errors });
  const meetings = await listedMeetingsOf(publicDatabase(), asked.slugs);
  if (meetings.length === 0)
    return problem(404, say('None of these groups is listed'), {
      detail: say('They may have ended or moved to another page. Look for them at {address}.', {
        address: inLanguage('/meetings/', language),
      }),
    });
  const { neutralName } = site();
  const file = meetingsCalendar(meetings, {
    neutralName,
    siteUrl: siteUrl(),
    titles: asked.titles,
    language,
  });
  return cachedText(request, file, {
    ...publicCache(),
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': 'inline; filename="weekly-groups.ics"',
  });
});

export const config: Config = { path: '/api/meetings/calendar.ics' };
