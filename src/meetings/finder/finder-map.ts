import type { MeetingMap } from '../map/source.ts';
import { openFinderMap } from './map-opener.ts';
import type { MeetingIndex } from './meeting-index.ts';
import type { Timing } from './timing.ts';

/** The finder's map: where it opens, and the button that opens and closes it. */
export class FinderMap {
  readonly #host: HTMLElement;
  readonly #button: HTMLElement;
  #map: MeetingMap | null = null;

  constructor(host: HTMLElement, button: HTMLElement) {
    this.#host = host;
    this.#button = button;
  }

  get isOpen(): boolean {
    return this.#map !== null;
  }

  async open(index: MeetingIndex, timing: Timing, rows: Uint32Array): Promise<void> {
    this.#host.hidden = false;
    this.#button.setAttribute('aria-expanded', 'true');
    this.#map = await openFinderMap(this.#host, index, timing, rows);
  }

  /** Other rows were found. */
  show(rows: Uint32Array): void {
    this.#map?.show(rows);
  }

  close(): void {
    this.#map?.close();
    this.closed();
  }

  /** The map took itself away. */
  closed(): void {
    this.#map = null;
    this.#host.hidden = true;
    this.#button.setAttribute('aria-expanded', 'false');
    this.#button.focus();
  }
}
