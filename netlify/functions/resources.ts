import type { Config } from '@netlify/functions';
import { cachedJson } from '#platform/cached-answer.ts';
import { systemClock } from '#platform/clock.ts';
import { getEndpoint } from '#platform/endpoint.ts';
import { publicUntilTheNextBuild } from '#resources/answer.ts';
import { resourcesNow } from '#resources/listed.ts';

/** What is published now: a {@link import('#resources/live-list.ts').ResourcesNow}. */
export default getEndpoint('/api/resources', async (request) =>
  cachedJson(request, await resourcesNow(systemClock), publicUntilTheNextBuild),
);

export const config: Config = { path: '/api/resources' };
