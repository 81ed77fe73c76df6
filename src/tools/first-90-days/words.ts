import { sayHere } from '#i18n/spoken-here.ts';
import { dayInWords } from '#platform/device-day.ts';
import type { FirstDays } from './first-90-days.ts';
import type { spanish } from './spanish.ts';

/** The words that the script of the first days writes; all others stand in its HTML. */

const say = sayHere<typeof spanish>();

export const title = say('Your first 90 days');
/** What an entry of the person's own is called in a calendar that others may see. */
export const ownTitle = say('Note: look at your list');
/** Of the file, and of the calendar in it. */
export const calendarName = say('Notes');
export const fileName = say('notes.ics');

export const fileMade = (dates: number): string =>
  dates === 0
    ? say('There is no date ahead to put in a calendar.')
    : say.count(
        dates,
        'Your calendar file has {count} date. The titles say nothing about you.',
        'Your calendar file has {count} dates. The titles say nothing about you.',
      );
export const noHomeDate = say('Choose the day you came home first. The dates are counted from it.');

export const shownDay = (day: string): string =>
  dayInWords(day, { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' });

export const inWords = ({ home, done, own }: FirstDays): string[] => [
  ...(home ? [say('Came home on {day}.', { day: dayInWords(home) })] : []),
  ...own.map(
    ({ id, day, text }) => `${dayInWords(day)}: ${done.includes(id) ? say('{text} (done)', { text }) : text}`,
  ),
  ...(done.length > 0 ? [say('Ticked off: {count}.', { count: done.length })] : []),
];
