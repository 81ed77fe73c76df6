import { button, element } from '../elements.ts';
import { words } from './words.ts';

/** The parts of an open map. */
export interface MapFrame {
  section: HTMLElement;
  /** Where the map itself is drawn. */
  canvas: HTMLElement;
  /** What stands at one marker, while it is open. */
  panel: HTMLElement;
  credit: HTMLElement;
  /** Says that there is no outline. */
  beyond: HTMLElement;
  /** Says how many rows have no place on a map. */
  unplaced: HTMLElement;
  count: HTMLElement;
  list: HTMLUListElement;
}

export interface MapActions {
  nearer(): void;
  farther(): void;
  close(): void;
}

/** Builds the map's place on the page: the canvas, its buttons, and the list that says the same in words. */
export function mapFrame({ nearer, farther, close }: MapActions): MapFrame {
  const canvas = element('div', { className: 'canvas', tabIndex: 0, role: 'region', ariaLabel: words.map });
  const keys = element('p', { className: 'keys small', id: 'map-keys' }, words.keys);
  canvas.setAttribute('aria-describedby', keys.id);
  const panel = element('section', { className: 'panel', hidden: true, tabIndex: -1 });
  panel.setAttribute('aria-labelledby', 'map-panel-name');
  const zoom = element(
    'div',
    { className: 'zoom' },
    button('button quiet', words.nearer, nearer),
    button('button quiet', words.farther, farther),
    button('button quiet', words.close, close),
  );
  const credit = element('p', { className: 'credit' });
  const beyond = element('p', { className: 'small' });
  const unplaced = element('p', { className: 'small' });
  const count = element('p', { className: 'count', role: 'status' });
  const list = element('ul', { className: 'plain in-view' });
  const section = element(
    'div',
    { className: 'meeting-map' },
    zoom,
    element('div', { className: 'frame' }, canvas, panel),
    credit,
    keys,
    beyond,
    element('h2', {}, words.list),
    count,
    list,
    unplaced,
  );
  return { section, canvas, panel, credit, beyond, unplaced, count, list };
}
