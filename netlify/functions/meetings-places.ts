import type { Config } from '@netlify/functions';
import { listAnswer } from '#meetings/list-answer.ts';
import { positionsOf } from '#meetings/near/places-near.ts';
import { packedPlaces } from '#meetings/near/places.ts';
import { getEndpoint } from '#platform/endpoint.ts';

/**
 * ZIPs and towns within 100 miles of a listed meeting, the same for everybody who asks: the
 * {@link import('#meetings/near/place-table.ts').PackedPlaces} in which a browser finds what was typed.
 */
export default getEndpoint(
  '/api/meetings/places',
  listAnswer(({ meetings }) => packedPlaces(positionsOf(meetings))),
);

export const config: Config = { path: '/api/meetings/places' };
