import { inLanguage, type Language } from '#i18n/language.ts';
import { siteUrl } from '#platform/environment.ts';
import { site } from '#platform/site.ts';
import { calendarFile, sequenceOf } from './calendar.ts';
import type { Event } from './event.ts';

/** Events as everybody may know them, as an iCalendar answer. */
export function publicCalendar(events: Event[], language: Language): Response {
  const file = calendarFile(
    events.map((event) => ({
      ...event,
      location: [event.placeName, event.address].filter(Boolean).join(', ') || null,
      sequence: sequenceOf(event.updatedAt),
      url: siteUrl() + inLanguage(`/events/${event.slug}/`, language),
      changedAt: event.updatedAt,
    })),
    { neutralName: site().neutralName, host: new URL(siteUrl()).hostname, method: 'PUBLISH', language },
  );
  return new Response(file, { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
}
