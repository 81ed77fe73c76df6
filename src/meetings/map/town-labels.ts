import type { Position } from '../near/distance.ts';
import { packSeries, unpackSeries } from '../near/packed.ts';
import type { PlaceTable, Town } from '../near/place-table.ts';

/** Towns as they travel, the largest first. Hundredths of a degree. */
export interface PackedTowns {
  /** Parted by `|`. */
  names: string;
  latitudes: string;
  longitudes: string;
}

export interface TownLabel extends Position {
  name: string;
}

const mostTowns = 240;
// A town that only the meetings name counts as one with this many codes.
const ownWeight = 4;

const weight = ({ codes, region }: Town): number => (region === '' ? ownWeight : codes);
const square = ({ latitude, longitude }: Town): string =>
  `${Math.floor(latitude * 4)} ${Math.floor(longitude * 4)}`;

/**
 * Names to find one's way by: the largest town of each quarter degree, so that no part of the map is without
 * one, then the largest of all. How many ZIPs a town has stands for its size.
 */
export function townLabels({ towns }: PlaceTable): PackedTowns {
  const largestFirst = towns.toSorted((a, b) => weight(b) - weight(a) || (a.name < b.name ? -1 : 1));
  const bySquare = new Map<string, Town>();
  for (const town of largestFirst) if (!bySquare.has(square(town))) bySquare.set(square(town), town);
  const chosen = new Set([...largestFirst.slice(0, mostTowns / 3), ...bySquare.values()]);
  const labels = [...chosen].sort((a, b) => weight(b) - weight(a)).slice(0, mostTowns);
  return {
    names: labels.map(({ name }) => name).join('|'),
    latitudes: packSeries(labels.map(({ latitude }) => Math.round(latitude * 100))),
    longitudes: packSeries(labels.map(({ longitude }) => Math.round(longitude * 100))),
  };
}

export function unpackTowns({ names, latitudes, longitudes }: PackedTowns): TownLabel[] {
  const [north, east] = [unpackSeries(latitudes), unpackSeries(longitudes)];
  return names === ''
    ? []
    : names.split('|').map((name, index) => ({
        name,
        latitude: (north[index] ?? 0) / 100,
        longitude: (east[index] ?? 0) / 100,
      }));
}
