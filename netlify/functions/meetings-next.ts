import type { Config } from '@netlify/functions';
import { cachedJson, publicCache } from '#meetings/answer.ts';
import { nextMeetings } from '#meetings/next.ts';
import { listedMeetings } from '#meetings/store.ts';
import { systemClock } from '#platform/clock.ts';
import { publicDatabase } from '#platform/database.ts';
import { getEndpoint } from '#platform/endpoint.ts';
import { site } from '#platform/site.ts';

/** The next three meetings one can still make: `{ timeZone, meetings }`. */
export default getEndpoint('/api/meetings/next', async (request) => {
  const { timeZone } = site();
  const meetings = nextMeetings(await listedMeetings(publicDatabase()), timeZone, systemClock());
  // Ten stale minutes would offer meetings that one can no longer make.
  return cachedJson(request, { timeZone, meetings }, publicCache(60));
});

export const config: Config = { path: '/api/meetings/next' };
