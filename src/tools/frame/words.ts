import { sayHere } from '#i18n/spoken-here.ts';
import type { KeptHow, Opened } from '#platform/kept/keeping.ts';
import type { spanish } from './spanish.ts';

/** What the frame around a tool says of keeping. */

const say = sayHere<typeof spanish>();

export const saidOf: Record<KeptHow, string> = {
  kept: say('Kept on this device.'),
  ask: say('Not kept yet. Say below whether this device may keep it.'),
  'not-here': say('Not kept. What you write is here until you leave this page. You can print it.'),
  refused: say(
    'This browser does not keep things. What you write is here until you leave this page. You can print it.',
  ),
  newer: say(
    'Not kept: a newer version of this page wrote here, and that stays as it is. Load the page again to go on.',
  ),
  locked: say('Not kept yet: the lock closed. Unlock it to go on.'),
};

export const saidOfUnreadable: Record<Extract<Opened<unknown>, { state: 'unreadable' }>['because'], string> =
  {
    newer: say('What is kept here comes from a newer version of this page. Load the page again to see it.'),
    'not-ours': say(
      'What is kept here cannot be read. If you write something new, the old stays aside, on the page of your notes.',
    ),
  };

export const said = {
  erase: say('Erase what is on this page from this device?'),
  erased: say('Erased from this device.'),
};
