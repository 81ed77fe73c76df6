import { createRequire } from 'node:module';
import type { PostalPlace } from '#meetings/near/place-table.ts';

/**
 * What the npm package `zipcodes` knows, put right where it is known to be wrong. Its US positions are those
 * of GeoNames (CC BY 4.0) over a public list of ZIP codes; decision 016 has the whole chain.
 */
interface Listed {
  zip: string;
  latitude: number;
  longitude: number;
  city: string;
  state: string;
}

const require = createRequire(import.meta.url);
const listed = (file: unknown) => Object.values((file as { codes: Record<string, Listed> }).codes);

/** Post offices of the armed forces abroad: no places. */
const military = new Set(['AA', 'AE', 'AP']);

const isPlaced = ({ latitude, longitude }: Listed): boolean =>
  Number.isFinite(latitude) && Number.isFinite(longitude) && latitude !== 0 && longitude !== 0;

const middle = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** Codes that stand more than `far` degrees from all others with the same beginning are mistakes. */
function withoutStrays(places: PostalPlace[], beginning: number, far: number): PostalPlace[] {
  const groups = Map.groupBy(places, ({ code }) => code.slice(0, beginning));
  return [...groups.values()].flatMap((group) => {
    const latitude = middle(group.map((place) => place.latitude));
    const longitude = middle(group.map((place) => place.longitude));
    const isNear = (place: PostalPlace) =>
      Math.hypot(place.latitude - latitude, (place.longitude - longitude) * 0.75) < far;
    return group.filter((place) => place.region === 'AK' || isNear(place));
  });
}

const inUnitedStates = (): PostalPlace[] => {
  const places = listed(require('zipcodes/lib/codes.js'))
    .filter((row) => isPlaced(row) && !military.has(row.state))
    .map(({ zip, city, state, latitude, longitude }) => ({
      ...{ code: zip, town: asWritten(city), region: state, latitude, longitude },
    }));
  return withoutStrays(places, 3, 5);
};

const asWritten = (name: string): string =>
  name
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/\bMc([a-z])/g, (_, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(/\b([ODL]')(\p{Ll})/gu, (_, start: string, letter: string) => start + letter.toUpperCase());

/** The province by the first letter of a code: the list has rows whose columns slipped. */
const provinces: Record<string, string> = {
  ...{ A: 'NL', B: 'NS', C: 'PE', E: 'NB', G: 'QC', H: 'QC', J: 'QC', K: 'ON', L: 'ON', M: 'ON', N: 'ON' },
  ...{ P: 'ON', R: 'MB', S: 'SK', T: 'AB', V: 'BC', X: 'NT', Y: 'YT' },
};
const inNunavut = new Set(['X0A', 'X0B', 'X0C']);

/** The list lost its accents to one wrong letter: these are no é. */
const accents: [RegExp, string][] = [
  [/\bc\ufffdte/gi, 'Côte'],
  [/(?<=^|[\s('-])\ufffdle/gi, 'Île'],
  [/fran\ufffdois/gi, 'François'],
  [/gr\ufffdce/gi, 'Grâce'],
  [/j\ufffdr\ufffdme/gi, 'Jérôme'],
  [/(?<=i|err|\bm|\bval)\ufffdre/gi, 'ère'],
  [/genevi\ufffdve/gi, 'Geneviève'],
  [/h\ufffdl\ufffdne/gi, 'Hélène'],
  [/th\ufffdr\ufffdse/gi, 'Thérèse'],
  [/lam\ufffdque/gi, 'Lamèque'],
  [/ad\ufffdle/gi, 'Adèle'],
  [/(?<=^|[\s('-])\ufffd/g, 'É'],
  [/\ufffd/g, 'é'],
];
const restored = (name: string): string =>
  accents.reduce((text, [pattern, letter]) => text.replace(pattern, letter), name);

const small = /(?<=[-\s])(?:de|du|des|la|le|les|sur|aux?|and|of)(?=[-\s])/gi;
const capitals = (name: string): string =>
  name
    .toLowerCase()
    .replace(/- /g, '-')
    .replace(/(?<=^|[\s/-])\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(small, (word) => word.toLowerCase());

const office =
  /^government of canada ottawa.*|\s+[\w& ]*(?:provincial government|business reply mail|po boxes).*$/i;
const quarter =
  /\s+(?:(?:north|south)?(?:east|west)?(?:ern)?|central|outskirts|extremities|subdivisions|and|&|inner|outer|upper|lower|stn)$/i;

/**
 * “Kamloops Central And Southeast (…)” is in Kamloops. A country code is a district, as wide as a state at times:
 * it keeps its own name, because its middle may be hours from the town in the brackets.
 */
export function canadianTown(listedName: string, rural: boolean): string {
  const name = restored(listedName.replace(/\s+/g, ' ').trim());
  const outside = name.replace(/\s*\(.*$/, '');
  if (rural) return asWritten(capitals(outside));
  let town = outside.replace(office, (words) => (/^gov/i.test(words) ? 'Ottawa' : ''));
  for (let cut = town.replace(quarter, ''); cut !== town && cut !== ''; cut = town.replace(quarter, ''))
    town = cut;
  return asWritten(capitals(town.replace(/^[\w ]+ (?=toronto$|montreal$)/i, '')));
}

const inCanada = (): PostalPlace[] => {
  const places = listed(require('zipcodes/lib/codesCanada.js'))
    .filter((row) => isPlaced(row) && /^[A-Z]\d[A-Z]$/.test(row.zip))
    .map(({ zip, city, latitude, longitude }) => ({
      code: zip,
      town: canadianTown(city, zip[1] === '0'),
      region: inNunavut.has(zip) ? 'NU' : (provinces[zip[0] ?? ''] ?? ''),
      latitude,
      longitude,
    }));
  return withoutStrays(places, 2, 15);
};

/** Every postal code with a town and a position. */
export const northAmerica = (): PostalPlace[] => [...inUnitedStates(), ...inCanada()];
