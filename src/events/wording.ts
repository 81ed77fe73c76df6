import { localeOf, type Language } from '#i18n/language.ts';
import { sayIn, type Say } from '#i18n/spoken.ts';
import type { SeatsText } from './seats-spanish.ts';

/** How events speak. Runs in the browser too: seats are filled in live. */

export interface Seats {
  status: 'open' | 'closed' | 'cancelled';
  /** 'drop-in': nobody answers, so there is nothing to count. */
  replies?: 'rsvp' | 'drop-in';
  /** null: no limit */
  seatsLeft: number | null;
  waiting: number;
}

/** "6 seats left", "full — join the waiting list, 3 ahead of you". */
export function seatsInWords(
  { status, replies = 'rsvp', seatsLeft, waiting }: Seats,
  say: Say<SeatsText> = sayIn('en', {}),
): string {
  if (status === 'cancelled') return say('Called off');
  if (replies === 'drop-in') return say('No RSVP. Just come');
  if (status === 'closed') return say('Replies are closed');
  if (seatsLeft === null) return say('Room for everyone');
  if (seatsLeft > 0) return say.count(seatsLeft, '{count} seat left', '{count} seats left');
  return waiting === 0
    ? say('Full — join the waiting list, nobody ahead of you')
    : say('Full — join the waiting list, {count} ahead of you', { count: waiting });
}

export const kindWords = {
  social: 'Get-together',
  workshop: 'Workshop',
  family: 'Family',
  service: 'Giving back',
  outdoors: 'Outdoors',
  celebration: 'Celebration',
} as const;

export const audienceWords = {
  alumni: 'For alumni',
  'alumni-and-guests': 'For alumni and the people they bring',
  family: 'For family and friends',
  everyone: 'For everyone',
} as const;

export const formatWords = {
  'in-person': 'In person',
  online: 'Online',
  hybrid: 'In person and online',
} as const;

interface When {
  startsAt: string;
  endsAt: string;
  timeZone: string;
}

const formatter = (timeZone: string, language: Language, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(localeOf(language), { timeZone, ...options });

/** "Saturday, December 5, 2026" */
export const dayInWords = ({ startsAt, timeZone }: When, language: Language = 'en'): string =>
  formatter(timeZone, language, { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' }).format(
    new Date(startsAt),
  );

/** "6:00 – 8:00 PM MST"; with both days when it goes past midnight. */
export function hoursInWords({ startsAt, endsAt, timeZone }: When, language: Language = 'en'): string {
  const day = formatter(timeZone, language, { dateStyle: 'short' });
  const sameDay = day.format(new Date(startsAt)) === day.format(new Date(endsAt));
  return formatter(timeZone, language, {
    ...(!sameDay && { weekday: 'short', month: 'short', day: 'numeric' }),
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).formatRange(new Date(startsAt), new Date(endsAt));
}

/** The parts of a date block: "Sat", "5", "Dec". */
export function dateBlock({ startsAt, timeZone }: Omit<When, 'endsAt'>, language: Language = 'en') {
  const part = (options: Intl.DateTimeFormatOptions) =>
    formatter(timeZone, language, options).format(new Date(startsAt));
  return {
    weekday: part({ weekday: 'short' }),
    day: part({ day: 'numeric' }),
    month: part({ month: 'short' }),
    hour: part({ hour: 'numeric', minute: '2-digit' }),
  };
}

/** "Tuesday, December 1 at 6:45 PM MST" */
export const momentInWords = (
  { startsAt, timeZone }: Omit<When, 'endsAt'>,
  language: Language = 'en',
): string =>
  formatter(timeZone, language, {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(startsAt));
