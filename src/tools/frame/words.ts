import type { KeptHow, Opened } from '#platform/kept/keeping.ts';

/** What the frame around a tool says of keeping. */

export const saidOf: Record<KeptHow, string> = {
  kept: 'Kept on this device.',
  ask: 'Not kept yet. Say below whether this device may keep it.',
  'not-here': 'Not kept. What you write is here until you leave this page. You can print it.',
  refused:
    'This browser does not keep things. What you write is here until you leave this page. You can print it.',
  newer:
    'Not kept: a newer version of this page wrote here, and that stays as it is. Load the page again to go on.',
  locked: 'Not kept yet: the lock closed. Unlock it to go on.',
};

export const saidOfUnreadable: Record<Extract<Opened<unknown>, { state: 'unreadable' }>['because'], string> =
  {
    newer: 'What is kept here comes from a newer version of this page. Load the page again to see it.',
    'not-ours':
      'What is kept here cannot be read. If you write something new, the old stays aside, on the page of your notes.',
  };

export const said = {
  erase: 'Erase what is on this page from this device?',
  erased: 'Erased from this device.',
};
