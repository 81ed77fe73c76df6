import type { Config } from '@netlify/functions';
import { cachedJson } from '#meetings/answer.ts';
import { packedPlaces } from '#meetings/near/places.ts';
import { listedPositions } from '#meetings/near/positions.ts';
import { publicDatabase } from '#platform/database.ts';
import { getEndpoint } from '#platform/endpoint.ts';

/**
 * Postal codes and towns within 100 miles of a listed meeting, the same for everybody who asks: the
 * {@link import('#meetings/near/place-table.ts').PackedPlaces} in which a browser finds what was typed.
 */
export default getEndpoint('/api/meetings/places', async (request) =>
  cachedJson(request, packedPlaces(await listedPositions(publicDatabase()))),
);

export const config: Config = { path: '/api/meetings/places' };
