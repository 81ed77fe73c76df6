import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { partsOf, simplified } from '#meetings/map/clip.ts';
import { clustersIn, comesApart, isOneAddress, rowsIn } from '#meetings/map/cluster.ts';
import { mapGround } from '#meetings/map/ground.ts';
import { packLines, unpackLines, type Point } from '#meetings/map/lines.ts';
import {
  boxOfMost,
  latitudeAt,
  longitudeAt,
  unplacedIn,
  worldPoints,
  worldSize,
  worldX,
  worldY,
} from '#meetings/map/projection.ts';
import { tileAddress, tileOf } from '#meetings/map/tiles.ts';
import { nearestTown } from '#meetings/map/town-finder.ts';
import { unpackTowns } from '#meetings/map/town-labels.ts';
import unitedStates from '#meetings/map/united-states.json' with { type: 'json' };
import { unitedStates as drawnAnew } from '../../local/geography/outline.ts';

const everywhere = { west: 0, east: 1, north: 0, south: 1 };
const allRows = (count: number) => Uint32Array.from({ length: count }, (_, row) => row);
const columns = (points: readonly Point[]) =>
  worldPoints(
    Float32Array.from(points, ([latitude]) => latitude),
    Float32Array.from(points, ([, longitude]) => longitude),
  );
const point = fc.tuple(
  fc.double({ min: -80, max: 80, noNaN: true }),
  fc.double({ min: -179, max: 179, noNaN: true }),
);

describe('clusters', () => {
  test('meetings at one address are one marker, however near one goes', () => {
    const points = columns([[40, -105], [40, -105], [40, -105], [41, -100]]); // prettier-ignore
    const { clusters } = clustersIn(points, allRows(4), everywhere, 18);
    expect(clusters.map(({ count, row }) => [count, row])).toEqual([[3, 0], [1, 3]]); // prettier-ignore
    expect(clusters.every(isOneAddress)).toBe(true);
    expect(clusters.some((cluster) => comesApart(cluster, 18))).toBe(false);
    expect(rowsIn(points, allRows(4), clusters[0]?.box ?? everywhere, 50)).toEqual([0, 1, 2]);
  });

  test('neighbours are one marker from afar and come apart from near', () => {
    const points = columns([[40, -105], [40.05, -105.05]]); // prettier-ignore
    const [one, ...none] = clustersIn(points, allRows(2), everywhere, 4).clusters;
    expect([one?.count, none.length]).toEqual([2, 0]);
    expect(one !== undefined && !isOneAddress(one) && comesApart(one, 13)).toBe(true);
    expect(clustersIn(points, allRows(2), everywhere, 13).clusters).toHaveLength(2);
  });

  test('every row in view stands in exactly one cluster, and clusters keep a finger apart', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 60 }), fc.integer({ min: 2, max: 6 }), (list, zoom) => {
        const points = columns(list);
        const view = { west: 0.1, east: 0.6, north: 0.2, south: 0.7 };
        const { clusters, inView } = clustersIn(points, allRows(list.length), view, zoom);
        expect(clusters.reduce((sum, { count }) => sum + count, 0)).toBe(inView);
        expect(rowsIn(points, allRows(list.length), view, 1000)).toHaveLength(inView);
        for (const one of clusters) {
          expect(one.x >= view.west && one.x <= view.east && one.y >= view.north).toBe(true);
          for (const other of clusters.slice(clusters.indexOf(one) + 1)) {
            const pixels = Math.hypot(one.x - other.x, one.y - other.y) * worldSize(zoom);
            // a join moves a middle a little; the smaller half of a target is never under another
            expect(pixels).toBeGreaterThan(20);
          }
        }
      }),
    );
  });

  test('fifty thousand rows make no more markers than a screen has room for', () => {
    const random = (seed: number) => Math.abs(Math.sin(seed * 12.9898) * 43758.5453) % 1;
    const spread = Array.from(
      { length: 50_000 },
      (_, row) => [30 + random(row) * 15, -120 + random(row + 0.5) * 45] as const,
    );
    const points = columns(spread);
    for (const zoom of [3, 5, 8]) {
      const [across, down] = [1136 / worldSize(zoom), 576 / worldSize(zoom)];
      const view = { west: 0.2, east: 0.2 + across, north: 0.37, south: 0.37 + down };
      expect(clustersIn(points, allRows(50_000), view, zoom).clusters.length).toBeLessThanOrEqual(200);
    }
  });

  test('a row without a place is in no cluster and no list, and is counted', () => {
    const points = columns([[NaN, NaN], [40, -105]]); // prettier-ignore
    expect(clustersIn(points, allRows(2), everywhere, 3).inView).toBe(1);
    expect(rowsIn(points, allRows(2), everywhere, 50)).toEqual([1]);
    expect(unplacedIn(points, allRows(2))).toBe(1);
  });
});

describe('the square world', () => {
  test('leads back to the same place', () => {
    fc.assert(
      fc.property(point, ([latitude, longitude]) => {
        expect(latitudeAt(worldY(latitude))).toBeCloseTo(latitude, 8);
        expect(longitudeAt(worldX(longitude))).toBeCloseTo(longitude, 8);
      }),
    );
  });

  test('opens on most of the meetings, not on the one that is far away', () => {
    const town = Array.from({ length: 99 }, (_, row): Point => [40 + row / 1000, -105]);
    const box = boxOfMost(columns([...town, [51, 0]]), allRows(100));
    expect(box && longitudeAt(box.east)).toBeCloseTo(-105, 5);
    expect(boxOfMost(columns([[NaN, NaN]]), allRows(1))).toBeNull();
    expect(boxOfMost(columns([]), allRows(0))).toBeNull();
  });
});

describe('the outline', () => {
  const denver = { latitude: 39.74, longitude: -104.99, region: 'Denver' };
  const weigh = (content: unknown) => gzipSync(JSON.stringify(content)).byteLength;

  test('is what npm run geography:make writes', () => {
    expect(drawnAnew()).toEqual(unitedStates);
  });

  test('of one city has its county lines, the land around, names, and weighs at most 40 kB', () => {
    const ground = mapGround([denver], undefined);
    const counties = unpackLines(ground.outline.counties).flat();
    expect(counties.length).toBeGreaterThan(50);
    expect(counties.every(([north, east]) => Math.hypot(north - 39.7, east + 105) < 6)).toBe(true);
    expect(unpackLines(ground.outline.land).length).toBeGreaterThan(20);
    expect(unpackTowns(ground.towns)[0]?.name).toBe('Denver');
    expect(ground.beyond).toBe(false);
    expect(weigh(ground)).toBeLessThan(40_000);
  });

  test('of the whole country leaves county lines out and weighs no more', () => {
    const positions = Array.from({ length: 600 }, (_, index) => ({
      ...{ latitude: 26 + (index % 22), longitude: -122 + Math.floor(index / 22) * 2, region: null },
    }));
    const ground = mapGround(positions, undefined);
    expect(ground.outline.counties).toBe('');
    expect(weigh(ground)).toBeLessThan(40_000);
  });

  test('says where it knows nothing, and draws nothing there', () => {
    const edmonton = { latitude: 53.54, longitude: -113.5, region: 'Edmonton' };
    const ground = mapGround([edmonton], undefined);
    expect([ground.beyond, ground.outline.land, ground.outline.counties]).toEqual([true, '', '']);
    expect(unpackTowns(ground.towns).map(({ name }) => name)).toContain('Edmonton');
    expect(mapGround([], undefined)).toMatchObject({ beyond: false, towns: { names: '' } });
  });

  test('stays away where a tile host is named, and so does the note', () => {
    const map = { tiles: 'https://tile.example.org/{z}/{x}/{y}.png', attribution: '© Some map', maxZoom: 17 };
    const ground = mapGround([denver], map);
    expect(ground.tiles).toEqual({ attribution: '© Some map', maxZoom: 17 });
    expect([ground.outline.land, ground.beyond]).toEqual(['', false]);
    expect(JSON.stringify(ground)).not.toContain('tile.example.org');
  });

  test('lines come out as they went in, to a thousandth of a degree', () => {
    fc.assert(
      fc.property(fc.array(fc.array(point, { minLength: 1 })), (lines) => {
        const thousandths = (degrees: number) => Math.round(degrees * 1000) / 1000 + 0;
        expect(unpackLines(packLines(lines))).toEqual(
          lines.map((line) => line.map((one) => one.map(thousandths))),
        );
      }),
    );
  });

  test('a line is cut to what is wanted with a point on either side, and loses points but not its way', () => {
    const line: Point[] = [[0, 0], [0, 1], [0, 2], [0, 3], [0, 4], [0, 5]]; // prettier-ignore
    expect(partsOf(line, ([, east]) => east === 1 || east === 5)).toEqual([
      [
        [0, 0],
        [0, 1],
        [0, 2],
      ],
      [[0, 4], [0, 5]], // prettier-ignore
    ]);
    expect(partsOf(line, () => false)).toEqual([]);
    const bent: Point[] = [[0, 0], [1.01, 1], [2, 2], [0, 4]]; // prettier-ignore
    expect(simplified(bent, () => 0.5)).toEqual([[0, 0], [2, 2], [0, 4]]); // prettier-ignore
  });

  test('names the nearest larger town, and none that is far', () => {
    const towns = [{ name: 'Near', latitude: 40.1, longitude: -105 }, { name: 'Far', latitude: 44, longitude: -105 }]; // prettier-ignore
    expect(nearestTown(towns, { x: worldX(-105), y: worldY(40) })).toBe('Near');
    expect(nearestTown(towns, { x: worldX(-90), y: worldY(40) })).toBeNull();
  });
});

describe('a tile that is asked for', () => {
  test('is one of the world at its zoom', () => {
    expect(tileOf({ z: '3', x: '7', y: '0' }, 18)).toEqual({ z: 3, x: 7, y: 0 });
    expect(tileAddress('https://t.example/{z}/{x}/{y}.png', { z: 3, x: 7, y: 0 })).toBe(
      'https://t.example/3/7/0.png',
    );
  });

  test.each([
    ['3', '8', '0'],
    ['3', '0', '8'],
    ['19', '0', '0'],
    ['-1', '0', '0'],
    ['3', '1.5', '0'],
    ['3', '1e0', '0'],
    ['03', '1', '0'],
    ['3', '', '0'],
    ['3', '..%2f', '0'],
    ['3', '0', '0.png'],
  ])('is no /%s/%s/%s', (z, x, y) => {
    expect(tileOf({ z, x, y }, 18)).toBeNull();
  });

  test('is never more than was asked for, whatever comes', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (z, x, y) => {
        const tile = tileOf({ z, x, y }, 18);
        if (tile) expect([tile.z, tile.x, tile.y].map(String)).toEqual([z, x, y]);
      }),
    );
    expect(tileOf({}, 18)).toBeNull();
  });
});
