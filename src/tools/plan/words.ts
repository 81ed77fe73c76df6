import { sayHere } from '#i18n/spoken-here.ts';
import type { spanish } from './spanish.ts';

/** What the plan's script says, and what each field is called where the plan is read back in words. */

const say = sayHere<typeof spanish>();

export const title = say('Your plan');

export const labels = {
  'reason-1': say('Reason'),
  'reason-2': say('Reason'),
  'reason-3': say('Reason'),
  'sign-1': say('Early sign {number}', { number: 1 }),
  'sign-2': say('Early sign {number}', { number: 2 }),
  'sign-3': say('Early sign {number}', { number: 3 }),
  'sign-4': say('Early sign {number}', { number: 4 }),
  'sign-5': say('Early sign {number}', { number: 5 }),
  'trigger-people': say('Trigger, people'),
  'trigger-places': say('Trigger, places'),
  'trigger-things': say('Trigger, things'),
  'trigger-times': say('Trigger, times'),
  'trigger-feelings': say('Trigger, feelings'),
  'do-steady': say('Steady (green)'),
  'do-unsettled': say('Unsettled (yellow)'),
  'do-danger': say('In danger (red)'),
  'safe-places': say('Safe place'),
  medicines: say('Medicine'),
  prescriber: say('Who prescribes'),
  naloxone: say('Naloxone is'),
  appointment: say('Next appointment'),
  'if-i-use': say('If I use'),
  'look-again': say('Look at it again on'),
} as const;

export const peopleInOrder = [
  { label: say('Call first'), fields: ['person-1', 'phone-1', 'when-1'] },
  { label: say('Call second'), fields: ['person-2', 'phone-2', 'when-2'] },
  { label: say('Call third'), fields: ['person-3', 'phone-3', 'when-3'] },
] as const;

export const words = {
  part: (now: number, all: number) => say('Part {now} of {all}', { now, all }),
  whole: (all: number) => say('All {all} parts', { all }),
  showWhole: say('Show the whole plan'),
  showOne: say('Show one part at a time'),
  call: (name: string) => say('Call {name}', { name: name || say('this person') }),
  lookOn: (day: string) => say('Look at it again on {day}.', { day }),
  added: (line: number) => say('Added as sign {line}.', { line }),
  removed: say('Taken off your five.'),
  full: say('All five lines are in use. Clear one to add another.'),
  copied: say('Copied as plain text. Paste it where you want it.'),
  copyRefused: say('This browser did not let us copy. You can print the plan.'),
};
