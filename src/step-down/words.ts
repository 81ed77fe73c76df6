import { localeOf, type Language } from '#i18n/language.ts';
import type { Cohort } from './programs.ts';
import type { kinds } from './schema.ts';
import { stepDownSpeaks, type StepDownText } from './spanish.ts';

export { firstMeeting, lastMeeting } from './meeting-days.ts';

/**
 * The room's facts in plain words. Pure, so pages, the person's own page and tests say the same. Staff read
 * them in English.
 */

/** As the first word of a line: days have small letters in Spanish. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const weekdayName = (day: number, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', timeZone: 'UTC' }).format(
    // a Sunday, and the days after it
    Date.UTC(2026, 10, 1 + day, 12),
  );

/** "Monday, Tuesday, and Thursday", from Monday on. */
export function weekdaysInWords(weekdays: number[], language: Language = 'en'): string {
  const fromMonday = [...weekdays].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
  return new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(
    fromMonday.map((day) => weekdayName(day, language)),
  );
}

/** "5:30 pm" from "17:30". */
export function timeInWords(time: string, language: Language = 'en'): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  const half = hour < 12 ? { en: 'am', es: 'a. m.' } : { en: 'pm', es: 'p. m.' };
  return `${hour % 12 || 12}${minutes} ${half[language].replace(' ', '\u00a0')}`;
}

/** "5:30 pm to 7 pm" */
export const hoursFromTo = (
  { startTime, endTime }: Pick<Cohort, 'startTime' | 'endTime'>,
  language: Language = 'en',
): string =>
  stepDownSpeaks(language)('{from} to {to}', {
    from: timeInWords(startTime, language),
    to: timeInWords(endTime, language),
  });

/** "Tuesday, December 1" from "2026-12-01"; `year` where it may be another one. */
export function dateInWords(date: string, { year = false, language = 'en' as Language } = {}): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: 'UTC',
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    ...(year && { year: 'numeric' }),
  }).format(new Date(`${date}T12:00:00Z`));
}

/** "Mountain Time": the clock the hours are said in. */
export function zoneInWords(timeZone: string, language: Language = 'en'): string {
  const format = new Intl.DateTimeFormat(localeOf(language), { timeZone, timeZoneName: 'longGeneric' });
  const name = format.formatToParts().find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
  return capital(name);
}

/** "9 hours a week", "1.5 hours a week". */
export function hoursInWords(hours: number, language: Language = 'en'): string {
  const rounded = Math.round(hours * 10) / 10;
  return stepDownSpeaks(language).count(rounded, '{count} hour a week', '{count} hours a week');
}

const formats = {
  'in-person': 'In person',
  online: 'Online',
  hybrid: 'In person or online',
} as const satisfies Record<Cohort['format'], StepDownText>;
const languages = {
  en: 'In English',
  es: 'In Spanish (en español)',
} as const satisfies Record<Cohort['language'], StepDownText>;

/** How a group meets: "In person". */
export const formatInWords = (format: Cohort['format'], language: Language = 'en'): string =>
  stepDownSpeaks(language)(formats[format]);

/** Where a group meets: "In person, Room 2", "Online". */
export function placeInWords(
  { format, placeName }: Pick<Cohort, 'format' | 'placeName'>,
  language: Language = 'en',
): string {
  const how = formatInWords(format, language);
  return placeName && format !== 'online' ? `${how}, ${placeName}` : how;
}

export const languageInWords = (spoken: Cohort['language'], language: Language = 'en') =>
  stepDownSpeaks(language)(languages[spoken]);

/** One line that tells a group from its neighbours: days, hours, how. */
export function groupInWords(cohort: Cohort, language: Language = 'en'): string {
  const days = weekdaysInWords(cohort.weekdays, language);
  const spanish = cohort.language === 'es' ? stepDownSpeaks(language)(', in Spanish') : '';
  return `${capital(days)}, ${hoursFromTo(cohort, language)}${spanish}`;
}

export const kindsInWords = {
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
} as const satisfies Record<(typeof kinds)[number], Record<'label' | 'hint', StepDownText>>;
