import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { instant } from '#platform/clock.ts';

/**
 * Calendar entries. Calendars sync to shared screens, so titles come from the organisation's neutral
 * name and the kind of event, never from its title; file names are as plain.
 */

const neutralKinds: Record<string, string> = {
  social: 'get-together',
  workshop: 'workshop',
  family: 'family evening',
  service: 'helping out',
  outdoors: 'outing',
  celebration: 'celebration',
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
  changedAt: string;
}

export interface CalendarOf {
  neutralName: string;
  host: string;
  method: 'PUBLISH' | 'CANCEL';
}

export const neutralTitle = (neutralName: string, kind: string) =>
  `${neutralName}: ${neutralKinds[kind] ?? 'event'}`;

/** An iCalendar file (RFC 5545) of these events. Times are UTC instants, so no zone table can be wrong. */
export function calendarFile(entries: CalendarEntry[], { neutralName, host, method }: CalendarOf): string {
  const calendar = ical({
    name: neutralName,
    prodId: { company: neutralName, product: 'Onward', language: 'EN' },
    method: ICalCalendarMethod[method],
  });
  for (const entry of entries) {
    calendar.createEvent({
      id: `${entry.id}@${host}`,
      stamp: moment(entry.changedAt),
      start: moment(entry.startsAt),
      end: moment(entry.endsAt),
      summary: neutralTitle(neutralName, entry.kind),
      sequence: entry.sequence,
      status:
        method === 'CANCEL' || entry.status === 'cancelled'
          ? ICalEventStatus.CANCELLED
          : ICalEventStatus.CONFIRMED,
      ...(entry.location && { location: entry.location }),
      ...(entry.url && { url: entry.url }),
    });
  }
  return calendar.toString();
}

const moment = (text: string) => new Date(instant(text).epochMilliseconds);

/** How often a public event was changed is not counted; the minute of its last change grows all the same. */
export const sequenceOf = (changedAt: string): number =>
  Math.floor(
    (instant(changedAt).epochMilliseconds - Temporal.Instant.from('2026-01-01T00:00:00Z').epochMilliseconds) /
      60_000,
  );
