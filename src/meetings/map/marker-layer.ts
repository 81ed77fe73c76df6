import { LayerGroup, Marker, type Map as LeafletMap } from 'leaflet';
import { isOneAddress, type Cluster } from './cluster.ts';
import { ButtonIcon } from './marker-icon.ts';
import { latitudeAt, longitudeAt } from './projection.ts';

export interface MarkerLayer {
  /** Shows these clusters and no others; a marker that stays the same keeps its place in the page. */
  show(clusters: readonly Cluster[]): void;
}

const keyOf = ({ x, y, count, row }: Cluster, name: string): string => `${x} ${y} ${count} ${row} ${name}`;

export function markerLayer(
  map: LeafletMap,
  nameOf: (cluster: Cluster) => string,
  onPress: (cluster: Cluster, button: HTMLButtonElement) => void,
): MarkerLayer {
  const group = new LayerGroup().addTo(map);
  let shown = new Map<string, Marker>();

  const markerOf = (cluster: Cluster, name: string): Marker => {
    const icon = new ButtonIcon({ name, count: cluster.count, oneAddress: isOneAddress(cluster) });
    const position: [number, number] = [latitudeAt(cluster.y), longitudeAt(cluster.x)];
    const marker = new Marker(position, { icon, keyboard: false, riseOnHover: true });
    return marker.on('click', () => onPress(cluster, icon.button));
  };

  return {
    show(clusters) {
      const next = new Map<string, Marker>();
      // west to east along each line from the north, as one reads
      const inOrder = [...clusters].sort((a, b) => a.y - b.y || a.x - b.x);
      for (const cluster of inOrder) {
        const name = nameOf(cluster);
        const key = keyOf(cluster, name);
        next.set(key, shown.get(key) ?? markerOf(cluster, name));
      }
      const held = document.activeElement?.classList.contains('marker') === true;
      for (const [key, marker] of shown) if (!next.has(key)) group.removeLayer(marker);
      for (const [key, marker] of next) if (!shown.has(key)) group.addLayer(marker);
      shown = next;
      // the marker in focus went: the map keeps the focus, so that a key does not fall into nothing
      if (held && document.activeElement === document.body) map.getContainer().focus({ preventScroll: true });
    },
  };
}
