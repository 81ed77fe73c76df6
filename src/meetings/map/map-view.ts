import { Control, LatLngBounds, Map as LeafletMap } from 'leaflet';
import { unitFor } from '../near/distance.ts';
import {
  boxOfMost,
  latitudeAt,
  longitudeAt,
  worldX,
  worldY,
  type WorldBox,
  type WorldPoints,
} from './projection.ts';

/** An outline without streets tells nothing more past this. */
const outlineZoom = 13;
/** One town alone would fill the paper without a line on it. */
const openingZoom = 10.5;

const arrows: Record<string, [right: number, down: number] | undefined> = {
  ArrowLeft: [-100, 0],
  ArrowRight: [100, 0],
  ArrowUp: [0, -100],
  ArrowDown: [0, 100],
};

const boundsOf = ({ west, north, east, south }: WorldBox): LatLngBounds =>
  new LatLngBounds([latitudeAt(south), longitudeAt(west)], [latitudeAt(north), longitudeAt(east)]);

/** Leaflet's map, in the words of the square world. */
export interface MapView {
  map: LeafletMap;
  /** What of the world is in view. */
  box(): WorldBox;
  /** Brings most of these rows into view. */
  fit(points: WorldPoints, rows: Uint32Array): void;
  /** Goes nearer to what lies in a box, by one step at least. */
  approach(box: WorldBox): void;
  /** Does what a key asks for: an arrow, plus or minus. False for any other key. */
  step(key: string): boolean;
}

/** `moves`: whether movement is shown, or the map stands still in its new place at once. */
export function mapView(canvas: HTMLElement, moves: boolean): MapView {
  const map = new LeafletMap(canvas, {
    ...{ zoomControl: false, attributionControl: false, minZoom: 2, maxZoom: outlineZoom },
    // Leaflet's own keys move the map whether or not movement is wanted
    ...{ keyboard: false, scrollWheelZoom: false, worldCopyJump: true, zoomSnap: 0.5 },
    ...{ zoomAnimation: moves, fadeAnimation: moves, markerZoomAnimation: moves, inertia: moves },
  });
  const miles = unitFor(navigator.language) === 'mi';
  map.addControl(new Control.Scale({ imperial: miles, metric: !miles, maxWidth: 120 }));
  // a wheel turns the page until somebody has gone into the map
  canvas.addEventListener('focus', () => map.scrollWheelZoom.enable());
  canvas.addEventListener('blur', () => map.scrollWheelZoom.disable());
  return {
    map,
    box() {
      const bounds = map.getBounds();
      return {
        ...{ west: worldX(bounds.getWest()), east: worldX(bounds.getEast()) },
        ...{ north: worldY(bounds.getNorth()), south: worldY(bounds.getSouth()) },
      };
    },
    fit(points, rows) {
      const box = boxOfMost(points, rows);
      if (box === null) map.setView([39, -98], 4, { animate: false });
      else map.fitBounds(boundsOf(box), { padding: [36, 36], maxZoom: openingZoom, animate: false });
    },
    step(key) {
      const way = arrows[key];
      const nearer = key === '+' || key === '=' ? 1 : key === '-' || key === '_' ? -1 : 0;
      if (way !== undefined) map.panBy(way, { animate: moves });
      else if (nearer !== 0) map.setZoom(map.getZoom() + nearer, { animate: moves });
      return way !== undefined || nearer !== 0;
    },
    approach(box) {
      const bounds = boundsOf(box);
      const zoom = Math.max(map.getZoom() + 1, map.getBoundsZoom(bounds));
      map.setView(bounds.getCenter(), Math.min(map.getMaxZoom(), zoom), { animate: moves });
    },
  };
}
