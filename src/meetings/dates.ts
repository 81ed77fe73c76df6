import { Temporal } from 'temporal-polyfill';
import { localeOf, type Language } from '#i18n/language.ts';

/** Dates and moments in words, in the site's zone. */

const inZone = (instant: string, timeZone: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);

/** `Sunday, November 22, 7:00 PM` */
export function momentText(instant: string, timeZone: string, language: Language = 'en'): string {
  return inZone(instant, timeZone).toLocaleString(localeOf(language), {
    ...{ weekday: 'long', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  });
}

/** `November 22, 2026` */
export function dateText(instant: string, timeZone: string, language: Language = 'en'): string {
  return inZone(instant, timeZone).toLocaleString(localeOf(language), {
    month: 'long',
    day: 'numeric',
    year: 'numeric',
  });
}
