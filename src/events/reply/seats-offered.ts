import { seatsInWords } from '../wording.ts';
import { replySpeak, type ReplySay } from './spanish.ts';

interface Pool {
  capacity: number | null;
  seatsLeft: number | null;
  waiting: number;
}

/**
 * Seats beside a choice. On a page that is made ahead only how many there are in all: how many are left
 * would be of another day.
 */
export function seatsOffered(pool: Pool, live: boolean, say: ReplySay = replySpeak('en')): string {
  if (live) return seatsInWords({ status: 'open', ...pool }, say);
  if (pool.capacity === null) return say('Room for everyone');
  return say.count(pool.capacity, '{count} seat', '{count} seats');
}
