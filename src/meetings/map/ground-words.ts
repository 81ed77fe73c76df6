import { element } from '../elements.ts';
import type { MapGround } from './ground.ts';
import type { MapFrame } from './map-frame.ts';
import { words } from './words.ts';

/** Says whose the map is, and where it ends. */
export function sayCredit({ credit, beyond }: MapFrame, ground: MapGround): void {
  const { tiles } = ground;
  const drawn = tiles?.attributionLink
    ? element('a', { href: tiles.attributionLink, referrerPolicy: 'no-referrer' }, tiles.attribution)
    : tiles?.attribution;
  if (drawn === undefined) credit.replaceChildren(words.outlineCredit);
  else credit.replaceChildren(drawn, ` ${words.placesCredit}`);
  beyond.textContent = ground.beyond ? words.beyond : '';
}
