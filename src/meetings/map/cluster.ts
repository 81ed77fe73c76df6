import { worldSize, type WorldBox, type WorldPoints } from './projection.ts';

/** Meetings that stand so close on the map that one marker stands for them. */
export interface Cluster {
  /** The middle of its meetings. */
  x: number;
  y: number;
  count: number;
  /** The first of its rows. */
  row: number;
  box: WorldBox;
}

const cellPixels = 76;
const leastApartPixels = 52;

/** Four metres: nearer than that is one address. */
const sameAddress = 1e-7;

export const isOneAddress = ({ box }: Cluster): boolean =>
  box.east - box.west < sameAddress && box.south - box.north < sameAddress;

/** Whether its meetings come apart when one goes as near as the map goes. */
export function comesApart({ box }: Cluster, maxZoom: number): boolean {
  return Math.max(box.east - box.west, box.south - box.north) * worldSize(maxZoom) > cellPixels * 1.5;
}

export interface Clustering {
  clusters: Cluster[];
  /** How many rows are in view. */
  inView: number;
}

/**
 * Gathers the rows in view by the squares of a net that lies still on the world, then joins squares whose
 * middles nearly touch. One pass over the rows and nothing kept between two views: fifty thousand rows take
 * a few milliseconds, and no index is to be built anew when a filter changes.
 */
export function clustersIn(points: WorldPoints, rows: Uint32Array, view: WorldBox, zoom: number): Clustering {
  const cell = cellPixels / worldSize(zoom);
  const [firstColumn, firstLine] = [Math.floor(view.west / cell), Math.floor(view.north / cell)];
  const columns = Math.floor(view.east / cell) - firstColumn + 1;
  const cells = new Map<number, Cluster>();
  let inView = 0;
  const { xs, ys } = points;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const x = xs[row] ?? NaN;
    const y = ys[row] ?? NaN;
    if (!(x >= view.west && x <= view.east && y >= view.north && y <= view.south)) continue;
    inView += 1;
    const place = (Math.floor(y / cell) - firstLine) * columns + Math.floor(x / cell) - firstColumn;
    const found = cells.get(place);
    if (found === undefined) {
      cells.set(place, { x, y, count: 1, row, box: { west: x, east: x, north: y, south: y } });
      continue;
    }
    found.count += 1;
    found.x += (x - found.x) / found.count;
    found.y += (y - found.y) / found.count;
    const { box } = found;
    if (x < box.west) box.west = x;
    else if (x > box.east) box.east = x;
    if (y < box.north) box.north = y;
    else if (y > box.south) box.south = y;
  }
  return {
    clusters: joined([...cells.values()], zoom),
    inView,
  };
}

/** Joins what stands nearer than a finger's width, the smaller into the larger. */
function joined(found: Cluster[], zoom: number): Cluster[] {
  const apart = leastApartPixels / worldSize(zoom);
  const kept: Cluster[] = [];
  for (const one of found.sort((a, b) => b.count - a.count || a.row - b.row)) {
    const near = kept.find(({ x, y }) => Math.hypot(x - one.x, y - one.y) < apart);
    if (near === undefined) {
      kept.push(one);
      continue;
    }
    const count = near.count + one.count;
    near.x += ((one.x - near.x) * one.count) / count;
    near.y += ((one.y - near.y) * one.count) / count;
    near.count = count;
    near.box = {
      west: Math.min(near.box.west, one.box.west),
      east: Math.max(near.box.east, one.box.east),
      north: Math.min(near.box.north, one.box.north),
      south: Math.max(near.box.south, one.box.south),
    };
  }
  return kept;
}

/** The rows in a box, in their order, at most so many. */
export function rowsIn(points: WorldPoints, rows: Uint32Array, box: WorldBox, most: number): number[] {
  const found: number[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const x = points.xs[row] ?? NaN;
    const y = points.ys[row] ?? NaN;
    if (!(x >= box.west && x <= box.east && y >= box.north && y <= box.south)) continue;
    found.push(row);
    if (found.length === most) break;
  }
  return found;
}
