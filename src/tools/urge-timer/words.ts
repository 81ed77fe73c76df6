import type { Stage } from './timer.ts';

/** The words that the timer's script writes; all others stand in its HTML. */

const minutes = (number: number): string => (number === 1 ? 'a minute' : `${number} minutes`);

export function leftInWords(stage: Stage, left: number): string {
  if (stage === 'passed') return 'That time has gone by, and you are here.';
  return left === 0 ? 'Less than a minute.' : `About ${minutes(left)}.`;
}

export const said: Record<Stage, (left: number) => string> = {
  going: (left) => `Started. ${leftInWords('going', left)} You can stop any time.`,
  'past-half': (left) => `Past the middle. ${leftInWords('past-half', left)}`,
  passed: (left) => `${leftInWords('passed', left)} Stay for another while, or go on with the day.`,
};

export const stopped = 'Stopped. You gave it some time, and that counts.';
export const inLog = 'It is in your log.';
export const callPerson = (name: string): string => `Call ${name || 'your first person'}`;
