import { Polygon, Polyline, TileLayer, type Map as LeafletMap } from 'leaflet';
import type { MapGround } from './ground.ts';
import { unpackLines, type Line } from './lines.ts';

const pairs = (line: Line): [number, number][] => line.map(([latitude, longitude]) => [latitude, longitude]);

/** Lets the browser answer somebody before it goes on. */
const pause = () => new Promise((resolve) => setTimeout(resolve));

/** Draws what lies under the markers: tiles of a host, or the land and its borders, a piece at a time. */
export async function drawGround(
  map: LeafletMap,
  { tiles, outline }: MapGround,
  gone: AbortSignal,
): Promise<void> {
  if (tiles) {
    map.setMaxZoom(tiles.maxZoom);
    // pictures are sharp at whole steps only
    map.options.zoomSnap = 1;
    map.setZoom(Math.floor(map.getZoom()), { animate: false });
    new TileLayer('/api/map/tiles/{z}/{x}/{y}', { maxZoom: tiles.maxZoom, noWrap: true }).addTo(map);
    return;
  }
  const lines = (text: string) => unpackLines(text).map(pairs);
  const land = (rings: [number, number][][]) => rings.map((ring) => [ring]);
  const look = (className: string) => ({ className, interactive: false, smoothFactor: 1 });
  const pieces = [
    () => new Polygon(land(lines(outline.land)), look('land')),
    () => new Polyline(lines(outline.counties), look('county')),
    () => new Polyline(lines(outline.states), look('state')),
  ];
  for (const piece of pieces) {
    await pause();
    if (gone.aborted) return;
    piece().addTo(map);
  }
}

/** Null where it cannot be had: the markers then stand on plain paper, and the list is whole. */
export const fetchGround = (signal: AbortSignal): Promise<MapGround | null> =>
  fetch('/api/map/outline', { signal })
    .then((response) => (response.ok ? (response.json() as Promise<MapGround>) : null))
    .catch(() => null);
