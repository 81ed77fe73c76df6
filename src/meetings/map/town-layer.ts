import { DivIcon, LayerGroup, Marker, type Map as LeafletMap } from 'leaflet';
import type { Cluster } from './cluster.ts';
import { latitudeAt, longitudeAt } from './projection.ts';
import type { TownLabel } from './town-labels.ts';

const mostLabels = 18;

/** At the place itself, else under, over or beside what stands there. */
const shifts = (beside: number): [right: number, down: number][] => [
  ...([[0, 0], [0, 34], [0, -34], [beside, 0], [-beside, 0]] as [number, number][]), // prettier-ignore
];

interface Taken {
  x: number;
  y: number;
  halfWidth: number;
  halfHeight: number;
}

export interface TownLayer {
  /** Writes the names of the larger towns in view where nothing else stands. */
  show(towns: readonly TownLabel[], clusters: readonly Cluster[]): void;
}

export function townLayer(map: LeafletMap): TownLayer {
  // the list says all of it; names on the paper only help the eye
  map.createPane('towns').setAttribute('aria-hidden', 'true');
  const group = new LayerGroup().addTo(map);
  return {
    show(towns, clusters) {
      const view = map.getBounds();
      const taken: Taken[] = clusters.map((cluster) => ({
        ...map.latLngToContainerPoint([latitudeAt(cluster.y), longitudeAt(cluster.x)]),
        ...(cluster.count === 1 ? { halfWidth: 12, halfHeight: 12 } : { halfWidth: 24, halfHeight: 22 }),
      }));
      const size = map.getSize();
      // the scale stands in the lower left corner
      taken.push({ x: 68, y: size.y - 28, halfWidth: 56, halfHeight: 14 });
      const isFree = (one: Taken) =>
        one.x > one.halfWidth &&
        one.x < size.x - one.halfWidth &&
        one.y > 16 &&
        one.y < size.y - 16 &&
        !taken.some(
          ({ x, y, halfWidth, halfHeight }) =>
            Math.abs(one.x - x) < one.halfWidth + halfWidth &&
            Math.abs(one.y - y) < one.halfHeight + halfHeight,
        );
      const chosen: Marker[] = [];
      for (const { name, latitude, longitude } of towns) {
        if (chosen.length === mostLabels) break;
        if (!view.contains([latitude, longitude])) continue;
        const { x, y } = map.latLngToContainerPoint([latitude, longitude]);
        const halfWidth = name.length * 4.2 + 6;
        const free = shifts(halfWidth + 28)
          .map(([right, down]) => ({ x: x + right, y: y + down, halfWidth, halfHeight: 12 }))
          .find(isFree);
        if (free === undefined) continue;
        taken.push({ ...free, halfWidth: free.halfWidth + 10, halfHeight: 18 });
        chosen.push(label(name, latitude, longitude, [x - free.x, y - free.y]));
      }
      group.clearLayers();
      for (const marker of chosen) group.addLayer(marker);
    },
  };
}

function label(name: string, latitude: number, longitude: number, iconAnchor: [number, number]): Marker {
  const text = document.createElement('span');
  text.textContent = name;
  const icon = new DivIcon({ className: 'town', html: text, iconSize: [0, 0], iconAnchor });
  return new Marker([latitude, longitude], { icon, pane: 'towns', interactive: false, keyboard: false });
}
