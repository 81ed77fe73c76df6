import { clustersIn, comesApart, isOneAddress, rowsIn, type Cluster } from './cluster.ts';
import { drawGround, fetchGround } from './ground-layer.ts';
import { sayCredit } from './ground-words.ts';
import { mapFrame } from './map-frame.ts';
import { mapView } from './map-view.ts';
import { wearMapStyles } from './map-styles.ts';
import { markerLayer } from './marker-layer.ts';
import { mapPanel } from './panel.ts';
import { worldPoints } from './projection.ts';
import type { MapSource, MeetingMap } from './source.ts';
import { nearestTown } from './town-finder.ts';
import { unpackTowns, type TownLabel } from './town-labels.ts';
import { townLayer } from './town-layer.ts';
import { listInView } from './view-list.ts';
import { words } from './words.ts';

const mostInPanel = 60;

/**
 * Opens a map in `host`, with everything it shows also as a list below. Markers stand at once; what lies
 * under them follows. Escape or “Back to the list” takes it away and dispatches `mapclose` on the host.
 */
export function openMap(host: HTMLElement, source: MapSource): MeetingMap {
  const points = worldPoints(source.latitudes, source.longitudes);
  let rows = source.rows;
  let towns: TownLabel[] = [];
  let listing = 0;
  const gone = new AbortController();

  const frame = mapFrame({
    nearer: () => step('+'),
    farther: () => step('-'),
    close: () => leave(),
  });
  wearMapStyles();
  host.replaceChildren(frame.section);
  const { map, box, fit, approach, step } = mapView(
    frame.canvas,
    !matchMedia('(prefers-reduced-motion: reduce)').matches,
  );
  const panel = mapPanel(frame);

  const nameOf = (cluster: Cluster): string => {
    if (!isOneAddress(cluster)) return words.near(cluster.count, nearestTown(towns, cluster));
    const { name, when, where } = source.describe(cluster.row);
    return cluster.count === 1 ? `${name}, ${when}` : words.at(cluster.count, where ?? null);
  };
  const press = (cluster: Cluster, marker: HTMLButtonElement) => {
    if (comesApart(cluster, map.getMaxZoom())) {
      frame.canvas.focus({ preventScroll: true });
      approach(cluster.box);
      return;
    }
    const there = rowsIn(points, rows, cluster.box, mostInPanel);
    panel.open(
      cluster.count === 1 ? words.oneHere : nameOf(cluster),
      there.map((row) => source.describe(row)),
      marker,
    );
  };
  const markers = markerLayer(map, nameOf, press);
  const names = townLayer(map);
  // tiles have names of their own
  let writesTowns = true;

  const render = () => {
    const seen = box();
    const { clusters, inView } = clustersIn(points, rows, seen, map.getZoom());
    markers.show(clusters);
    names.show(writesTowns ? towns : [], clusters);
    cancelAnimationFrame(listing);
    listing = requestAnimationFrame(() => listInView(frame, source, points, rows, seen, inView));
    return inView;
  };
  const close = () => {
    gone.abort();
    map.off('moveend', render);
    cancelAnimationFrame(listing);
    map.remove();
    host.replaceChildren();
  };
  const leave = () => {
    close();
    host.dispatchEvent(new CustomEvent('mapclose', { bubbles: true }));
  };

  fit(points, rows);
  map.on('moveend', render);
  // in a task of its own, and painted before the ground: a press in between is heard
  const painted = new Promise((resolve) => {
    setTimeout(() => {
      if (!gone.signal.aborted) render();
      requestAnimationFrame(() => setTimeout(resolve));
    });
  });
  frame.section.addEventListener('keydown', (event) => {
    // with Ctrl, Alt or the command key a key is the browser's
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape' && panel.isOpen) panel.close();
    else if (event.key === 'Escape') leave();
    else if (event.target !== frame.canvas || !step(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  void fetchGround(gone.signal).then(async (ground) => {
    await painted;
    if (ground === null || gone.signal.aborted) return;
    towns = unpackTowns(ground.towns);
    writesTowns = ground.tiles === null;
    sayCredit(frame, ground);
    render();
    await drawGround(map, ground, gone.signal);
  });

  return {
    show(next) {
      rows = next;
      panel.close();
      if (render() === 0) fit(points, rows);
    },
    close,
  };
}
