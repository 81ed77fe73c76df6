/** What the check-in's script says. */

export const scale = { none: 'Not at all', little: 'A little', lot: 'A lot' } as const;
export type Level = keyof typeof scale;

export const words = {
  mySigns: 'My signs',
  change: {
    more: (sign: string) => `${sign}: more than last time`,
    less: (sign: string) => `${sign}: less than last time`,
    same: (sign: string) => `${sign}: the same as last time`,
    new: (sign: string) => `${sign}: no mark last time`,
  },
  first: 'This is your first time here. Next time you will see what changed.',
  since: (day: string) => `You last looked on ${day}.`,
  nothingTapped: 'Tap an answer, and what changed shows here.',
  erase: (day: string) => `Delete ${day}`,
  erased: (day: string) => `${day} is deleted.`,
};
