import { Temporal } from 'temporal-polyfill';
import { instant } from '#platform/clock.ts';
import type { Guest } from '../guests/guest.ts';
import { byName } from '../guests/search.ts';
import { arrivalCode } from './arrival-code.ts';
import type { DoorGuest } from './door-guest.ts';

/** What the list at the door needs to know of a guest, and nothing else: no contact, no needs. */
export const atTheDoor = (guest: Guest): DoorGuest => ({
  rsvp: guest.id,
  code: guest.walkIn ? null : arrivalCode(guest.id),
  name: guest.name,
  party: guest.party,
  children: guest.children,
  attends: guest.attends,
  standing: guest.standing,
  position: guest.position,
  walkIn: guest.walkIn,
  here: guest.here,
});

/** Who may come through the door, by name. Who cancelled is not shown. */
export const doorList = (guests: Guest[]): DoorGuest[] =>
  guests
    .filter(({ standing }) => standing !== 'cancelled')
    .sort(byName)
    .map(atTheDoor);

/** The latest change among them, an instant: from here on the list asks for news. Null for an empty list. */
export function latestChange(guests: Guest[]): string | null {
  const changes = guests.map(({ updatedAt }) => instant(updatedAt));
  return changes.sort(Temporal.Instant.compare).at(-1)?.toString() ?? null;
}
