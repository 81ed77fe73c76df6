import type { Cohort } from './programs.ts';
import type { kinds } from './schema.ts';

/** The room's facts in plain words. Pure, so pages, the person's own page and tests say the same. */

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** "Monday, Tuesday, and Thursday", from Monday on. */
export function weekdaysInWords(weekdays: number[]): string {
  const fromMonday = [...weekdays].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
  return list.format(fromMonday.map((day) => dayNames[day] ?? ''));
}

/** "5:30 pm" from "17:30". */
export function timeInWords(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 || 12}${minutes} ${hour < 12 ? 'am' : 'pm'}`;
}

/** "Tuesday, December 1" from "2026-12-01"; `year` where it may be another one. */
export function dateInWords(date: string, { year = false } = {}): string {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: 'UTC',
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    ...(year && { year: 'numeric' }),
  }).format(new Date(`${date}T12:00:00Z`));
}

/** "Mountain Time": the clock the hours are said in. */
export function zoneInWords(timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longGeneric' }).formatToParts();
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

/** The day nearest to `date` on which a group meets, going one way: a program's dates are rounder than its weeks. */
function meetingDay(date: string, weekdays: number[], step: 1 | -1): string {
  const day = new Date(`${date}T12:00:00Z`);
  for (let tries = 0; tries < 7 && !weekdays.includes(day.getUTCDay()); tries++) {
    day.setUTCDate(day.getUTCDate() + step);
  }
  return day.toISOString().slice(0, 10);
}

type Dates = Pick<Cohort, 'startsOn' | 'endsOn' | 'weekdays'>;

export const firstMeeting = ({ startsOn, weekdays }: Omit<Dates, 'endsOn'>) =>
  meetingDay(startsOn, weekdays, 1);

/** Null for a group that goes on without an end. */
export const lastMeeting = ({ endsOn, weekdays }: Omit<Dates, 'startsOn'>) =>
  endsOn && meetingDay(endsOn, weekdays, -1);

/** "9 hours a week", "1.5 hours a week". */
export function hoursInWords(hours: number): string {
  const rounded = Math.round(hours * 10) / 10;
  return rounded === 1 ? '1 hour a week' : `${rounded} hours a week`;
}

const formats = { 'in-person': 'In person', online: 'Online', hybrid: 'In person or online' };
const languages = { en: 'In English', es: 'In Spanish (en español)' };

/** Where a group meets: "In person, Room 2", "Online". */
export function placeInWords({ format, placeName }: Pick<Cohort, 'format' | 'placeName'>): string {
  return placeName && format !== 'online' ? `${formats[format]}, ${placeName}` : formats[format];
}

export const languageInWords = (language: Cohort['language']) => languages[language];

/** One line that tells a group from its neighbours: days, hours, how. */
export function groupInWords(cohort: Cohort): string {
  const hours = `${timeInWords(cohort.startTime)} to ${timeInWords(cohort.endTime)}`;
  const spanish = cohort.language === 'es' ? ', in Spanish' : '';
  return `${weekdaysInWords(cohort.weekdays)}, ${hours}${spanish}`;
}

export const kindsInWords: Record<(typeof kinds)[number], { label: string; hint: string }> = {
  program: { label: 'A place in a program or group', hint: 'You choose the group next.' },
  'assessment-call': {
    label: 'A call to talk about what would fit',
    hint: 'About 30 minutes on the phone. Nothing is decided without you.',
  },
  mentor: { label: 'A mentor', hint: 'Somebody who has been home a while, and walks beside you.' },
  'be-a-mentor': {
    label: 'To be a mentor',
    hint: 'We talk first about what it asks and how we support you.',
  },
  'family-group': { label: 'The family group', hint: 'For families and friends, in their own right.' },
  'check-ins': {
    label: 'Check-ins after going home',
    hint: 'We get in touch now and then, to ask how it is going.',
  },
};
