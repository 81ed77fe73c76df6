import { doorFacts, hereWords, type DoorGuest } from './door-guest.ts';

/** Brings a row of the list up to date, whether the server wrote it or it was made from the template. */
export function showGuest(row: HTMLElement, guest: DoorGuest, guestsPath: string): void {
  const shown = JSON.stringify(guest);
  if (row.dataset['shown'] === shown) return;
  row.dataset['shown'] = shown;
  const { rsvp, name, party, here, standing } = guest;
  row.id = `g-${rsvp}`;
  row.classList.toggle('here', here > 0);

  const part = <Element extends HTMLElement>(selector: string) => row.querySelector<Element>(selector);
  const link = part<HTMLAnchorElement>('.name');
  if (link) {
    link.textContent = name;
    link.href = `${guestsPath}${rsvp}/`;
  }
  const state = part('.state');
  if (state) {
    state.textContent = hereWords(guest);
    state.hidden = here === 0;
  }
  const facts = part('.facts');
  if (facts) facts.textContent = doorFacts(guest);

  const form = part<HTMLFormElement>('form');
  if (!form) return;
  form.hidden = standing !== 'going';
  const field = (named: string) => form.querySelector<HTMLInputElement>(`[name="${named}"]`);
  field('rsvp')?.setAttribute('value', rsvp);
  field('was')?.setAttribute('value', String(here));
  const count = form.querySelector('select');
  if (count) {
    if (count.length !== party)
      count.replaceChildren(
        ...Array.from({ length: party }, (_, index) => new Option(String(index + 1), String(index + 1))),
      );
    count.value = String(here || party);
    count.hidden = party === 1;
    count.ariaLabel = `How many of ${name}’s party are here`;
  }
  const arrive = form.querySelector<HTMLButtonElement>('[value="arrive"]');
  if (arrive) {
    arrive.textContent = here > 0 ? 'Change' : 'Check in';
    arrive.ariaLabel = here > 0 ? `Change how many are here with ${name}` : `Check in ${name}`;
    arrive.hidden = here > 0 && party === 1;
  }
  const back = form.querySelector<HTMLButtonElement>('[value="back"]');
  if (back) {
    back.ariaLabel = `Take back: ${name} is not here`;
    back.hidden = here === 0;
  }
}
