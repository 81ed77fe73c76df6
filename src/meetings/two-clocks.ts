import { localeOf, type Language } from '#i18n/language.ts';
import { zoneName } from '#platform/zone-name.ts';

/** One start by two clocks. Runs in the browser. */

/** Whether two zones' clocks show the same weekday and time at an instant (epoch milliseconds). */
export function sameClock(at: number, zone: string, other: string): boolean {
  const shown = (timeZone: string) =>
    new Intl.DateTimeFormat('en-US', {
      ...{ timeZone, weekday: 'short', hour: 'numeric', minute: 'numeric' },
    }).format(at);
  return shown(zone) === shown(other);
}

/** `Sunday, 9:30 pm Mountain Time` */
export function timeIn(at: number, timeZone: string, language: Language = 'en'): string {
  const parts = new Intl.DateTimeFormat(localeOf(language), {
    ...{ timeZone, weekday: 'long', hour: 'numeric', minute: '2-digit', hour12: true },
  }).formatToParts(at);
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? '';
  const clock = `${part('weekday')}, ${part('hour')}:${part('minute')} ${part('dayPeriod').toLowerCase()}`;
  return `${clock}${language === 'es' ? ', ' : ' '}${zoneName(timeZone, language)}`;
}
