import { sayIn, type Say } from '#i18n/spoken.ts';
import type { spanish, StepDownText } from '../spanish.ts';
import type { languages, times, ways, weekdays, weeks } from './filters.ts';

/** What the filters are called. */

export const timeWords: Record<(typeof times)[number], StepDownText> = {
  morning: 'Mornings',
  afternoon: 'Afternoons',
  evening: 'Evenings',
  weekend: 'Weekends',
};

export const dayWords: Record<(typeof weekdays)[number], StepDownText> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
};

export const wayWords: Record<(typeof ways)[number], StepDownText> = {
  'in-person': 'In person',
  online: 'Virtual',
};

export const weekWords: Record<(typeof weeks)[number], StepDownText> = {
  2: '2 weeks',
  4: '4 weeks',
  8: '8 weeks',
};

export const languageWords: Record<(typeof languages)[number], StepDownText> = {
  en: 'English',
  es: 'Español',
};

type SayGroups = Say<keyof typeof spanish>;

/** "3 groups", "1 group". */
export const groupsInWords = (count: number, say: SayGroups = sayIn('en', {})): string =>
  say.count(count, '{count} group', '{count} groups');
