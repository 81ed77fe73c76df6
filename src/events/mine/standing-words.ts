import type { GivenAnswer } from '../answer-token.ts';
import type { RsvpDetails } from '../rsvp-details.ts';
import type { MineSay } from './spanish.ts';

/** How a reply stands, in words. */

type Status = RsvpDetails['status'];

export const headings = {
  going: 'You have a place',
  waiting: 'You are on the waiting list',
  asked: 'Somebody looks at it first',
  cancelled: 'Your place is cancelled',
} as const satisfies Record<Status, string>;

const seatsKept = (partySize: number, say: MineSay) =>
  say.count(partySize, 'one seat is kept for you.', '{count} seats are kept for you.');

const asked = 'one of our staff looks at your reply, usually the same day, and then you hear from us.';

const cancelled = {
  guest: 'somebody else can have the seat. Thank you for telling us. You are welcome any time.',
  staff: 'our staff took your reply off the list. Call us if that is a surprise.',
  'no-answer':
    'nobody said yes to the seat in time, and it went to the next in line. You are welcome any time.',
} as const satisfies Record<NonNullable<RsvpDetails['cancelledBy']>, string>;

/** What follows the person's name. */
export function standingWords(
  { status, position, partySize, cancelledBy }: RsvpDetails,
  say: MineSay,
): string {
  if (status === 'going') return seatsKept(partySize, say);
  if (status === 'asked') return say(asked);
  if (status === 'cancelled') return say(cancelled[cancelledBy ?? 'guest']);
  return say(
    'you are number {position} in line. When a seat comes free that fits your party, it is yours at once.',
    { position: String(position) },
  );
}

export const answerHeading = ({ status, position }: GivenAnswer, say: MineSay): string =>
  status === 'waiting'
    ? say('You are on the waiting list, number {position}', { position: String(position) })
    : say(headings[status]);

/** What was told, as a sentence of its own. */
export function answerWords({ status, partySize, dates }: GivenAnswer, say: MineSay): string {
  const words = {
    going: seatsKept(partySize, say),
    waiting: say('when a seat comes free that fits your party, it is yours at once, and you hear from us.'),
    asked: say(asked),
    cancelled: say(cancelled.guest),
  }[status];
  return dates > 1
    ? say('For the first of the {count} dates: {words}', { count: dates, words })
    : words.replace(/^./, (first) => first.toUpperCase());
}

/** How one date of a series stands. */
export const dateStanding = (
  { status, position }: Pick<RsvpDetails, 'status' | 'position'>,
  say: MineSay,
): string =>
  status === 'waiting'
    ? say('You are number {position} in line', { position: String(position) })
    : say(headings[status]);

/** How a wish for a session stands. */
export const sessionStanding = {
  going: 'You have a seat in it',
  waiting: 'You are on its waiting list',
  wished: 'You get a seat in it when you have a place',
} as const;

/** "3 people", "2 adults and 1 child". */
export function partyWords(
  { partySize, children }: Pick<RsvpDetails, 'partySize' | 'children'>,
  say: MineSay,
): string {
  if (children === 0)
    return partySize === 1 ? say('You') : say('{count} people, with you', { count: partySize });
  return say('{adults} and {children}', {
    adults: say.count(partySize - children, '{count} adult', '{count} adults'),
    children: say.count(children, '{count} child', '{count} children'),
  });
}
