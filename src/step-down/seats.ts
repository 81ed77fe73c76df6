/** How many places are left, in words. Small, because the browser says it too. */

export interface Seats {
  seats: number | null;
  seatsLeft: number | null;
  waiting: number;
}

export function seatsInWords({ seats, seatsLeft, waiting }: Seats): string {
  if (seats === null || seatsLeft === null) return 'Places for everyone who comes';
  if (seatsLeft === 1) return '1 place left';
  if (seatsLeft > 0) return `${seatsLeft} places left`;
  const ahead = waiting > 0 ? `, ${waiting} ahead of you` : '';
  return `Full — join the waiting list${ahead}`;
}

/** What signing up is when there is no place left. */
export const signUpWords = ({ seatsLeft }: Pick<Seats, 'seatsLeft'>): string =>
  seatsLeft === 0 ? 'Join the waiting list' : 'Sign up';
