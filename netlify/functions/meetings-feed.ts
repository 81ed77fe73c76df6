import type { Config } from '@netlify/functions';
import { cachedJson } from '#meetings/answer.ts';
import { meetingGuideFeed } from '#meetings/feed.ts';
import { listedMeetings } from '#meetings/store.ts';
import { publicDatabase } from '#platform/database.ts';
import { getEndpoint } from '#platform/endpoint.ts';
import { siteUrl } from '#platform/environment.ts';
import { site } from '#platform/site.ts';

/** The list as a Meeting Guide array, for other finders to read. */
export default getEndpoint('/api/meetings/feed.json', async (request) =>
  cachedJson(request, meetingGuideFeed(await listedMeetings(publicDatabase()), siteUrl(), site().name)),
);

export const config: Config = { path: '/api/meetings/feed.json' };
