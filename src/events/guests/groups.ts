import type { Guest } from './guest.ts';
import { byName } from './search.ts';

/** The groups of a guest list, each in the order staff look for people in; empty ones are left out. */
export function guestGroups(guests: Guest[]): { name: string; guests: Guest[] }[] {
  const of = (standing: Guest['standing'], walkIn?: boolean) =>
    guests.filter(
      (guest) => guest.standing === standing && (walkIn === undefined || guest.walkIn === walkIn),
    );
  // the room's line first, then the link's
  const line = (guest: Guest) => (guest.attends === 'online' ? 1e6 : 0) + (guest.position ?? 0);
  return [
    { name: 'Going', guests: of('going', false).sort(byName) },
    { name: 'On the waiting list', guests: of('waiting').sort((a, b) => line(a) - line(b)) },
    { name: 'Walked in', guests: of('going', true) },
    { name: 'Cancelled', guests: of('cancelled') },
  ].filter((group) => group.guests.length > 0);
}
