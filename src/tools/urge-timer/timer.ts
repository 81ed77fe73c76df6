import type { Running } from '../urge-log/urges.ts';

/**
 * How much of the chosen time is left, told from the clock: a tab in the background or a phone asleep counts
 * nothing, and a clock is right again when the page is looked at.
 */

const millisecondsAMinute = 60_000;

/** A timer that ended longer ago than this belongs to another urge. */
const longAgo = 60 * millisecondsAMinute;

const endOf = ({ began, minutes }: Running): number => Date.parse(began) + minutes * millisecondsAMinute;

/** In milliseconds, from all of it down to none, whatever became of the device's clock. */
export const timeLeft = (running: Running, now: number): number =>
  Math.min(running.minutes * millisecondsAMinute, Math.max(0, endOf(running) - now));

export const isOfNow = (running: Running, now: number): boolean =>
  now - endOf(running) < longAgo && Date.parse(running.began) - now < longAgo;

export type Stage = 'going' | 'past-half' | 'passed';

/** What is worth saying aloud: a minute is over before its half could be heard. */
export function stageOf(running: Running, now: number): Stage {
  const left = timeLeft(running, now);
  if (left === 0) return 'passed';
  return running.minutes >= 3 && left <= (running.minutes * millisecondsAMinute) / 2 ? 'past-half' : 'going';
}

/** Whole minutes, as somebody would say it who looks at a clock; 0 is less than one. */
export function minutesLeft(running: Running, now: number): number {
  const left = timeLeft(running, now);
  return left < 45_000 ? 0 : Math.round(left / millisecondsAMinute) || 1;
}
