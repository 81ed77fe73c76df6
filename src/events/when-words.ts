import { localeOf, type Language } from '#i18n/language.ts';

/** When events are, beyond one evening: several days, other clocks. Runs in the browser too. */

export interface When {
  startsAt: string;
  endsAt: string;
  timeZone: string;
}

const halfDay = 12 * 60 * 60 * 1000;
const at = (text: string) => new Date(text);

const inZone = (timeZone: string, options: Intl.DateTimeFormatOptions, language: Language = 'en') =>
  new Intl.DateTimeFormat(localeOf(language), { timeZone, ...options });

/** The local day of an instant, as 2026-12-05. */
export function localDay(moment: string, timeZone: string): string {
  const parts = inZone(timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(
    at(moment),
  );
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Whether it is on several days. An evening that runs past midnight belongs to the day it begins on. */
export const spansDays = ({ startsAt, endsAt, timeZone }: When): boolean =>
  at(endsAt).getTime() - at(startsAt).getTime() > halfDay &&
  localDay(startsAt, timeZone) !== localDay(lastMoment(endsAt), timeZone);

/** An event that ends at midnight has no part in the day that begins then. */
export const lastMoment = (endsAt: string): string => new Date(at(endsAt).getTime() - 1).toISOString();

const longDay = { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' } as const;

/** "Saturday, December 5, 2026", or "Friday, February 5 – Sunday, February 7, 2027". */
export function daysInWords(when: When, language: Language = 'en'): string {
  const days = inZone(when.timeZone, longDay, language);
  return spansDays(when)
    ? days.formatRange(at(when.startsAt), at(lastMoment(when.endsAt)))
    : days.format(at(when.startsAt));
}

const clock = { hour: 'numeric', minute: '2-digit' } as const;

/** "6:00 PM". */
export const startHour = (moment: string, timeZone: string, language: Language = 'en'): string =>
  inZone(timeZone, clock, language).format(at(moment));

/**
 * The same time by the clocks of another zone, "6:00 – 7:00 PM MST", with the day when it is another one;
 * null when clocks there and at the event say the same.
 */
export function byOtherClock(when: When, timeZone: string, language: Language = 'en'): string | null {
  const reading = (zone: string, moment: string) =>
    inZone(zone, { dateStyle: 'short', timeStyle: 'short' }).format(at(moment));
  const agree = (moment: string) => reading(when.timeZone, moment) === reading(timeZone, moment);
  if (agree(when.startsAt) && agree(when.endsAt)) return null;
  const sameDay =
    !spansDays(when) && localDay(when.startsAt, when.timeZone) === localDay(when.startsAt, timeZone);
  const overnight = localDay(when.startsAt, timeZone) !== localDay(when.endsAt, timeZone);
  const shown: Intl.DateTimeFormatOptions = {
    ...((!sameDay || overnight) && { weekday: 'short', month: 'short', day: 'numeric' }),
    ...clock,
    timeZoneName: 'short',
  };
  return inZone(timeZone, shown, language).formatRange(at(when.startsAt), at(when.endsAt));
}
