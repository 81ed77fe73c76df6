import type { Site } from '#platform/site.ts';
import { unpackPlaces } from '../near/place-table.ts';
import { reachOf, type ListedPosition } from '../near/places-near.ts';
import { packedPlaces } from '../near/places.ts';
import type { PackedOutline } from './lines.ts';
import { nowhere, outlineAround } from './outline.ts';
import { townLabels, type PackedTowns } from './town-labels.ts';

/** What lies under the markers of the map, as `GET /api/map/outline` answers it. */
export interface MapGround {
  /** How the tiles of `/api/map/tiles/` are to be shown; null when no host is named. */
  tiles: { attribution: string; attributionLink?: string | undefined; maxZoom: number } | null;
  outline: PackedOutline;
  towns: PackedTowns;
  /** Some meetings are where no outline is known. */
  beyond: boolean;
}

/** A ZIP this near says that a place is in the United States, or at its border. */
const borderKilometres = 60;

export function mapGround(positions: readonly ListedPosition[], map: Site['map']): MapGround {
  const table = unpackPlaces(packedPlaces(positions));
  const known = table.codes.flatMap((code, row) =>
    code === '' ? [] : [{ latitude: table.latitudes[row] ?? 0, longitude: table.longitudes[row] ?? 0 }],
  );
  const isKnown = reachOf(known, borderKilometres);
  return {
    tiles: map
      ? { attribution: map.attribution, attributionLink: map.attributionLink, maxZoom: map.maxZoom }
      : null,
    outline: map || known.length === 0 ? nowhere : outlineAround(positions),
    towns: townLabels(table),
    beyond: !map && positions.some((position) => !isKnown(position)),
  };
}
