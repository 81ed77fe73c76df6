import { sayHere } from '#i18n/spoken-here.ts';
import type { spanish } from './spanish.ts';

const say = sayHere<typeof spanish>();

/** Said when the timer itself does not come, as without a connection. */
export const notLoaded = say(
  'The timer did not load. The breath, the list and the numbers here work without it.',
);
