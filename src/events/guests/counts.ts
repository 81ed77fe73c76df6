import type { Guest } from './guest.ts';

/** What an event's guests come to, in figures. */
export interface GuestCounts {
  /** Who eats: everybody going or there who is not by link. */
  plates: { adults: number; children: number };
  online: number;
  going: number;
  waiting: number;
  asked: number;
  cancelled: number;
  walkIns: number;
  /** People who have come, walk-ins too. */
  here: number;
}

const people = (guests: Guest[]) => guests.reduce((sum, { party }) => sum + party, 0);

export function countGuests(guests: Guest[]): GuestCounts {
  const going = guests.filter(({ standing }) => standing === 'going');
  const eating = going.filter(({ attends }) => attends !== 'online');
  const children = eating.reduce((sum, guest) => sum + guest.children, 0);
  const parties = (standing: Guest['standing']) =>
    guests.filter((guest) => guest.standing === standing).length;
  return {
    plates: { adults: people(eating) - children, children },
    online: people(going) - people(eating),
    going: going.filter(({ walkIn }) => !walkIn).length,
    waiting: parties('waiting'),
    asked: parties('asked'),
    cancelled: parties('cancelled'),
    walkIns: going.filter(({ walkIn }) => walkIn).length,
    here: going.reduce((sum, { here }) => sum + here, 0),
  };
}

/** Parties with a seat in the room of whom nobody came; null while nobody was checked in, since then nobody looked. */
export function notArrived(guests: Guest[]): Guest[] | null {
  const expected = guests.filter(({ standing, attends }) => standing === 'going' && attends !== 'online');
  return expected.some(({ here }) => here > 0) ? expected.filter(({ here }) => here === 0) : null;
}
