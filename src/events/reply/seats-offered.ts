import { seatsInWords } from '../wording.ts';

interface Pool {
  capacity: number | null;
  seatsLeft: number | null;
  waiting: number;
}

/**
 * Seats beside a choice. On a page that is made ahead only how many there are in all: how many are left
 * would be of another day.
 */
export function seatsOffered(pool: Pool, live: boolean): string {
  if (live) return seatsInWords({ status: 'open', ...pool });
  if (pool.capacity === null) return 'Room for everyone';
  return pool.capacity === 1 ? '1 seat' : `${pool.capacity} seats`;
}
