import type { Config } from '@netlify/functions';
import { publicDatabase } from '#platform/database.ts';
import { getEndpoint } from '#platform/endpoint.ts';
import { json } from '#platform/problem.ts';
import { buildStamp } from '#platform/build-stamp.ts';

export default getEndpoint('/api/health', async () => {
  const { error } = await publicDatabase({ timeLimit: 3000 }).from('events').select('id').limit(1);
  const body = { ok: !error, database: !error, ...buildStamp() };
  return json(body, { status: error ? 503 : 200, headers: error ? { 'Retry-After': '30' } : {} });
});

export const config: Config = { path: '/api/health' };
