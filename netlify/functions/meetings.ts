import type { Config } from '@netlify/functions';
import { cachedJsonText, notKept } from '#meetings/answer.ts';
import { currentList } from '#meetings/current.ts';
import { getEndpoint } from '#platform/endpoint.ts';

/** The finder's whole list: a {@link import('#meetings/finder/wire.ts').ListHead} and its blocks. */
export default getEndpoint('/api/meetings', async (request) => {
  const { list, live } = await currentList();
  return cachedJsonText(request, list, live ? undefined : notKept);
});

export const config: Config = { path: '/api/meetings' };
