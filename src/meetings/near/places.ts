import unitedStates from './united-states.json' with { type: 'json' };
import { packPlaces, unpackPlaces, type PackedPlaces, type PlaceTable } from './place-table.ts';
import { ownTowns, placesNear, type ListedPosition } from './places-near.ts';

let table: PlaceTable | undefined;

/** ZIPs and towns around the listed meetings, as `GET /api/meetings/places` answers them. */
export function packedPlaces(positions: readonly ListedPosition[]): PackedPlaces {
  table ??= unpackPlaces(unitedStates);
  const places = placesNear(table, positions);
  return packPlaces([...places, ...ownTowns(positions, places)]);
}
