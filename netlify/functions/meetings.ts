import type { Config } from '@netlify/functions';
import { notKept, publicCache } from '#meetings/answer.ts';
import { currentList } from '#meetings/current.ts';
import { cachedJsonText } from '#platform/cached-answer.ts';
import { getEndpoint } from '#platform/endpoint.ts';

/** The finder's whole list: a {@link import('#meetings/finder/wire.ts').ListHead} and its blocks. */
export default getEndpoint('/api/meetings', async (request) => {
  const { list, live } = await currentList();
  return cachedJsonText(request, list, live ? publicCache() : notKept);
});

export const config: Config = { path: '/api/meetings' };
