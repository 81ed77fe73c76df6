import type { Config } from '@netlify/functions';
import { cachedJson } from '#meetings/answer.ts';
import { compactList } from '#meetings/compact.ts';
import { listedMeetings } from '#meetings/store.ts';
import { systemClock } from '#platform/clock.ts';
import { publicDatabase } from '#platform/database.ts';
import { getEndpoint } from '#platform/endpoint.ts';
import { site } from '#platform/site.ts';

/** The finder's whole list: a {@link import('#meetings/compact.ts').CompactList}. */
export default getEndpoint('/api/meetings', async (request) => {
  const meetings = await listedMeetings(publicDatabase());
  return cachedJson(request, compactList(meetings, site().timeZone, systemClock()));
});

export const config: Config = { path: '/api/meetings' };
