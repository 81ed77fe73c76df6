import type { GivenAnswer } from '../answer-token.ts';
import type { RsvpDetails } from '../rsvp-details.ts';

/** How a reply stands, in words. */

type Status = RsvpDetails['status'];

export const headings: Record<Status, string> = {
  going: 'You have a place',
  waiting: 'You are on the waiting list',
  asked: 'Somebody looks at it first',
  cancelled: 'Your place is cancelled',
};

const seatsKept = (partySize: number) =>
  partySize === 1 ? 'one seat is kept for you.' : `${partySize} seats are kept for you.`;

const asked = 'one of our staff looks at your reply, usually the same day, and then you hear from us.';

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

export const answerHeading = ({ status, position }: GivenAnswer): string =>
  status === 'waiting' ? `${headings.waiting}, number ${position}` : headings[status];

/** What was told, as a sentence of its own. */
export function answerWords({ status, partySize, dates }: GivenAnswer): string {
  const words = {
    going: seatsKept(partySize),
    waiting: 'when a seat comes free that fits your party, it is yours at once, and you hear from us.',
    asked,
    cancelled: cancelled.guest,
  }[status];
  return dates > 1
    ? `For the first of the ${dates} dates: ${words}`
    : words.replace(/^./, (first) => first.toUpperCase());
}

/** How one date of a series stands. */
export const dateStanding = ({ status, position }: Pick<RsvpDetails, 'status' | 'position'>): string =>
  status === 'waiting' ? `You are number ${position} in line` : headings[status];

/** How a wish for a session stands. */
export const sessionStanding = {
  going: 'You have a seat in it',
  waiting: 'You are on its waiting list',
  wished: 'You get a seat in it when you have a place',
};

const people = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`;

/** "3 people", "2 adults and 1 child". */
export function partyWords({ partySize, children }: Pick<RsvpDetails, 'partySize' | 'children'>): string {
  if (children === 0) return partySize === 1 ? 'You' : `${partySize} people, with you`;
  const adults = people(partySize - children, 'adult', 'adults');
  return `${adults} and ${people(children, 'child', 'children')}`;
}
