/** What the week planner's script says, and what goes in a calendar that others may see. */

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
  work: 'Work',
  group: 'Appointment',
  meeting: 'Plans',
  sleep: 'Sleep',
  meal: 'Meal',
  good: 'Plans',
};

/** 0 = Sunday. */
export const dayNames: Record<number, string> = {
  0: 'Sunday',
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
};

/** “7:00 am” of 07:00. */
export function timeInWords(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`;
}

export const words = {
  pickDays: 'Pick at least one day.',
  pickTime: 'Say when it begins.',
  added: (what: string) => `${what} is in your week.`,
  removed: (what: string, day: string) => `${what} is off ${day}.`,
  remove: (what: string, day: string) => `Take ${what} off ${day}`,
  nothingToTake: 'There is nothing in the week yet.',
  calendarReady: 'The calendar file is in your downloads.',
  calendarFailed: 'The calendar file could not be made. Check the connection, and press again.',
};
