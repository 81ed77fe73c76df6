import { createRequire } from 'node:module';
import type { PostalPlace } from '#meetings/near/place-table.ts';

/**
 * What the npm package `zipcodes` knows of the United States, put right where it is known to be wrong. Its
 * positions are those of GeoNames (CC BY 4.0) over a public list of ZIP codes; decision 016 has the whole chain.
 */
interface Listed {
  zip: string;
  latitude: number;
  longitude: number;
  city: string;
  state: string;
}

const require = createRequire(import.meta.url);
const { codes } = require('zipcodes/lib/codes.js') as { codes: Record<string, Listed> };
const listed = Object.values(codes);

/** Post offices of the armed forces abroad: no places. */
const military = new Set(['AA', 'AE', 'AP']);

const isPlaced = ({ latitude, longitude }: Listed): boolean =>
  Number.isFinite(latitude) && Number.isFinite(longitude) && latitude !== 0 && longitude !== 0;

const middle = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** Codes that stand more than five degrees from all others with the same beginning are mistakes. */
function withoutStrays(places: PostalPlace[]): PostalPlace[] {
  const groups = Map.groupBy(places, ({ code }) => code.slice(0, 3));
  return [...groups.values()].flatMap((group) => {
    const latitude = middle(group.map((place) => place.latitude));
    const longitude = middle(group.map((place) => place.longitude));
    const isNear = (place: PostalPlace) =>
      Math.hypot(place.latitude - latitude, (place.longitude - longitude) * 0.75) < 5;
    return group.filter((place) => place.region === 'AK' || isNear(place));
  });
}

const asWritten = (name: string): string =>
  name
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/\bMc([a-z])/g, (_, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(/\b([ODL]')(\p{Ll})/gu, (_, start: string, letter: string) => start + letter.toUpperCase());

/** Every ZIP with a town and a position. */
export function zipCodes(): PostalPlace[] {
  const places = listed
    .filter((row) => isPlaced(row) && !military.has(row.state))
    .map(({ zip, city, state, latitude, longitude }) => ({
      ...{ code: zip, town: asWritten(city), region: state, latitude, longitude },
    }));
  return withoutStrays(places);
}
