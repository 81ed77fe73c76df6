import type { Language } from '#i18n/language.ts';
import { site } from '#platform/site.ts';

/** By when somebody answers, in the organisation's own words: "by the end of the next business day". */
export const promiseIn = (language: Language): string =>
  language === 'es' ? site().responsePromiseEs : site().responsePromise;
