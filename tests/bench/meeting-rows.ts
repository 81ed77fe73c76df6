import { Random } from './random.ts';
import { note } from './row-notes.ts';
import { joinUrl, later, nameOf, slugFor, typesOf } from './row-parts.ts';
import { place, townsFor, type Place } from './row-places.ts';
import { startTimes } from './row-words.ts';

export interface MeetingGuideRow {
  name: string;
  slug: string;
  day: number;
  time: string;
  end_time?: string;
  timezone: string;
  types: string[];
  formatted_address: string;
  regions: string[];
  latitude: number;
  longitude: number;
  location?: string;
  group?: string;
  approximate: 'yes' | 'no';
  attendance_option: 'in_person' | 'online' | 'hybrid' | 'inactive';
  notes?: string;
  conference_url?: string;
  conference_phone?: string;
  updated: string;
}

/**
 * Rows of a Meeting Guide feed, made up so that they weigh and repeat as real ones do: a list put together
 * from a hundred copies of one row compresses to nothing and would flatter every figure.
 *
 * Measured on three public feeds (315 rows of AA in Edmonton, 360 of Al-Anon in Massachusetts, 62 of NA in
 * New York State), beside as many rows made here; `tests/unit/bench-rows.test.ts` holds the last column.
 * Bytes are those of one column alone, a value a line, `gzip -9`, divided by the rows.
 *
 * | | AA | Al-Anon | NA | made here |
 * | --- | --- | --- | --- | --- |
 * | letters of a name | 17 | 31 | 18 | 22 |
 * | distinct names | 77 % | 98 % | 95 % | 94 % |
 * | bytes of a name | 7.0 | 11.7 | 10.4 | 8.8 |
 * | bytes of an address | 7.9 | 10.6 | - | 7.2 |
 * | bytes of a place's name | 5.4 | 1.4 | - | 3.6 |
 * | bytes of name, place, address, region, day, time, types and position together | 24 + no position | 35 | - | 31 |
 * | meetings an address | 1.9 | 1.3 | 1.1 | 1.9 |
 * | rows with notes, letters of one | 92 %, 106 | 80 %, 115 | 0 % | 79 %, 110 |
 * | bytes of a whole row | 81 | 126 | 78 | 99 |
 *
 * As in the Al-Anon feed a slug is the name, with a number where it is taken, in all but one row of 360.
 * A quarter is online, a tenth hybrid; two thirds are in one time zone, the others in seven more.
 * The same rows come for the same `count` and `seed`, always.
 */
export function meetingRows(count: number, seed = 1): MeetingGuideRow[] {
  const random = new Random(seed);
  const town = townsFor(count, random);
  const slugs = new Map<string, number>();
  const rows: MeetingGuideRow[] = [];
  while (rows.length < count) {
    const where = place(town(), random);
    const first = rows.length;
    const meetings = Math.min(meetingsAtAPlace(random), count - first);
    for (let index = 0; index < meetings; index += 1) {
      const group = random.chance(0.15) ? rows.slice(first).at(-1) : undefined;
      rows.push(row(where, group, slugs, random));
    }
  }
  return rows;
}

/** Mostly one, now and then a club house with twenty: 1.9 in the mean. */
const meetingsAtAPlace = (random: Random): number =>
  random.weighted([
    [1, 780],
    [2, 110],
    [3, 40],
    [5, 30],
    [9, 20],
    [20, 10],
  ] as const);

function row(
  where: Place,
  group: MeetingGuideRow | undefined,
  slugs: Map<string, number>,
  random: Random,
): MeetingGuideRow {
  const { town } = where;
  const day = random.whole(0, 6);
  const time = random.weighted(startTimes);
  const name = group?.name ?? nameOf(town.city, day, random);
  const mode = random.weighted([
    ['in_person', 62],
    ['online', 25],
    ['hybrid', 10],
    ['inactive', 3],
  ] as const);
  const joins = mode === 'online' || mode === 'hybrid';
  return {
    name,
    slug: slugFor(name, slugs),
    day,
    time,
    ...(random.chance(0.6) && { end_time: later(time, random.pick([60, 60, 60, 60, 90, 75, 120])) }),
    timezone: town.timeZone,
    types: typesOf(mode, random),
    formatted_address: mode === 'online' ? `${town.city}, ${town.state} ${town.zip}, USA` : where.address,
    approximate: mode === 'online' ? 'yes' : 'no',
    attendance_option: mode,
    regions: [town.state, town.city],
    latitude: mode === 'online' ? town.latitude : where.latitude,
    longitude: mode === 'online' ? town.longitude : where.longitude,
    ...(mode !== 'online' && random.chance(0.95) && { location: where.location }),
    ...(random.chance(0.5) && { group: random.chance(0.5) ? name : `${name} Group` }),
    ...(random.chance(0.79) && { notes: note(random) }),
    ...(joins && { conference_url: joinUrl(random) }),
    ...(joins &&
      random.chance(0.4) && { conference_phone: `+1720555${random.digits(4)},,${random.digits(10)}#` }),
    updated: new Date(Date.UTC(2023, 0, 1) + Math.floor(random.next() * 1380 * 86_400) * 1000)
      .toISOString()
      .slice(0, 19)
      .replace('T', ' '),
  };
}
