import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { Language } from '#i18n/language.ts';
import { instant } from '#platform/clock.ts';

/**
 * Calendar entries. Calendars sync to shared screens, so titles come from the organisation's neutral
 * name and the kind of event, never from its title; file names are as plain.
 */

const neutralKinds: Record<Language, Record<string, string>> = {
  en: {
    social: 'get-together',
    workshop: 'workshop',
    family: 'family evening',
    service: 'helping out',
    outdoors: 'outing',
    celebration: 'celebration',
    other: 'event',
  },
  es: {
    social: 'convivencia',
    workshop: 'taller',
    family: 'reunión en familia',
    service: 'a dar una mano',
    outdoors: 'paseo',
    celebration: 'celebración',
    other: 'encuentro',
  },
};

export interface CalendarEntry {
  id: string;
  kind: string;
  startsAt: string;
  endsAt: string;
  timeZone: string;
  status: 'draft' | 'published' | 'cancelled';
  /** where it is, if the reader may know */
  location: string | null;
  /** raised with every change, so that calendars replace what they have */
  sequence: number;
  url: string | null;
  /** a line under it; as neutral as the title */
  note?: string;
  changedAt: string;
}

export interface CalendarOf {
  neutralName: string;
  host: string;
  method: 'PUBLISH' | 'REQUEST' | 'CANCEL';
  language?: Language;
  /** RFC 5546 has both in a REQUEST and a CANCEL: who sends it, and the one person it is for. */
  between?: { organizer: string; attendee: string };
}

export const neutralTitle = (neutralName: string, kind: string, language: Language = 'en') =>
  `${neutralName}: ${neutralKinds[language][kind] ?? neutralKinds[language]['other'] ?? ''}`;

/** An iCalendar file (RFC 5545) of these events. Times are UTC instants, so no zone table can be wrong. */
export function calendarFile(entries: CalendarEntry[], of: CalendarOf): string {
  const { neutralName, host, method, language = 'en' } = of;
  const calendar = ical({
    ...(method === 'PUBLISH' && { name: neutralName }),
    prodId: { company: neutralName, product: 'Onward', language: language.toUpperCase() },
    method: ICalCalendarMethod[method],
  });
  for (const entry of entries) {
    calendar.createEvent({
      id: `${entry.id}@${host}`,
      stamp: moment(entry.changedAt),
      start: moment(entry.startsAt),
      end: moment(entry.endsAt),
      summary: neutralTitle(neutralName, entry.kind, language),
      sequence: entry.sequence,
      status:
        method === 'CANCEL' || entry.status === 'cancelled'
          ? ICalEventStatus.CANCELLED
          : ICalEventStatus.CONFIRMED,
      ...(entry.location && { location: entry.location }),
      ...(entry.url && { url: entry.url }),
      ...(entry.note && { description: entry.note }),
      ...(of.between && betweenUs(of.between, neutralName)),
    });
  }
  return calendar.toString();
}

/** They said yes to us already: their calendar asks nothing and answers nobody. Shared calendars show them as busy. */
const betweenUs = ({ organizer, attendee }: NonNullable<CalendarOf['between']>, neutralName: string) => ({
  class: ICalEventClass.PRIVATE,
  organizer: { name: neutralName, email: organizer },
  attendees: [
    {
      email: attendee,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.ACCEPTED,
      rsvp: false,
    },
  ],
});

const moment = (text: string) => new Date(instant(text).epochMilliseconds);

/** How often a public event was changed is not counted; the minute of its last change grows all the same. */
export const sequenceOf = (changedAt: string): number =>
  Math.floor(
    (instant(changedAt).epochMilliseconds - Temporal.Instant.from('2026-01-01T00:00:00Z').epochMilliseconds) /
      60_000,
  );
