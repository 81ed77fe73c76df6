import { DivIcon, LayerGroup, Marker, Polygon, Polyline, TileLayer, type Map as LeafletMap } from 'leaflet';
import type { MapGround } from './ground.ts';
import { unpackLines, type Line } from './lines.ts';
import type { TownLabel } from './town-labels.ts';

const mostLabels = 16;
const pairs = (line: Line): [number, number][] => line.map(([latitude, longitude]) => [latitude, longitude]);

/** Draws what lies under the markers: tiles of a host, or land and borders with the names of towns. */
export function drawGround(map: LeafletMap, { tiles, outline }: MapGround, towns: TownLabel[]): void {
  if (tiles) {
    map.setMaxZoom(tiles.maxZoom);
    new TileLayer('/api/map/tiles/{z}/{x}/{y}', { maxZoom: tiles.maxZoom, noWrap: true }).addTo(map);
    return;
  }
  const look = (className: string) => ({ className, interactive: false, stroke: true, smoothFactor: 0.8 });
  const lines = (text: string) => unpackLines(text).map(pairs);
  new Polygon(
    unpackLines(outline.land).map((ring) => [pairs(ring)]),
    look('land'),
  ).addTo(map);
  new Polyline(lines(outline.counties), look('county')).addTo(map);
  new Polyline(lines(outline.states), look('state')).addTo(map);
  labelTowns(map, towns);
}

/** Writes the names of the larger towns in view where they do not stand on one another. */
function labelTowns(map: LeafletMap, towns: TownLabel[]): void {
  map.createPane('towns').setAttribute('aria-hidden', 'true');
  const group = new LayerGroup().addTo(map);
  const show = () => {
    const view = map.getBounds();
    const taken: { x: number; y: number; half: number }[] = [];
    const chosen: Marker[] = [];
    for (const { name, latitude, longitude } of towns) {
      if (chosen.length === mostLabels) break;
      if (!view.contains([latitude, longitude])) continue;
      const { x, y } = map.latLngToContainerPoint([latitude, longitude]);
      const half = name.length * 4.5 + 14;
      if (taken.some((one) => Math.abs(one.y - y) < 34 && Math.abs(one.x - x) < one.half + half)) continue;
      taken.push({ x, y, half });
      chosen.push(townMarker(name, latitude, longitude));
    }
    group.clearLayers();
    for (const marker of chosen) marker.addTo(group);
  };
  map.on('moveend', show);
  show();
}

function townMarker(name: string, latitude: number, longitude: number): Marker {
  const label = document.createElement('span');
  label.textContent = name;
  const icon = new DivIcon({ className: 'town', html: label, iconSize: [0, 0] });
  return new Marker([latitude, longitude], { icon, pane: 'towns', interactive: false, keyboard: false });
}
