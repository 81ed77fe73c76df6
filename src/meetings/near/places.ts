import northAmerica from './north-america.json' with { type: 'json' };
import { packPlaces, unpackPlaces, type PackedPlaces, type PlaceTable } from './place-table.ts';
import { ownTowns, placesNear, type ListedPosition } from './places-near.ts';

let table: PlaceTable | undefined;

/** Postal codes and towns around the listed meetings, as `GET /api/meetings/places` answers them. */
export function packedPlaces(positions: readonly ListedPosition[]): PackedPlaces {
  table ??= unpackPlaces(northAmerica);
  const places = placesNear(table, positions);
  return packPlaces([...places, ...ownTowns(positions, places)]);
}
