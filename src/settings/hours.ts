import { Temporal } from 'temporal-polyfill';
import { localeOf } from '#i18n/language.ts';
import { site, type Site } from '#platform/site.ts';
import { currentSettings } from './current.ts';
import type { ClosedDay, SiteSettings } from './settings.ts';

/** When somebody answers: content/site.yml, and what the settings say on top of it. */

export function phoneHours({ phoneHoursEn, phoneHoursEs }: SiteSettings, language: 'en' | 'es'): string {
  return language === 'es' ? (phoneHoursEs ?? site().phoneHoursEs) : (phoneHoursEn ?? site().phoneHours);
}

type Hours = Pick<Site, 'businessHours' | 'timeZone'>;

/** The hours in which a promise is counted, with the days that were closed since as holidays. */
export const withClosedDays = <Given extends Hours>(
  given: Given,
  { closedDays }: Pick<SiteSettings, 'closedDays'>,
): Given => ({
  ...given,
  businessHours: {
    ...given.businessHours,
    holidays: [...new Set([...given.businessHours.holidays, ...closedDays.map(({ on }) => on)])],
  },
});

/** The organisation's hours as they stand now. Never throws. */
export const workingHours = async (): Promise<Site> => withClosedDays(site(), await currentSettings());

/** How many days ahead a closed day is said beside the hours. */
const aheadDays = 14;

/** The closed days of the two weeks from `now` on, the next one first. */
export function comingClosedDays(
  { closedDays }: Pick<SiteSettings, 'closedDays'>,
  now: Temporal.Instant,
  timeZone: string,
): ClosedDay[] {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const [from, to] = [today.toString(), today.add({ days: aheadDays }).toString()];
  return closedDays.filter(({ on }) => on >= from && on <= to).sort((a, b) => a.on.localeCompare(b.on));
}

/** “Thursday, November 26”, “jueves, 26 de noviembre” */
export const closedDayText = (on: string, language: 'en' | 'es'): string =>
  Temporal.PlainDate.from(on).toLocaleString(localeOf(language), {
    ...{ weekday: 'long', month: 'long', day: 'numeric' },
  });
