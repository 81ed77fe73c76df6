import type { Temporal } from 'temporal-polyfill';
import type { TodayLine } from '#platform/today-line.ts';
import type { Hours } from './promise.ts';
import { dueWords, standsAt } from './promise.ts';
import { waitingWords } from './queue-words.ts';
import type { Waiting } from './waiting.ts';

/** Who waits for a first answer, against what was promised; nothing when nobody does. */
export function requestLines(
  { waiting, late, oldestAskedAt }: Waiting,
  now: Temporal.Instant,
  hours: Hours,
): TodayLine[] {
  if (waiting === 0 || oldestAskedAt === null) return [];
  const first = dueWords(standsAt(oldestAskedAt, now, hours), now, hours.timeZone);
  const more = `The first of them: ${first.charAt(0).toLowerCase()}${first.slice(1)}`;
  return [{ when: 'now', href: '/staff/step-down/', text: waitingWords(waiting, late), more }];
}
