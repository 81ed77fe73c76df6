import { sayHere } from '#i18n/spoken-here.ts';
import type { spanish } from './spanish.ts';

/** What the week planner's script says, and what goes in a calendar that others may see. */

const say = sayHere<typeof spanish>();

export const title = say('Week planner');
export const fileName = say('week.ics');

export const kinds = {
  work: 'Work',
  group: 'Group hours',
  meeting: 'Meeting',
  sleep: 'Sleep',
  meal: 'Meal',
  good: 'Something good',
} as const;
export type Kind = keyof typeof kinds;

/** Titles that tell nothing to whoever sees the calendar over a shoulder. */
export const calendarTitles: Record<Kind, string> = {
  work: say('Work'),
  group: say('Appointment'),
  meeting: say('Plans'),
  sleep: say('Sleep'),
  meal: say('Meal'),
  good: say('Plans'),
};

/** 0 = Sunday. */
export const dayNames = {
  0: 'Sunday',
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
} as const;

export const kindName = (kind: Kind): string => say(kinds[kind]);
export const dayName = (day: number): string => say(dayNames[day as keyof typeof dayNames]);

export const hoursBetween = (from: string, to: string): string =>
  say('{from} to {to}', { from: timeInWords(from), to: timeInWords(to) });

/** “7:00 am” of 07:00. */
export function timeInWords(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? say('am // before noon') : say('pm // after noon')}`;
}

export const words = {
  pickDays: say('Pick at least one day.'),
  pickTime: say('Say when it begins.'),
  added: (what: string) => say('{what} is in your week.', { what }),
  removed: (what: string, day: string) => say('{what} is off {day}.', { what, day }),
  remove: (what: string, day: string) => say('Take {what} off {day}', { what, day }),
  nothingToTake: say('There is nothing in the week yet.'),
  calendarReady: say('The calendar file is in your downloads.'),
  calendarFailed: say('The calendar file could not be made. Check the connection, and press again.'),
};
