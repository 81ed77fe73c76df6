import type { languages, times, ways, weekdays, weeks } from './filters.ts';

/** What the filters are called. */

export const timeWords: Record<(typeof times)[number], string> = {
  morning: 'Mornings',
  afternoon: 'Afternoons',
  evening: 'Evenings',
  weekend: 'Weekends',
};

export const dayWords: Record<(typeof weekdays)[number], string> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
};

export const wayWords: Record<(typeof ways)[number], string> = {
  'in-person': 'In person',
  online: 'Virtual',
};

export const weekWords: Record<(typeof weeks)[number], string> = {
  2: '2 weeks',
  4: '4 weeks',
  8: '8 weeks',
};

export const languageWords: Record<(typeof languages)[number], string> = {
  en: 'English',
  es: 'Español',
};

/** "3 groups", "1 group". */
export const groupsInWords = (count: number): string => (count === 1 ? '1 group' : `${count} groups`);
