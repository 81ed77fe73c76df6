import type { Config } from '@netlify/functions';
import { publicCache } from '#meetings/answer.ts';
import { meetingGuideFeed } from '#meetings/feed.ts';
import { listedMeetings } from '#meetings/store.ts';
import { cachedJson } from '#platform/cached-answer.ts';
import { publicDatabase } from '#platform/database.ts';
import { getEndpoint } from '#platform/endpoint.ts';
import { siteUrl } from '#platform/environment.ts';
import { site } from '#platform/site.ts';

/** The list as a Meeting Guide array, for other finders to read: also those that run in a browser elsewhere. */
export default getEndpoint('/api/meetings/feed.json', async (request) => {
  const { name: organisation, city, region } = site();
  const publisher = { siteUrl: siteUrl(), organisation, area: `${city}, ${region}, USA` };
  const feed = meetingGuideFeed(await listedMeetings(publicDatabase()), publisher);
  return cachedJson(request, feed, { ...publicCache(), 'Access-Control-Allow-Origin': '*' });
});

export const config: Config = { path: '/api/meetings/feed.json' };
