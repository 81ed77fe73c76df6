import type { Config } from '@netlify/functions';
import { systemClock } from '#platform/clock.ts';
import { getEndpoint } from '#platform/endpoint.ts';
import { taggedJson } from '#resources/answer.ts';
import { resourcesNow } from '#resources/listed.ts';

/** What is published now: a {@link import('#resources/live-list.ts').ResourcesNow}. */
export default getEndpoint('/api/resources', async (request) =>
  taggedJson(request, await resourcesNow(systemClock)),
);

export const config: Config = { path: '/api/resources' };
