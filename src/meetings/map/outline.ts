import type { Position } from '../near/distance.ts';
import { clipRing, partsOf, simplified, type Box } from './clip.ts';
import { packLines, unpackLines, type Line, type PackedOutline, type Point } from './lines.ts';
import unitedStates from './united-states.json' with { type: 'json' };

/** How far around the meetings the land is drawn, in degrees. */
const margin = 0.75;
// Past this many points county lines would weigh more than they help.
const mostCountyPoints = 9000;

let whole: Record<keyof PackedOutline, Line[]> | undefined;

export const nowhere: PackedOutline = { land: '', states: '', counties: '' };

/** The least box that holds all positions and a margin. */
export function boxAround(positions: readonly Position[]): Box {
  const latitudes = positions.map(({ latitude }) => latitude);
  const longitudes = positions.map(({ longitude }) => longitude);
  const least = (numbers: number[]) => numbers.reduce((a, b) => Math.min(a, b), Infinity) - margin;
  const most = (numbers: number[]) => numbers.reduce((a, b) => Math.max(a, b), -Infinity) + margin;
  return {
    ...{ south: least(latitudes), north: most(latitudes), west: least(longitudes), east: most(longitudes) },
  };
}

const halves = (degrees: number): number => Math.floor(degrees * 2);

/** Whether a point lies within about a margin of a position, by squares of half a degree. */
function areaOf(positions: readonly Position[]): (point: Point) => boolean {
  const squares = new Set<number>();
  for (const { latitude, longitude } of positions) {
    for (let north = -2; north <= 2; north += 1)
      for (let east = -2; east <= 2; east += 1)
        squares.add((halves(latitude) + north) * 1000 + halves(longitude) + east);
  }
  return ([latitude, longitude]) => squares.has(halves(latitude) * 1000 + halves(longitude));
}

/**
 * Land, state lines and county lines around positions, coarser the wider they lie apart. Only the United
 * States are known: elsewhere there is nothing to draw.
 */
export function outlineAround(positions: readonly Position[]): PackedOutline {
  if (positions.length === 0) return nowhere;
  whole ??= {
    land: unpackLines(unitedStates.land),
    states: unpackLines(unitedStates.states),
    counties: unpackLines(unitedStates.counties),
  };
  const box = boxAround(positions);
  const tolerance = Math.max(box.north - box.south, box.east - box.west) / 5000;
  const isWanted = areaOf(positions);
  const parts = (lines: readonly Line[]) =>
    lines.flatMap((line) => partsOf(line, isWanted)).map((part) => simplified(part, tolerance));
  const counties = parts(whole.counties);
  const countyPoints = counties.reduce((sum, { length }) => sum + length, 0);
  const land = whole.land
    .map((ring) => simplified(clipRing(ring, box), tolerance))
    .filter(({ length }) => length > 3);
  return {
    land: packLines(land),
    states: packLines(parts(whole.states)),
    counties: packLines(countyPoints > mostCountyPoints ? [] : counties),
  };
}
