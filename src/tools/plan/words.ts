/** What the plan's script says, and what each field is called where the plan is read back in words. */

export const labels = {
  'reason-1': 'Reason',
  'reason-2': 'Reason',
  'reason-3': 'Reason',
  'sign-1': 'Early sign 1',
  'sign-2': 'Early sign 2',
  'sign-3': 'Early sign 3',
  'sign-4': 'Early sign 4',
  'sign-5': 'Early sign 5',
  'trigger-people': 'Trigger, people',
  'trigger-places': 'Trigger, places',
  'trigger-things': 'Trigger, things',
  'trigger-times': 'Trigger, times',
  'trigger-feelings': 'Trigger, feelings',
  'do-steady': 'Steady (green)',
  'do-unsettled': 'Unsettled (yellow)',
  'do-danger': 'In danger (red)',
  'safe-places': 'Safe place',
  medicines: 'Medicine',
  prescriber: 'Who prescribes',
  naloxone: 'Naloxone is',
  appointment: 'Next appointment',
  'if-i-use': 'If I use',
  'look-again': 'Look at it again on',
} as const;

export const peopleInOrder = [
  { label: 'Call first', fields: ['person-1', 'phone-1', 'when-1'] },
  { label: 'Call second', fields: ['person-2', 'phone-2', 'when-2'] },
  { label: 'Call third', fields: ['person-3', 'phone-3', 'when-3'] },
] as const;

export const words = {
  part: (now: number, all: number) => `Part ${now} of ${all}`,
  whole: (all: number) => `All ${all} parts`,
  showWhole: 'Show the whole plan',
  showOne: 'Show one part at a time',
  call: (name: string) => `Call ${name || 'this person'}`,
  lookOn: (day: string) => `Look at it again on ${day}.`,
  added: (line: number) => `Added as sign ${line}.`,
  removed: 'Taken off your five.',
  full: 'All five lines are in use. Clear one to add another.',
  copied: 'Copied as plain text. Paste it where you want it.',
  copyRefused: 'This browser did not let us copy. You can print the plan.',
};
