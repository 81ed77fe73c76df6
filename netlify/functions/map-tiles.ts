import type { Config } from '@netlify/functions';
import { tileAnswer } from '#meetings/map/tile-answer.ts';
import { getEndpoint } from '#platform/endpoint.ts';
import { siteUrl } from '#platform/environment.ts';
import { site } from '#platform/site.ts';

/** One picture of the map's background, from the host that content/site.yml names, if it names one. */
export default getEndpoint('/api/map/tiles/:z/:x/:y', (_request, { params }) =>
  tileAnswer({ map: site().map, userAgent: `${site().neutralName} (${siteUrl()})`, parameters: params }),
);

export const config: Config = { path: '/api/map/tiles/:z/:x/:y' };
