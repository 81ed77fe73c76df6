import { check, pipe, string } from 'valibot';
import { languageHere, localeOf } from '#i18n/language.ts';

/**
 * Calendar days as a person's own device sees them: 'YYYY-MM-DD'. Their arithmetic knows no hours and no zone,
 * so neither travel nor a change of the clocks adds or takes a day.
 */

const millisecondsADay = 86_400_000;

const start = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayAt = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(start(text)) && dayAt(start(text)) === text;

export const dayShape = pipe(string(), check(isDay));

/** The day on the device's own calendar at that moment. */
export const dayHere = (now: Date): string =>
  dayAt(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));

export const addDays = (day: string, days: number): string => dayAt(start(day) + days * millisecondsADay);

/** How many days the second is after the first; negative when it is before. */
export const daysBetween = (first: string, second: string): number =>
  Math.round((start(second) - start(first)) / millisecondsADay);

/** Sunday is 0. */
export const weekdayOf = (day: string): number => new Date(start(day)).getUTCDay();

/** The day for reading, in the language of the page: “November 22, 2026”, or as the options say. What is no day gives ''. */
export const dayInWords = (
  day: string,
  options: Intl.DateTimeFormatOptions = { dateStyle: 'long' },
): string =>
  isDay(day)
    ? new Intl.DateTimeFormat(localeOf(languageHere()), { ...options, timeZone: 'UTC' }).format(start(day))
    : '';
