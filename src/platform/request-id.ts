import type { Language } from '#i18n/language.ts';
import { doorSpeaks } from './spanish.ts';

/**
 * One number for a request that failed: it stands in the line of the log, in the problem and on the page. Said by its
 * last eight characters, which a person can read out and a search through the log finds.
 */
export const sayable = (requestId: string): string => requestId.slice(-8).toUpperCase();

/** What to do with it, in the language of the page. */
export const callWith = (speaks: Language | URL, requestId: string): string =>
  doorSpeaks(speaks)('If you call us about this, name the number {number}.', { number: sayable(requestId) });
