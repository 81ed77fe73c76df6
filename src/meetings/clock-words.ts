import type { Language } from '#i18n/language.ts';

/** Times of day in words. No dates here: it runs in the browser as well. */

export interface ClockWords {
  hour: string;
  half: string;
}

const halves = { en: ['am', 'pm'], es: ['a.m.', 'p.m.'] } as const;

/** `19:00` as 7:00 and pm, or p.m. as Intl writes it for es-US. */
export function clockWords(time: string, language: Language = 'en'): ClockWords {
  const hour = Number(time.slice(0, 2));
  return {
    hour: `${hour % 12 === 0 ? 12 : hour % 12}:${time.slice(3, 5)}`,
    half: halves[language][hour < 12 ? 0 : 1],
  };
}

export function clockText(time: string, language: Language = 'en'): string {
  const { hour, half } = clockWords(time, language);
  return `${hour} ${half}`;
}

/** `19:30` as minutes since midnight. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
