import { sayHere } from '#i18n/spoken-here.ts';
import type { spanish } from './spanish.ts';

const say = sayHere<typeof spanish>();

export const title = say('Ten questions for a program');

/** What the ten questions are called in short, where somebody reads their notes again. */
export const shortly = {
  license: say('License'),
  staff: say('Staff'),
  plan: say('Plan'),
  approach: say('Way of working'),
  medicine: say('Medicine // what was asked'),
  mood: say('Mood and trauma'),
  hours: say('Days and hours'),
  family: say('Family'),
  cost: say('Cost'),
  after: say('Afterward'),
  felt: say('How the call felt'),
};

export type NoteId = keyof typeof shortly;

/** A program that has no name yet. */
export const programWithout = (place: number): string => say('Program {number}', { number: place + 1 });
