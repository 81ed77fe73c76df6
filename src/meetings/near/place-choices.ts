import type { Place } from './find-place.ts';

/** The places that a typed text may mean, as buttons below its field. */
export interface PlaceChoices {
  /** What is offered just now, the best first. */
  readonly offered: readonly Place[];
  offer(places: readonly Place[]): void;
}

/**
 * A plain list of buttons instead of a combobox: Tab and the arrow keys reach each one, every screen reader
 * and voice control knows what a button is, and slips of the finger may be offered, which a datalist hides.
 */
export function placeChoices(
  input: HTMLInputElement,
  list: HTMLElement,
  choose: (place: Place) => void,
): PlaceChoices {
  let offered: readonly Place[] = [];
  const buttons = () => [...list.querySelectorAll('button')];
  const offer = (places: readonly Place[]) => {
    offered = places;
    list.hidden = places.length === 0;
    list.replaceChildren(...places.map((place) => item(place, choose)));
  };
  const move = (event: KeyboardEvent) => {
    const all: HTMLElement[] = [input, ...buttons()];
    const at = all.indexOf(event.target as HTMLElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape' && !list.hidden) {
      offer([]);
      input.focus();
    } else if (step !== 0 && at >= 0 && !list.hidden) {
      all[(at + step + all.length) % all.length]?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  input.addEventListener('keydown', move);
  list.addEventListener('keydown', move);
  return {
    get offered() {
      return offered;
    },
    offer,
  };
}

function item(place: Place, choose: (place: Place) => void): HTMLLIElement {
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    textContent: place.label,
  });
  button.addEventListener('click', () => choose(place));
  const line = document.createElement('li');
  line.append(button);
  return line;
}
