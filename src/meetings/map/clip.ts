import type { Line, Point } from './lines.ts';

export interface Box {
  south: number;
  west: number;
  north: number;
  east: number;
}

/** Where the way from a to b meets a latitude (0) or a longitude (1). */
function crossing(a: Point, b: Point, axis: 0 | 1, at: number): Point {
  const share = (at - a[axis]) / (b[axis] - a[axis]);
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

function cutRing(ring: Line, axis: 0 | 1, at: number, isInside: (value: number) => boolean): Line {
  return ring.flatMap((point, index) => {
    const before = ring.at(index - 1) ?? point;
    const inside = isInside(point[axis]);
    if (inside === isInside(before[axis])) return inside ? [point] : [];
    const edge = crossing(before, point, axis, at);
    return inside ? [edge, point] : [edge];
  });
}

/** What of an area lies in a box: Sutherland and Hodgman's way, one edge after the other. */
export function clipRing(ring: Line, { south, west, north, east }: Box): Line {
  let rest = ring;
  rest = cutRing(rest, 0, south, (latitude) => latitude >= south);
  rest = cutRing(rest, 0, north, (latitude) => latitude <= north);
  rest = cutRing(rest, 1, west, (longitude) => longitude >= west);
  return cutRing(rest, 1, east, (longitude) => longitude <= east);
}

/** The parts of a line that touch a wanted area, each with the point before and the point after. */
export function partsOf(line: Line, isWanted: (point: Point) => boolean): Line[] {
  const parts: Point[][] = [];
  let part: Point[] | null = null;
  line.forEach((point, index) => {
    const before = line[index - 1];
    if (isWanted(point)) {
      if (part === null) {
        part = before === undefined ? [] : [before];
        parts.push(part);
      }
      part.push(point);
    } else if (part !== null) {
      part.push(point);
      part = null;
    }
  });
  return parts.filter(({ length }) => length > 1);
}

function offLine([latitude, longitude]: Point, a: Point, b: Point): number {
  const [north, east] = [b[0] - a[0], b[1] - a[1]];
  const length = north * north + east * east;
  const share = length === 0 ? 0 : ((latitude - a[0]) * north + (longitude - a[1]) * east) / length;
  const along = Math.max(0, Math.min(1, share));
  return Math.hypot(latitude - a[0] - north * along, longitude - a[1] - east * along);
}

/** The same line with fewer points, nowhere more than `tolerance` degrees off: Douglas and Peucker's way. */
export function simplified(line: Line, tolerance: number): Line {
  const kept = new Set([0, line.length - 1]);
  const open: [from: number, to: number][] = [[0, line.length - 1]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [from, to] = next;
    let [farthest, distance] = [-1, tolerance];
    for (let index = from + 1; index < to; index += 1) {
      const off = offLine(line[index] ?? [0, 0], line[from] ?? [0, 0], line[to] ?? [0, 0]);
      if (off > distance) [farthest, distance] = [index, off];
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    open.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, index) => kept.has(index));
}
