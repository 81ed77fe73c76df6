import { createRequire } from 'node:module';
import type { Random } from './random.ts';
import { churches, halls, streetKinds, streets } from './row-words.ts';

/** Real towns with made-up addresses in them. */

export interface Town {
  city: string;
  state: string;
  zip: string;
  latitude: number;
  longitude: number;
  timeZone: string;
}

export interface Place {
  town: Town;
  location: string;
  address: string;
  latitude: number;
  longitude: number;
  /** The next free hours of its week, so that a room is not taken twice. */
  taken: Set<string>;
}

// One zone holds most meetings, as where a site's own region does; the others are what people far away asked for.
const zones: [zone: string, states: string[], share: number][] = [
  ['America/Denver', ['CO', 'UT', 'NM', 'WY', 'MT'], 66],
  ['America/New_York', ['NY', 'MA', 'PA'], 9],
  ['America/Chicago', ['IL', 'MN', 'TX'], 8],
  ['America/Los_Angeles', ['CA', 'WA'], 7],
  ['America/Phoenix', ['AZ'], 5],
  ['America/Boise', ['ID'], 3],
  ['America/Anchorage', ['AK'], 1],
  ['Pacific/Honolulu', ['HI'], 1],
];

const postal = Object.values(
  (
    createRequire(import.meta.url)('zipcodes') as {
      codes: Record<string, Omit<Town, 'timeZone'> & { country: string }>;
    }
  ).codes,
).filter(({ country }) => country === 'US');

const cities = [...new Set(postal.map(({ city }) => city))];

/** A name out of thousands: neighbourhoods, streets and groups are called after every town there is. */
export const placeName = (random: Random): string => random.pick(cities);

const townsByZone = zones.map(([timeZone, states, share]) => {
  const towns = new Map<string, Town>();
  for (const { city, state, zip, latitude, longitude } of postal)
    if (states.includes(state) && !towns.has(`${city} ${state}`))
      towns.set(`${city} ${state}`, { city, state, zip, latitude, longitude, timeZone });
  return [[...towns.values()], share] as const;
});

/** A list of `count` meetings is of so many towns; a few of them have most of the meetings. */
export function townsFor(count: number, random: Random): () => Town {
  const wanted = Math.max(8, Math.round(count / 12));
  const chosen = townsByZone.map(([towns, share]) => {
    const order = towns.map((town) => ({ town, key: random.next() })).sort((a, b) => a.key - b.key);
    return [
      order.slice(0, Math.max(1, Math.round((wanted * share) / 100))).map(({ town }) => town),
      share,
    ] as const;
  });
  return () => {
    const towns = random.weighted(chosen);
    return towns[random.early(towns.length, 2.2)] as Town;
  };
}

export function place(town: Town, random: Random): Place {
  const hall = random.pick(halls);
  const location = random.weighted([
    [random.pick(churches), 55],
    [`${town.city} ${hall}`, 15],
    [`${placeName(random)} ${hall}`, 20],
    [hall, 10],
  ] as const);
  const street = random.weighted([
    [`${random.whole(4, 120)}th`, 25],
    [random.pick(streets), 45],
    [placeName(random), 30],
  ] as const);
  const side = random.chance(0.3) ? `${random.pick(['N', 'S', 'E', 'W', 'NW', 'SE'])} ` : '';
  const number = random.whole(1, random.pick([99, 999, 9999, 15999]));
  const unit = random.chance(0.06) ? ` #${random.whole(1, 320)}` : '';
  return {
    town,
    location,
    address: `${number} ${side}${street} ${random.weighted(streetKinds)}${unit}, ${town.city}, ${town.state} ${town.zip}, USA`,
    latitude: Number((town.latitude + random.around() * 0.04).toFixed(7)),
    longitude: Number((town.longitude + random.around() * 0.05).toFixed(7)),
    taken: new Set(),
  };
}
