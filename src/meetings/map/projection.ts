/** The square world of Web Mercator: x to the east and y to the south, both from 0 to 1. */

export interface WorldPoints {
  /** NaN where a row has no position. */
  xs: Float64Array;
  ys: Float64Array;
}

export interface WorldBox {
  west: number;
  north: number;
  east: number;
  south: number;
}

/** Pixels across the world at a zoom. */
export const worldSize = (zoom: number): number => 256 * 2 ** zoom;

export const worldX = (longitude: number): number => longitude / 360 + 0.5;

export function worldY(latitude: number): number {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return Math.max(0, Math.min(1, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)));
}

export const longitudeAt = (x: number): number => (x - 0.5) * 360;

export const latitudeAt = (y: number): number =>
  (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI;

// Plain loops: `from` and `filter` of typed arrays go by iterators and take ten times as long.

export function worldPoints(latitudes: Float32Array, longitudes: Float32Array): WorldPoints {
  const points = { xs: new Float64Array(latitudes.length), ys: new Float64Array(latitudes.length) };
  for (let row = 0; row < latitudes.length; row += 1) {
    points.xs[row] = worldX(longitudes[row] ?? NaN);
    points.ys[row] = worldY(latitudes[row] ?? NaN);
  }
  return points;
}

const enoughToJudge = 2000;

/**
 * The least box around most points: a few far away do not shrink all others to a dot. Of many rows some are
 * looked at. Null without any point.
 */
export function boxOfMost({ xs, ys }: WorldPoints, rows: Uint32Array): WorldBox | null {
  const step = Math.max(1, Math.floor(rows.length / enoughToJudge));
  const most = (values: Float64Array) => {
    const known: number[] = [];
    for (let index = 0; index < rows.length; index += step) {
      const value = values[rows[index] ?? -1] ?? NaN;
      if (!Number.isNaN(value)) known.push(value);
    }
    known.sort((a, b) => a - b);
    const aside = known.length > 50 ? Math.floor(known.length * 0.02) : 0;
    return [known[aside], known[known.length - 1 - aside]];
  };
  const [west, east] = most(xs);
  const [north, south] = most(ys);
  if (west === undefined || east === undefined || north === undefined || south === undefined) return null;
  return { west, north, east, south };
}

/** How many rows have no position. */
export function unplacedIn({ xs }: WorldPoints, rows: Uint32Array): number {
  let count = 0;
  for (let index = 0; index < rows.length; index += 1) if (Number.isNaN(xs[rows[index] ?? -1])) count += 1;
  return count;
}
