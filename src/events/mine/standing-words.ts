import type { RsvpDetails } from '../rsvp-details.ts';

/** How a reply stands, in words. */

type Status = RsvpDetails['status'];

export const headings: Record<Status, string> = {
  going: 'You have a place',
  waiting: 'You are on the waiting list',
  asked: 'Somebody looks at it first',
  cancelled: 'Your place is cancelled',
};

export const seatsKept = (partySize: number): string =>
  partySize === 1 ? 'one seat is kept for you.' : `${partySize} seats are kept for you.`;

export const asked = 'one of our staff looks at your reply, usually the same day, and then we write to you.';

const cancelled: Record<NonNullable<RsvpDetails['cancelledBy']>, string> = {
  guest: 'somebody else can have the seat. Thank you for telling us. You are welcome any time.',
  staff: 'our staff took your reply off the list. Call us if that is a surprise.',
  'no-answer':
    'nobody said yes to the seat in time, and it went to the next in line. You are welcome any time.',
};

/** What follows the person's name. */
export function standingWords({ status, position, partySize, cancelledBy }: RsvpDetails): string {
  if (status === 'going') return seatsKept(partySize);
  if (status === 'asked') return asked;
  if (status === 'cancelled') return cancelled[cancelledBy ?? 'guest'];
  return `you are number ${position} in line. When a seat comes free that fits your party, it is yours at once.`;
}

/** How one date of a series stands, or nothing for a date that was not chosen. */
export function dateStanding({ status, position }: Pick<RsvpDetails, 'status' | 'position'>): string {
  return status === 'waiting' ? `You are number ${position} in line` : headings[status];
}

/** How a wish for a session stands. */
export const sessionStanding = {
  going: 'You have a seat in it',
  waiting: 'You are on its waiting list',
  wished: 'You get a seat in it when you have a place',
};
