import { byName, nameMatches } from '../guests/search.ts';
import type { DoorGuest } from './door-guest.ts';
import { showGuest } from './door-row.ts';

/** The rows of the list at the door: those the server wrote, and new ones made from the template. */
export class DoorRows {
  readonly #host: HTMLElement;
  readonly #rows = new Map<string, HTMLElement>();
  #names = new Map<string, string>();

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** Takes over what the server wrote, and returns it. */
  read(): DoorGuest[] {
    return [...this.#host.querySelectorAll<HTMLElement>('[data-guest]')].map((row) => {
      const guest = JSON.parse(row.dataset['guest'] ?? '') as DoorGuest;
      this.#rows.set(guest.rsvp, row);
      return guest;
    });
  }

  /** Shows exactly these, each at its place by name. */
  show(guests: DoorGuest[], guestsPath: string): void {
    this.#names = new Map(guests.map(({ rsvp, name }) => [rsvp, name]));
    for (const [rsvp, row] of this.#rows) {
      if (this.#names.has(rsvp)) continue;
      row.remove();
      this.#rows.delete(rsvp);
    }
    for (const guest of guests) showGuest(this.#rowOf(guest), guest, guestsPath);
  }

  /** Hides who does not match what was typed. Returns how many are left. */
  filter(typed: string): number {
    let found = 0;
    for (const [rsvp, row] of this.#rows) {
      row.hidden = !nameMatches(this.#names.get(rsvp) ?? '', typed);
      if (!row.hidden) found++;
    }
    return found;
  }

  /** Moves the focus to what can be pressed next in a row: the button that was pressed may be hidden by now. */
  focus(rsvp: string): void {
    this.#rows.get(rsvp)?.querySelector<HTMLElement>('button:not([hidden])')?.focus();
  }

  bringIntoView(rsvp: string): void {
    this.#rows.get(rsvp)?.scrollIntoView({ block: 'center' });
  }

  #rowOf(guest: DoorGuest): HTMLElement {
    const known = this.#rows.get(guest.rsvp);
    if (known) return known;
    const template = this.#host.querySelector('template');
    const made = template?.content.firstElementChild?.cloneNode(true) as HTMLElement;
    const next = [...this.#rows]
      .filter(([rsvp]) => byName({ name: this.#names.get(rsvp) ?? '' }, guest) > 0)
      .sort(([, a], [, b]) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))[0];
    this.#host.querySelector('.door-rows')?.insertBefore(made, next?.[1] ?? null);
    this.#rows.set(guest.rsvp, made);
    return made;
  }
}
