import type { Config } from '@netlify/functions';
import { listAnswer } from '#meetings/list-answer.ts';
import { mapGround } from '#meetings/map/ground.ts';
import { positionsOf } from '#meetings/near/places-near.ts';
import { getEndpoint } from '#platform/endpoint.ts';
import { site } from '#platform/site.ts';

/** What lies under the markers of the map: a {@link import('#meetings/map/ground.ts').MapGround}. */
export default getEndpoint(
  '/api/map/outline',
  listAnswer(({ meetings }) => mapGround(positionsOf(meetings), site().map)),
);

export const config: Config = { path: '/api/map/outline' };
