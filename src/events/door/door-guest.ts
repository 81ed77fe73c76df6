/** A guest as the list at the door knows them. Shared by page, endpoint and browser. */
export interface DoorGuest {
  rsvp: string;
  /** What their QR code says; null for who has none to show. */
  code: string | null;
  name: string;
  party: number;
  children: number;
  attends: 'in-person' | 'online' | null;
  standing: 'going' | 'waiting' | 'asked' | 'cancelled';
  position: number | null;
  walkIn: boolean;
  /** How many of the party are here. */
  here: number;
}

/** What else to know of somebody, beside the name: "3 people, 1 a child · by link". */
export function doorFacts(guest: DoorGuest): string {
  const { party, children, attends, standing, position, walkIn } = guest;
  return [
    party === 1 ? '1 person' : `${party} people`,
    children > 0 && (children === 1 ? '1 of them a child' : `${children} of them children`),
    attends === 'online' && 'meant to join by link',
    walkIn && 'walked in',
    standing === 'waiting' && `on the waiting list, number ${position}`,
    standing === 'asked' && 'held back for a look',
    standing === 'cancelled' && 'cancelled',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** "Here", "Here: 2 of 3", or nothing while nobody of them is. */
export const hereWords = ({ here, party }: Pick<DoorGuest, 'here' | 'party'>): string =>
  here === 0 ? '' : here === party ? 'Here' : `Here: ${here} of ${party}`;
