import type { Position } from '../near/distance.ts';
import { partsOf, simplified } from './clip.ts';
import { packLines, unpackLines, type Line, type PackedOutline, type Point } from './lines.ts';
import unitedStates from './united-states.json' with { type: 'json' };

/** How far a left-out point may be off, in degrees: where the meetings are, and in the rest of the country. */
const tolerance = { here: 0.0015, elsewhere: 0.03 };
// Past this many points the lines are drawn coarser, and county lines would weigh more than they help.
const mostPoints = 9000;

let whole: Record<keyof PackedOutline, Line[]> | undefined;

export const nowhere: PackedOutline = { land: '', states: '', counties: '' };

const halves = (degrees: number): number => Math.floor(degrees * 2);

/** Whether a point lies within a degree and a half of a position, or a little more: by squares of half a degree. */
function areaOf(positions: readonly Position[]): (point: Point) => boolean {
  const squares = new Set<number>();
  const starts = new Set(
    positions.map(({ latitude, longitude }) => halves(latitude) * 1000 + halves(longitude)),
  );
  for (const start of starts)
    for (let north = -3; north <= 3; north += 1)
      for (let east = -3; east <= 3; east += 1) squares.add(start + north * 1000 + east);
  return ([latitude, longitude]) => squares.has(halves(latitude) * 1000 + halves(longitude));
}

const pointsOf = (lines: readonly Line[]): number => lines.reduce((sum, { length }) => sum + length, 0);

/**
 * The land and the lines between states, finely where the positions are and coarsely elsewhere, with the
 * lines between counties around the positions. Only the United States are known: elsewhere nothing is drawn.
 */
export function outlineAround(positions: readonly Position[]): PackedOutline {
  whole ??= {
    land: unpackLines(unitedStates.land),
    states: unpackLines(unitedStates.states),
    counties: unpackLines(unitedStates.counties),
  };
  const isHere = areaOf(positions);
  const here = whole.counties.flatMap((line) => partsOf(line, isHere));
  const isWide = pointsOf(here) > mostPoints;
  const finely = (point: Point) => (!isWide && isHere(point) ? tolerance.here : tolerance.elsewhere);
  const drawn = (lines: readonly Line[]) => lines.map((line) => simplified(line, finely));
  return {
    // an island of three points is a speck
    land: packLines(drawn(whole.land).filter(({ length }) => length > 4)),
    states: packLines(drawn(whole.states)),
    counties: packLines(isWide ? [] : drawn(here)),
  };
}
