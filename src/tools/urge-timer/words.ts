import { sayHere } from '#i18n/spoken-here.ts';
import type { spanish } from './spanish.ts';
import type { Stage } from './timer.ts';

/** The words that the timer's script writes; all others stand in its HTML. */

const say = sayHere<typeof spanish>();

export function leftInWords(stage: Stage, left: number): string {
  if (stage === 'passed') return say('That time has gone by, and you are here.');
  return left === 0
    ? say('Less than a minute.')
    : say.count(left, 'About a minute.', 'About {count} minutes.');
}

export const said: Record<Stage, (left: number) => string> = {
  going: (left) => say('Started. {left} You can stop any time.', { left: leftInWords('going', left) }),
  'past-half': (left) => say('Past the middle. {left}', { left: leftInWords('past-half', left) }),
  passed: (left) =>
    say('{left} Stay for another while, or go on with the day.', { left: leftInWords('passed', left) }),
};

export const stopped = say('Stopped. You gave it some time, and that counts.');
export const inLog = say('It is in your log.');
export const callPerson = (name: string): string =>
  say('Call {name}', { name: name || say('your first person') });
