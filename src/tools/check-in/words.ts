import { sayHere } from '#i18n/spoken-here.ts';
import type { spanish } from './spanish.ts';

/** What the check-in's script says. */

const say = sayHere<typeof spanish>();

export const title = say('Weekly check-in');

export const scale = { none: 'Not at all', little: 'A little', lot: 'A lot' } as const;
export type Level = keyof typeof scale;
export const levelName = (level: Level): string => say(scale[level]);

export const words = {
  mySigns: say('My signs'),
  change: {
    more: (sign: string) => say('{sign}: more than last time', { sign }),
    less: (sign: string) => say('{sign}: less than last time', { sign }),
    same: (sign: string) => say('{sign}: the same as last time', { sign }),
    new: (sign: string) => say('{sign}: no mark last time', { sign }),
  },
  first: say('This is your first time here. Next time you will see what changed.'),
  since: (day: string) => say('You last looked on {day}.', { day }),
  nothingTapped: say('Tap an answer, and what changed shows here.'),
  erase: (day: string) => say('Delete {day}', { day }),
  erased: (day: string) => say('{day} is deleted.', { day }),
};
