import { localeOf, type Language } from '#i18n/language.ts';

/** Time zones in words. Runs in the browser as well. */

const zoneNames = new Map<string, string>();

/** `America/Denver` as Mountain Time, hora de las Montañas Rocosas. */
export function zoneName(timeZone: string, language: Language = 'en'): string {
  const key = `${language} ${timeZone}`;
  const known = zoneNames.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(localeOf(language), { timeZone, timeZoneName: 'longGeneric' });
  const name = format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  zoneNames.set(key, name);
  return name;
}
