import { sayHere } from '#i18n/spoken-here.ts';
import type { spanish } from './spanish.ts';

/** What the unlock form says. Apart from the frame's words, because it comes only where there is a lock. */
const say = sayHere<typeof spanish>();

export const unlockWords = {
  opening: say('Opening. This takes a moment.'),
  wrong: say('That is not the passphrase. Look at capitals and spaces, and try again.'),
};
