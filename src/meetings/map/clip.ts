import type { Line, Point } from './lines.ts';

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

const nullIsland: Point = [0, 0];

function offLine([latitude, longitude]: Point, a: Point, b: Point): number {
  const [north, east] = [b[0] - a[0], b[1] - a[1]];
  const length = north * north + east * east;
  const share = length === 0 ? 0 : ((latitude - a[0]) * north + (longitude - a[1]) * east) / length;
  const along = Math.max(0, Math.min(1, share));
  return Math.hypot(latitude - a[0] - north * along, longitude - a[1] - east * along);
}

/**
 * The same line with fewer points, Douglas and Peucker's way: `tolerance` says how many degrees it may be off
 * at a point that is left out.
 */
export function simplified(line: Line, tolerance: (point: Point) => number): Line {
  const kept = new Set([0, line.length - 1]);
  const open: [from: number, to: number][] = [[0, line.length - 1]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [from, to] = next;
    let [farthest, worst] = [-1, 1];
    for (let index = from + 1; index < to; index += 1) {
      const point = line[index] ?? nullIsland;
      const off = offLine(point, line[from] ?? nullIsland, line[to] ?? nullIsland) / tolerance(point);
      if (off > worst) [farthest, worst] = [index, off];
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    open.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, index) => kept.has(index));
}
