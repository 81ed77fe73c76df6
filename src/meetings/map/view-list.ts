import { rowsIn } from './cluster.ts';
import { element } from '../elements.ts';
import type { MapFrame } from './map-frame.ts';
import { meetingItem } from './meeting-list.ts';
import { unplacedIn, type WorldBox, type WorldPoints } from './projection.ts';
import type { MapSource } from './source.ts';
import { words } from './words.ts';

const mostListed = 50;

/** Lists what is in view, in the order of the finder: for whoever does not use the map, the same in words. */
export function listInView(
  { count, list, unplaced }: MapFrame,
  source: MapSource,
  points: WorldPoints,
  rows: Uint32Array,
  box: WorldBox,
  inView: number,
): void {
  count.textContent = words.inView(inView);
  const first = rowsIn(points, rows, box, mostListed);
  const more = inView > first.length ? [element('li', {}, words.first(first.length))] : [];
  list.replaceChildren(...first.map((row) => meetingItem(source.describe(row))), ...more);
  const elsewhere = unplacedIn(points, rows);
  unplaced.textContent = elsewhere === 0 ? '' : words.notPlaced(elsewhere);
}
