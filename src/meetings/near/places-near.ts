import { kilometresBetween, type Position } from './distance.ts';
import type { ListedMeeting } from '../schema.ts';
import { placeFold } from './place-fold.ts';
import type { PlaceTable, PostalPlace } from './place-table.ts';

/** Where a listed meeting is held, with its region as the feed calls it. */
export interface ListedPosition extends Position {
  region: string | null;
}

/** Where meetings are held, of those that say it. */
export const positionsOf = (
  meetings: readonly Pick<ListedMeeting, 'latitude' | 'longitude' | 'region'>[],
): ListedPosition[] =>
  meetings.flatMap(({ latitude, longitude, region }) =>
    latitude === null || longitude === null ? [] : [{ latitude, longitude, region }],
  );

/** How far from every meeting a place may be and still be of use to somebody there: 100 miles. */
export const farthestKilometres = 160.9344;

const cellKey = (latitude: number, longitude: number): number =>
  Math.floor(latitude) * 1000 + ((Math.floor(longitude) + 540) % 360);

/**
 * Tells whether any of the positions lies within some kilometres of a place, up to a hundred miles. They
 * count to a tenth of a degree and are kept by whole degrees.
 */
export function reachOf(positions: readonly Position[], kilometres: number): (place: Position) => boolean {
  const tenths = new Map(
    positions.map(({ latitude, longitude }) => {
      const rounded = {
        latitude: Math.round(latitude * 10) / 10,
        longitude: Math.round(longitude * 10) / 10,
      };
      return [`${rounded.latitude} ${rounded.longitude}`, rounded];
    }),
  );
  const cells = Map.groupBy(tenths.values(), ({ latitude, longitude }) => cellKey(latitude, longitude));
  return (place) => {
    const high = Math.min(89, Math.abs(place.latitude) + 2);
    const wide = Math.min(180, Math.ceil(2 / Math.cos((high * Math.PI) / 180)));
    for (let south = -2; south <= 2; south += 1) {
      for (let east = -wide; east <= wide; east += 1) {
        const near = cells.get(cellKey(place.latitude + south, place.longitude + east));
        if (near?.some((position) => kilometresBetween(place, position) <= kilometres)) return true;
      }
    }
    return false;
  };
}

/** The places of a table from which at least one of the positions is within 100 miles. */
export function placesNear(table: PlaceTable, positions: readonly Position[]): PostalPlace[] {
  if (positions.length === 0) return [];
  const isNear = reachOf(positions, farthestKilometres);
  return table.codes.flatMap((code, row) => {
    const place = { latitude: table.latitudes[row] ?? 0, longitude: table.longitudes[row] ?? 0 };
    const town = table.towns[table.townOf[row] ?? -1];
    if (town === undefined || !isNear(place)) return [];
    return [{ code, town: town.name, region: town.region, ...place }];
  });
}

// A region wider than this is no place that one is near to.
const widestRegion = 40;

/**
 * Regions of the meetings that are towns: names for what the table does not know, so that one can look
 * near a place in any country where there are meetings.
 */
export function ownTowns(positions: readonly ListedPosition[], known: readonly PostalPlace[]): PostalPlace[] {
  const named = Map.groupBy(
    positions.filter(({ region }) => region !== null && /^[\p{L}\p{M} .'’-]{2,60}$/u.test(region)),
    ({ region }) => region ?? '',
  );
  const places = Map.groupBy(known, ({ town }) => placeFold(town));
  return [...named].flatMap(([town, members]) => {
    const middle = {
      latitude: members.reduce((sum, { latitude }) => sum + latitude, 0) / members.length,
      longitude: members.reduce((sum, { longitude }) => sum + longitude, 0) / members.length,
    };
    const isWide = members.some((member) => kilometresBetween(member, middle) > widestRegion);
    const isKnown = places.get(placeFold(town))?.some((one) => kilometresBetween(one, middle) < 80);
    return isWide || isKnown === true ? [] : [{ code: '', town, region: '', ...middle }];
  });
}
