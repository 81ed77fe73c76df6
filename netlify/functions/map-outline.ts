import type { Config } from '@netlify/functions';
import { cachedJson } from '#meetings/answer.ts';
import { mapGround } from '#meetings/map/ground.ts';
import { listedPositions } from '#meetings/near/positions.ts';
import { publicDatabase } from '#platform/database.ts';
import { getEndpoint } from '#platform/endpoint.ts';
import { site } from '#platform/site.ts';

/** What lies under the markers of the map: a {@link import('#meetings/map/ground.ts').MapGround}. */
export default getEndpoint('/api/map/outline', async (request) =>
  cachedJson(request, mapGround(await listedPositions(publicDatabase()), site().map)),
);

export const config: Config = { path: '/api/map/outline' };
