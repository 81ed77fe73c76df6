import { log } from '#platform/log.ts';
import { problem } from '#platform/problem.ts';
import { securityHeaders } from '#platform/security-headers.ts';
import type { Site } from '#platform/site.ts';
import { fetchTile, tileAddress, tileOf, type TileLimits } from './tiles.ts';

/** How long a tile is good for. Tile hosts ask for a week at least. */
const cacheHeaders = {
  'Cache-Control': 'public, max-age=86400',
  'Netlify-CDN-Cache-Control': 'public, durable, max-age=604800, stale-while-revalidate=604800',
  'Netlify-Cache-Tag': 'map-tiles',
};

export interface TileQuestion {
  map: Site['map'];
  /** How we name ourselves to the tile host. */
  userAgent: string;
  parameters: Record<string, string | undefined>;
  limits?: TileLimits;
}

/** A tile of the host that the site names: 404 where none is named or no such tile can be, 502 when it fails. */
export async function tileAnswer({ map, userAgent, parameters, limits }: TileQuestion): Promise<Response> {
  const tile = map ? tileOf(parameters, map.maxZoom) : null;
  if (!map || tile === null) return problem(404, 'There is no such piece of a map here');
  const { data, error } = await fetchTile(tileAddress(map.tiles, tile), userAgent, limits);
  if (error !== null) {
    log({
      event: 'no-tile',
      route: '/api/map/tiles/:z/:x/:y',
      status: 502,
      code: error.replaceAll(' ', '-'),
    });
    return problem(502, 'This piece of the map cannot be had right now');
  }
  return new Response(data.bytes, {
    headers: {
      ...securityHeaders,
      ...cacheHeaders,
      'Content-Type': data.type,
    },
  });
}
