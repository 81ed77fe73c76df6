import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { distanceText, kilometresBetween, unitFor, withinKm } from '#meetings/near/distance.ts';
import { findPlaces } from '#meetings/near/find-place.ts';
import unitedStates from '#meetings/near/united-states.json' with { type: 'json' };
import { packNumbers, packSeries, unpackNumbers, unpackSeries } from '#meetings/near/packed.ts';
import { placeFold } from '#meetings/near/place-fold.ts';
import { packPlaces, unpackPlaces, type PostalPlace } from '#meetings/near/place-table.ts';
import { ownTowns, placesNear } from '#meetings/near/places-near.ts';
import { packedPlaces } from '#meetings/near/places.ts';
import { typedCode } from '#meetings/near/postal-code.ts';
import { zipCodes } from '../../local/geography/postal-codes.ts';

const table = unpackPlaces(unitedStates);
const labels = (typed: string, among = table) => findPlaces(typed, among).map(({ label }) => label);
const latitude = fc.double({ min: -90, max: 90, noNaN: true });
const longitude = fc.double({ min: -180, max: 180, noNaN: true });
const position = fc.record({ latitude, longitude });

describe('distances', () => {
  test.each([
    ['Denver to Boulder', [39.7392, -104.9903], [40.015, -105.2705], 38.8],
    ['Suva to Apia, across the date line', [-18.1416, 178.4419], [-13.8333, -171.7667], 1145],
    ['pole to pole', [90, 0], [-90, 77], 20015],
  ])('%s', (_way, [a = 0, b = 0], [c = 0, d = 0], kilometres) => {
    const way = kilometresBetween({ latitude: a, longitude: b }, { latitude: c, longitude: d });
    expect(Math.abs(way - kilometres) / kilometres).toBeLessThan(0.01);
  });

  test('are said in the unit of the road signs, short', () => {
    expect([0, 0.6, 4.83, 19.9, 100].map((km) => distanceText(km, 'mi'))).toEqual(
      ['0.1 mi', '0.4 mi', '3 mi', '12 mi', '62 mi'], // prettier-ignore
    );
    expect([0.44, 12.3].map((km) => distanceText(km, 'km'))).toEqual(['0.4 km', '12 km']);
    expect(
      ['en-US', 'en', 'es-US', 'en-GB', 'my', 'en-CA', 'fr-CA', 'es', 'nonsense_!'].map(unitFor),
    ).toEqual(
      ['mi', 'mi', 'mi', 'mi', 'mi', 'km', 'km', 'km', 'mi'], // prettier-ignore
    );
  });

  test('the fast way over columns finds the same rows as measuring each one', () => {
    fc.assert(
      fc.property(
        fc.array(position, { maxLength: 40 }),
        position,
        fc.constantFrom(1, 25, 160, 2000),
        (rows, centre, kilometres) => {
          const columns = {
            latitudes: Float32Array.from(rows, (row) => row.latitude),
            longitudes: Float32Array.from(rows, (row) => row.longitude),
          };
          const found = withinKm(columns, centre, kilometres);
          rows.forEach((_, row) => {
            const [latitude = 0, longitude = 0] = [columns.latitudes[row], columns.longitudes[row]];
            const way = kilometresBetween(centre, { latitude, longitude });
            expect(found[row]).toBe(way <= kilometres ? Math.fround(way) : Infinity);
          });
        },
      ),
    );
  });

  test('a row beyond the pole is as near as its way over the pole', () => {
    const columns = { latitudes: Float32Array.of(89.9), longitudes: Float32Array.of(-105) };
    expect(withinKm(columns, { latitude: 89.9, longitude: 75 }, 25)[0]).toBeCloseTo(22.2, 1);
  });

  test('a row without a position is near nowhere', () => {
    const columns = { latitudes: Float32Array.of(NaN, 40), longitudes: Float32Array.of(NaN, -105) };
    expect([...withinKm(columns, { latitude: 40, longitude: -105 }, 5)]).toEqual([Infinity, 0]);
  });
});

describe('packed numbers', () => {
  test('come out as they went in', () => {
    const numbers = fc.array(fc.integer({ min: -(2 ** 29), max: 2 ** 29 }));
    fc.assert(fc.property(numbers, (list) => void expect(unpackNumbers(packNumbers(list))).toEqual(list)));
    const small = fc.array(fc.integer({ min: -(2 ** 28), max: 2 ** 28 }));
    fc.assert(fc.property(small, (list) => void expect(unpackSeries(packSeries(list))).toEqual(list)));
  });
});

describe('the place table', () => {
  const place = fc.record({
    code: fc.oneof(fc.constant(''), fc.stringMatching(/^\d{4}[1-9]$/)),
    town: fc.string({ minLength: 1 }).map((name) => name.replaceAll('|', '/')),
    region: fc.constantFrom('', 'CO', 'MT'),
    latitude,
    longitude,
  });

  test('keeps every code with its town and its position to a hundredth of a degree', () => {
    fc.assert(
      fc.property(fc.uniqueArray(place, { selector: (one) => `${one.code}|${one.town}` }), (places) => {
        const back = unpackPlaces(packPlaces(places));
        const rows = back.codes.map((code, row) => {
          const town = back.towns[back.townOf[row] ?? -1];
          return `${code} ${town?.name} ${town?.region} ${back.latitudes[row]?.toFixed(2)}`;
        });
        const expected = places.map(
          ({ code, town, region, latitude: north }) =>
            `${code} ${town} ${region} ${Math.fround(Math.round(north * 100) / 100).toFixed(2)}`,
        );
        expect(rows.sort()).toEqual(expected.sort());
      }),
    );
  });

  test('of the United States is what npm run geography:make writes, without places in the sea at 0, 0', () => {
    expect(packPlaces(zipCodes())).toEqual(unitedStates);
    expect(table.codes.length).toBeGreaterThan(40_000);
    expect([...table.latitudes].every((degrees) => degrees > -15 && degrees !== 0)).toBe(true);
    expect(table.codes).not.toContain('10200');
    expect(table.towns.filter(({ name }) => /[\ufffd()]|^$/.test(name))).toEqual([]);
  });

  test('is small: a city in a few kB, the whole country within 350 kB, each place within 12 bytes', () => {
    const weigh = (content: unknown) => gzipSync(JSON.stringify(content)).byteLength;
    const denver = packedPlaces([{ latitude: 39.74, longitude: -104.99, region: 'Denver' }]);
    const places = unpackPlaces(denver).codes.length;
    expect(places).toBeGreaterThan(300);
    expect(weigh(denver)).toBeLessThan(4000);
    expect(weigh(denver) / places).toBeLessThan(12);
    expect(weigh(unitedStates)).toBeLessThan(350_000);
    expect(unpackPlaces(packedPlaces([])).codes).toEqual([]);
  });

  test('holds what is within 100 miles of a meeting and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(table.codes.length - 1), { minLength: 1, maxLength: 3 }), (rows) => {
        const positions = rows.map((row) => ({
          latitude: table.latitudes[row] ?? 0,
          longitude: table.longitudes[row] ?? 0,
        }));
        const near = new Set(placesNear(table, positions).map(({ code }) => code));
        for (let row = 0; row < table.codes.length; row += 13) {
          const here = { latitude: table.latitudes[row] ?? 0, longitude: table.longitudes[row] ?? 0 };
          const way = Math.min(...positions.map((position) => kilometresBetween(position, here)));
          // positions count to a tenth of a degree
          if (Math.abs(way - 161) > 9) expect(near.has(table.codes[row] ?? '')).toBe(way < 161);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('takes a region of the meetings for a town where the table has none by that name nearby', () => {
    const meeting = (region: string, north: number, east: number) => ({
      ...{ region, latitude: north, longitude: east },
    });
    const known: PostalPlace[] = [
      { code: '80537', town: 'Loveland', region: 'CO', latitude: 40.38, longitude: -105.12 },
    ];
    const own = ownTowns(
      [
        ...[meeting('Alder Springs', 40.37, -105.2), meeting('Alder Springs', 40.39, -105.22)],
        meeting('Loveland', 40.4, -105.1),
        ...[meeting('Colorado', 40.4, -105.1), meeting('Colorado', 37.3, -108)],
        ...[meeting('District 5', 40.4, -105.1), meeting('Łódź', 51.76, 19.46)],
      ],
      known,
    );
    expect(own.map(({ town, latitude: north }) => `${town} ${north.toFixed(2)}`)).toEqual([
      ...['Alder Springs 40.38', 'Łódź 51.76'],
    ]);
    const abroad = unpackPlaces(packPlaces(own));
    for (const typed of ['lodz', 'Łódź', 'Łódź, PL']) expect(labels(typed, abroad)).toEqual(['Łódź']);
  });
});

describe('finding a typed place', () => {
  test.each([
    ['80202', '80202, Denver, CO'],
    [' 80202-1234 ', '80202, Denver, CO'],
    ['802021234', '80202, Denver, CO'],
    ['802', '80201, Denver, CO'],
    ['denver', 'Denver, CO'],
    ['DENVER, co', 'Denver, CO'],
    ['springfield mo', 'Springfield, MO'],
    ['Springfield, Missouri', 'Springfield, MO'],
    ['St. Louis', 'Saint Louis, MO'],
    ['ft collins', 'Fort Collins, CO'],
    ['colorado spr', 'Colorado Springs, CO'],
    ['cañon city', 'Canon City, CO'],
    ['Denvr', 'Denver, CO'],
    ['Bolder, CO', 'Boulder, CO'],
    ['colorado sprngis', 'Colorado Springs, CO'],
    ['richland, mt', 'Richland, MT'],
    ['Port Washington', 'Port Washington, NY'],
  ])('%s → %s', (typed, label) => {
    expect(labels(typed)[0]).toBe(label);
  });

  test('what is no place finds none, and never more than six', () => {
    for (const typed of ['', ' ', ',', 'qqqqqqq', '99999', 'T5J 2R4', 't5j', '🌻', '\u0000'])
      expect(labels(typed)).toEqual([]);
    expect(labels('spring')).toHaveLength(6);
  });

  test('never throws, whatever is typed', () => {
    const small = unpackPlaces(packedPlaces([{ latitude: 39.74, longitude: -104.99, region: null }]));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (typed) => {
        expect(findPlaces(typed, small).length).toBeLessThanOrEqual(6);
        typedCode(typed);
      }),
      { numRuns: 500 },
    );
  });

  test('a name written out in full is always found first, and with its state it is that one', () => {
    fc.assert(
      fc.property(fc.nat(table.towns.length - 1), fc.boolean(), (index, small) => {
        const { name = '', region = '' } = table.towns[index] ?? {};
        const typed = small ? name.toLowerCase() : name;
        expect(placeFold(labels(typed)[0]?.replace(/, ..$/, '') ?? '')).toBe(placeFold(name));
        const [best = ''] = labels(`${typed}, ${region}`);
        expect([placeFold(best.slice(0, -4)), best.slice(-2)]).toEqual([placeFold(name), region]);
      }),
      { numRuns: 50 },
    );
  });

  test('a code is always found first', () => {
    fc.assert(
      fc.property(fc.nat(table.codes.length - 1), (row) => {
        const code = table.codes[row] ?? '';
        expect(labels(code)[0]?.startsWith(`${code}, `)).toBe(true);
      }),
    );
  });
});
