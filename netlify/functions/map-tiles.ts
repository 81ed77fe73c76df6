import type { Config } from '@netlify/functions';
import { tileAnswer } from '#meetings/map/tile-answer.ts';
import { getEndpoint } from '#platform/endpoint.ts';
import { siteUrl } from '#platform/environment.ts';
import { site } from '#platform/site.ts';

/** One picture of the map's background, from the host that content/site.yml names, if it names one. */
export default getEndpoint('/api/map/tiles/:z/:x/:y', (request, { params }) =>
  tileAnswer({
    // with a query the same tile would pass by the CDN's copy of it
    map: new URL(request.url).search === '' ? site().map : undefined,
    userAgent: `${site().neutralName} (${siteUrl()})`,
    parameters: params,
  }),
);

export const config: Config = { path: '/api/map/tiles/:z/:x/:y' };
