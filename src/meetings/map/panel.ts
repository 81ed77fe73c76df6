import { button, element } from '../elements.ts';
import type { MapFrame } from './map-frame.ts';
import { meetingItem } from './meeting-list.ts';
import type { MeetingOnMap } from './source.ts';
import { words } from './words.ts';

export interface MapPanel {
  readonly isOpen: boolean;
  /** Tells what stands at a marker, and takes the focus there. */
  open(name: string, meetings: readonly MeetingOnMap[], marker: HTMLElement): void;
  /** Gives the focus back to the marker, or to the map where it is gone. */
  close(): void;
}

export function mapPanel({ panel, canvas }: MapFrame): MapPanel {
  let from: HTMLElement = canvas;
  const close = () => {
    if (panel.hidden) return;
    const held = panel.contains(document.activeElement);
    panel.hidden = true;
    if (held) (from.isConnected ? from : canvas).focus({ preventScroll: true });
  };
  return {
    get isOpen() {
      return !panel.hidden;
    },
    open(name, meetings, marker) {
      from = marker;
      panel.replaceChildren(
        element('h2', { id: 'map-panel-name' }, name),
        element('ul', { className: 'plain' }, ...meetings.map(meetingItem)),
        button('button quiet', words.closeHere, close),
      );
      panel.hidden = false;
      panel.focus({ preventScroll: true });
    },
    close,
  };
}
