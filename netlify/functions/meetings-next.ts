import type { Config } from '@netlify/functions';
import { publicCache } from '#meetings/answer.ts';
import { currentList } from '#meetings/current.ts';
import { nextMeetings } from '#meetings/next.ts';
import { cachedJson } from '#platform/cached-answer.ts';
import { systemClock } from '#platform/clock.ts';
import { DatabaseUnavailable } from '#platform/database.ts';
import { getEndpoint } from '#platform/endpoint.ts';
import { site } from '#platform/site.ts';

/** The next three meetings one can still make: `{ timeZone, meetings }`. */
export default getEndpoint('/api/meetings/next', async (request) => {
  const { timeZone } = site();
  const { list, live } = await currentList();
  // What an old list says of tonight is no promise; the home page then has its link to the list itself.
  if (!live) throw new DatabaseUnavailable();
  const meetings = nextMeetings(list.meetings, timeZone, systemClock());
  // Ten stale minutes would offer meetings that one can no longer make.
  return cachedJson(request, { timeZone, meetings }, publicCache(60));
});

export const config: Config = { path: '/api/meetings/next' };
