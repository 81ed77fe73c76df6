import { localeOf, type Language } from '#i18n/language.ts';

/** When something is, as a mail says it: by the clock where it is held, with the name of that clock. */

export interface When {
  startsAt: string;
  endsAt: string;
  timeZone: string;
}

const inZone = (timeZone: string, language: Language, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(localeOf(language), { timeZone, ...options });

const longDay = { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' } as const;
const clock = { hour: 'numeric', minute: '2-digit' } as const;
// narrow spaces and such break in some mail programs
const plain = (text: string) => text.replace(/[\u2009\u202f\u00a0]/g, ' ');

/** "Saturday, December 5, 2026" */
export const dayOf = (moment: string, timeZone: string, language: Language): string =>
  plain(inZone(timeZone, language, longDay).format(new Date(moment)));

/** "Saturday" */
export const weekdayOf = (moment: string, timeZone: string, language: Language): string =>
  inZone(timeZone, language, { weekday: 'long' }).format(new Date(moment));

/** "6:00 PM" */
export const clockOf = (moment: string, timeZone: string, language: Language): string =>
  plain(inZone(timeZone, language, clock).format(new Date(moment)));

/** "Mountain Time" */
export const zoneName = (timeZone: string, language: Language): string =>
  inZone(timeZone, language, { timeZoneName: 'longGeneric' })
    .formatToParts(0)
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;

/** "Thursday, December 3, 2026, 6:00 PM (Mountain Time)" */
export const momentOf = (moment: string, timeZone: string, language: Language): string =>
  `${dayOf(moment, timeZone, language)}, ${clockOf(moment, timeZone, language)} (${zoneName(timeZone, language)})`;

/** "6:00 – 8:00 PM" */
export const hoursOf = ({ startsAt, endsAt, timeZone }: When, language: Language): string =>
  plain(inZone(timeZone, language, clock).formatRange(new Date(startsAt), new Date(endsAt)));

/**
 * "Saturday, December 5, 2026, 6:00 – 8:00 PM (Mountain Time)"; what ends on another day says both:
 * "Friday, February 5, 2027, 5:00 PM – Sunday, February 7, 2027, 12:00 PM (Mountain Time)".
 */
export function whenOf(when: When, language: Language): string {
  const { startsAt, endsAt, timeZone } = when;
  const first = dayOf(startsAt, timeZone, language);
  const last = dayOf(endsAt, timeZone, language);
  const span =
    first === last
      ? `${first}, ${hoursOf(when, language)}`
      : `${first}, ${clockOf(startsAt, timeZone, language)} – ${last}, ${clockOf(endsAt, timeZone, language)}`;
  return `${span} (${zoneName(timeZone, language)})`;
}
