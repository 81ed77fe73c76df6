import { dayInWords } from '#platform/device-day.ts';
import type { FirstDays } from './first-90-days.ts';

/** The words that the script of the first days writes; all others stand in its HTML. */

/** What an entry of the person's own is called in a calendar that others may see. */
export const ownTitle = 'Note: look at your list';
/** Of the file, and of the calendar in it. */
export const calendarName = 'Notes';
export const fileName = 'notes.ics';

export const fileMade = (dates: number): string =>
  dates === 0
    ? 'There is no date ahead to put in a calendar.'
    : `Your calendar file has ${dates === 1 ? '1 date' : `${dates} dates`}. The titles say nothing about you.`;
export const noHomeDate = 'Choose the day you came home first. The dates are counted from it.';

export const shownDay = (day: string): string =>
  dayInWords(day, { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' });

export const inWords = ({ home, done, own }: FirstDays): string[] => [
  ...(home ? [`Came home on ${dayInWords(home)}.`] : []),
  ...own.map(({ id, day, text }) => `${dayInWords(day)}: ${text}${done.includes(id) ? ' (done)' : ''}`),
  ...(done.length > 0 ? [`Ticked off: ${done.length}.`] : []),
];
