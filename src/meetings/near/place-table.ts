import type { Position } from './distance.ts';
import { packNumbers, packSeries, unpackNumbers, unpackSeries } from './packed.ts';
import { codeNumber, codeText } from './postal-code.ts';

/** A ZIP with the town it stands for. `code` is empty for a town without one. */
export interface PostalPlace extends Position {
  code: string;
  town: string;
  /** Two letters of a state; empty where there is none. */
  region: string;
}

/** Places as they travel: columns, a code a row. Coordinates in hundredths of a degree, about a kilometre. */
export interface PackedPlaces {
  codes: string;
  latitudes: string;
  longitudes: string;
  /** 0: a town not seen before, the next of `towns`; else the town of that many rows earlier. */
  townOf: string;
  /** Names, parted by `|`. */
  towns: string;
  /** `CO 120|KS 30`: of how many towns in a row each is the region. */
  regions: string;
}

export interface Town extends Position {
  name: string;
  region: string;
  /** How many ZIPs it has: how large it is, roughly. */
  codes: number;
}

/** Places as they are searched. `towns[townOf[row]]` is the town of the code in a row. */
export interface PlaceTable {
  codes: string[];
  latitudes: Float32Array;
  longitudes: Float32Array;
  townOf: Int32Array;
  towns: Town[];
}

const townKey = ({ town, region }: PostalPlace): string => `${town}|${region}`;
const hundredths = (degrees: number): number => Math.round(degrees * 100);

export function packPlaces(places: readonly PostalPlace[]): PackedPlaces {
  const rows = places
    .map((place) => ({ place, number: codeNumber(place.code) }))
    .sort((a, b) => a.number - b.number || (townKey(a.place) < townKey(b.place) ? -1 : 1));
  const lastRow = new Map<string, number>();
  const towns: string[] = [];
  const regions: [name: string, towns: number][] = [];
  const townOf = rows.map(({ place }, row) => {
    const before = lastRow.get(townKey(place));
    lastRow.set(townKey(place), row);
    if (before !== undefined) return row - before;
    towns.push(place.town.replaceAll('|', ' '));
    const current = regions.at(-1);
    if (current?.[0] === place.region) current[1] += 1;
    else regions.push([place.region, 1]);
    return 0;
  });
  return {
    codes: packSeries(rows.map(({ number }) => number)),
    latitudes: packSeries(rows.map(({ place }) => hundredths(place.latitude))),
    longitudes: packSeries(rows.map(({ place }) => hundredths(place.longitude))),
    townOf: packNumbers(townOf),
    towns: towns.join('|'),
    regions: regions.map(([name, count]) => `${name} ${count}`).join('|'),
  };
}

export function unpackPlaces(packed: PackedPlaces): PlaceTable {
  const degrees = (text: string) => Float32Array.from(unpackSeries(text), (number) => number / 100);
  const [latitudes, longitudes] = [degrees(packed.latitudes), degrees(packed.longitudes)];
  const towns: Town[] = [];
  const names = packed.towns === '' ? [] : packed.towns.split('|');
  for (const run of packed.regions === '' ? [] : packed.regions.split('|')) {
    const [region = '', count = '0'] = run.split(' ');
    const until = towns.length + Number(count);
    while (towns.length < until)
      towns.push({ name: names[towns.length] ?? '', region, latitude: 0, longitude: 0, codes: 0 });
  }
  const distances = unpackNumbers(packed.townOf);
  const townOf = new Int32Array(distances.length);
  let seen = 0;
  distances.forEach((distance, row) => {
    const index = distance === 0 ? seen++ : (townOf[row - distance] ?? 0);
    townOf[row] = index;
    const town = towns[index];
    if (town === undefined) return;
    // a town stands in the middle of its codes
    town.codes += 1;
    town.latitude += ((latitudes[row] ?? 0) - town.latitude) / town.codes;
    town.longitude += ((longitudes[row] ?? 0) - town.longitude) / town.codes;
  });
  return { codes: unpackSeries(packed.codes).map(codeText), latitudes, longitudes, townOf, towns };
}
