import type { Config } from '@netlify/functions';
import { cachedJson, notKept } from '#meetings/answer.ts';
import { currentList } from '#meetings/current.ts';
import { getEndpoint } from '#platform/endpoint.ts';

/** What words may match besides the finder's list, row by row: `{ version, more }`. */
export default getEndpoint('/api/meetings/words', async (request) => {
  const { list, live } = await currentList();
  return cachedJson(request, { version: list.version, more: list.more }, live ? undefined : notKept);
});

export const config: Config = { path: '/api/meetings/words' };
