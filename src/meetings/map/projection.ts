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

export function worldPoints(latitudes: Float32Array, longitudes: Float32Array): WorldPoints {
  return { xs: Float64Array.from(longitudes, worldX), ys: Float64Array.from(latitudes, worldY) };
}

/** The least box around most points: a few far away do not shrink all others to a dot. Null without any. */
export function boxOfMost({ xs, ys }: WorldPoints, rows: Uint32Array): WorldBox | null {
  const middle = (values: Float64Array) => {
    const known = Float64Array.from(rows, (row) => values[row] ?? NaN).filter((value) => value === value);
    known.sort();
    const aside = known.length > 50 ? Math.floor(known.length * 0.02) : 0;
    return [known[aside], known[known.length - 1 - aside]];
  };
  const [west, east] = middle(xs);
  const [north, south] = middle(ys);
  if (west === undefined || east === undefined || north === undefined || south === undefined) return null;
  return { west, north, east, south };
}
