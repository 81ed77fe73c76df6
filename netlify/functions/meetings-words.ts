import type { Config } from '@netlify/functions';
import { listAnswer } from '#meetings/list-answer.ts';
import { getEndpoint } from '#platform/endpoint.ts';

/** What words may match besides the finder's list, row by row: `{ version, more }`. */
export default getEndpoint(
  '/api/meetings/words',
  listAnswer(({ version, more }) => ({ version, more })),
);

export const config: Config = { path: '/api/meetings/words' };
