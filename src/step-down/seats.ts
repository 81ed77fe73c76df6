import { sayIn, type Say } from '#i18n/spoken.ts';
import type { spanish } from './spanish.ts';

/** How many places are left, in words. Small, because the browser says it too. */

export interface Seats {
  seats: number | null;
  seatsLeft: number | null;
  waiting: number;
}

type SaySeats = Say<keyof typeof spanish>;
const inEnglish: SaySeats = sayIn('en', {});

export function seatsInWords({ seats, seatsLeft, waiting }: Seats, say: SaySeats = inEnglish): string {
  if (seats === null || seatsLeft === null) return say('Places for everyone who comes');
  if (seatsLeft > 0) return say.count(seatsLeft, '{count} place left', '{count} places left');
  return waiting > 0
    ? say('Full — join the waiting list, {count} ahead of you', { count: waiting })
    : say('Full — join the waiting list');
}

/** What signing up is when there is no place left. */
export const signUpWords = ({ seatsLeft }: Pick<Seats, 'seatsLeft'>, say: SaySeats = inEnglish): string =>
  seatsLeft === 0 ? say('Join the waiting list') : say('Sign up');
