import type { Config } from '@netlify/functions';
import { buildStamp } from '#platform/build-stamp.ts';
import { publicDatabase } from '#platform/database.ts';
import { getEndpoint } from '#platform/endpoint.ts';
import { lateWork } from '#platform/late-work.ts';
import { errorCode, log } from '#platform/log.ts';
import { json } from '#platform/problem.ts';

/**
 * For whoever watches the site from outside. `ok`: visitors are served, the database answers. `late`: what stands
 * still behind it, by name; null when nobody could be asked. 503 when the database does not answer, and with
 * `?strict` also when something stands still, for a watcher that reads only the status.
 */
export default getEndpoint('/api/health', async (request, context) => {
  const late = await lateWork(publicDatabase({ timeLimit: 3000 })).catch((error: unknown) => {
    const { requestId } = context;
    log({ event: 'failed', route: '/api/health', requestId, status: 503, code: errorCode(error) });
    return null;
  });
  const database = late !== null;
  const strict = new URL(request.url).searchParams.has('strict');
  const well = database && (!strict || late.length === 0);
  return json(
    { ok: database, database, ...buildStamp(), late },
    { status: well ? 200 : 503, headers: well ? {} : { 'Retry-After': '30' } },
  );
});

export const config: Config = { path: '/api/health' };
