import type { DoorGuest } from './door-guest.ts';
import type { DoorLine } from './door-line.ts';
import { unsentWords, type Refused } from './presses.ts';

/** What the list at the door says of itself. Runs in the browser. */

/** How things stand between this device and the server. */
export function lineWords({ state, keeps, presses }: Pick<DoorLine, 'state' | 'keeps' | 'presses'>): string {
  const kept = keeps ? 'kept on this device' : 'kept only as long as this page is open';
  const unsent = unsentWords(presses.length);
  const waiting = presses.length > 0 ? `${unsent}, ${kept}` : unsent;
  switch (state) {
    case 'new':
      return presses.length > 0 ? `${waiting}. Sending …` : 'Asking for news …';
    case 'well':
      return presses.length > 0 ? `${waiting}. Sending …` : `${unsent}, and the list is up to date.`;
    case 'no-signal':
      return presses.length > 0
        ? `No signal. ${waiting}, and sent when it is back. Leave this page open.`
        : 'No signal. You can go on: what you press is sent when it is back. Leave this page open.';
    case 'signed-out':
      return `You are signed out. ${waiting}. Sign in on another page, then press “Send now”.`;
    case 'refused':
      return presses.length > 0
        ? `${waiting}. The site did not take it. Open this page anew; if that does not help, note the names on paper.`
        : 'The list could not be brought up to date. Open this page anew.';
  }
}

/** What a scanned code means. */
export function scannedWords(guest: DoorGuest | undefined, here: number): string {
  if (!guest) return 'This code is not on this list. Ask for the name.';
  if (guest.standing !== 'going') return `${guest.name} has no seat yet. Open their page to give one.`;
  if (here > 0) return `${guest.name} was checked in before.`;
  return guest.party === 1
    ? `${guest.name} is checked in.`
    : `${guest.name} and all ${guest.party} of the party are checked in. Fewer? Change it below.`;
}

const outcomes: Record<Refused['outcome'], string> = {
  already: 'another device was faster. The list shows what it said.',
  'not-going': 'has no seat by now, so the check-in was not noted. Open their page to give a seat.',
  'no-room':
    'there is no free seat on the list. Somebody is there all the same: raise the number of seats, then send again.',
  unknown: 'is not on the list any more, or the event is not open.',
};

/** One press the list did not take, with what can be done. */
export function refusedItem(press: Refused, name: string | undefined): HTMLElement {
  const item = document.createElement('li');
  item.append(`${name || 'A walk-in'}: ${outcomes[press.outcome]} `);
  const add = (what: string, words: string) => {
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', className: 'button quiet', textContent: words });
    button.dataset['do'] = what;
    button.dataset['press'] = press.id;
    item.append(button, ' ');
  };
  if (press.outcome === 'no-room') add('again', 'Send again');
  add('dismiss', 'Seen');
  return item;
}
