/** Every fault that is made for real in this folder, in the order of docs/reliability.md. */
export const faults = {
  'database-killed': 'The database is killed (`kill -9`) during 1,000 RSVPs',
  'database-refuses': 'The database refuses every connection',
  'database-10-seconds': 'The database takes 10 seconds for each answer',
  'database-too-slow': 'The database does what was asked, and its answer comes too late',
  'disk-full': 'The disk of the database is full',
  'mail-down-an-hour': 'The mail provider is down for an hour',
  'mail-slow': 'The mail provider is slow',
  'mail-refuses-some': 'The mail provider refuses some addresses, and others for now',
  'mail-line-breaks': 'The mail provider takes a letter and drops the line before it says so',
  'killed-before-sending': 'A function is killed after it took a mail from the outbox and before it sent it',
  'killed-after-sending':
    'A function is killed after the provider took its mail and before it wrote that down',
  'two-at-once': 'Two deploys run at once, each with its own functions, on one database',
  'feed-hostile': 'Another organisation’s meeting list turns hostile',
  'clock-back': 'The clock of the functions jumps back an hour',
  'clock-ahead': 'The clock of the functions jumps a day ahead',
  'database-clock': 'The clock of the database jumps back an hour, then a day ahead',
  'clock-change-night': 'The night when clocks go forward, with an event at an hour that does not exist',
  'build-hook-fails': 'The host does not take the order for a new site: 500, no connection, no answer',
} as const;

export type Fault = keyof typeof faults;
