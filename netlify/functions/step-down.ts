import type { Config } from '@netlify/functions';
import { getEndpoint } from '#platform/endpoint.ts';
import { json } from '#platform/problem.ts';
import { readPrograms } from '#step-down/programs.ts';

export default getEndpoint('/api/step-down', async () =>
  json(await readPrograms(), {
    headers: {
      'Cache-Control': 'public, max-age=0, must-revalidate',
      // a count of seats that is wrong for half a minute harms nobody: signing up asks again, under a lock
      'Netlify-CDN-Cache-Control': 'public, durable, max-age=20, stale-while-revalidate=10',
      'Netlify-Cache-Tag': 'step-down',
    },
  }),
);

export const config: Config = { path: '/api/step-down' };
