import { sayHere } from '#i18n/spoken-here.ts';
import type { spanish as finderSpanish } from './finder/spanish.ts';
import type { spanish } from './spanish.ts';
import { wordsIn } from './words.ts';

/** The words of this room in the browser, in the language of the page (SpokenHere.astro). */
export const words = wordsIn(sayHere<typeof spanish & typeof finderSpanish>());
