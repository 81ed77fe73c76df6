import type { Temporal } from 'temporal-polyfill';
import { eventSchedule } from './event-schedule.ts';
import type { ListedMeeting } from './schema.ts';

const attendance = {
  'in-person': 'https://schema.org/OfflineEventAttendanceMode',
  online: 'https://schema.org/OnlineEventAttendanceMode',
  hybrid: 'https://schema.org/MixedEventAttendanceMode',
} as const;

/**
 * schema.org/Event for a meeting one can attend, with its schedule; null for one that is by appointment,
 * paused, not confirmed or without a next date, which is no promise to make to a search engine.
 */
export function structuredData(
  meeting: ListedMeeting,
  next: Temporal.ZonedDateTime | null,
  url: string,
): Record<string, unknown> | null {
  const { mode } = meeting;
  if (next === null || mode === 'paused' || mode === 'unconfirmed') return null;
  const joinUrl = meeting.joinAfterPress ? null : meeting.joinUrl;
  const places = [
    ...(mode === 'online' ? [] : [roomOf(meeting, next)]),
    ...(mode === 'in-person' ? [] : [{ '@type': 'VirtualLocation', url: joinUrl ?? url }]),
  ];
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: meeting.name,
    url,
    startDate: next.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: attendance[mode],
    isAccessibleForFree: true,
    location: places.length === 1 ? places[0] : places,
    eventSchedule: eventSchedule(meeting),
  };
}

/** Where the next date is held: the usual place, or another that it is moved to. */
function roomOf({ location, address, exceptions }: ListedMeeting, next: Temporal.ZonedDateTime) {
  const date = next.toPlainDate().toString();
  const elsewhere = exceptions.find(({ moved }) => moved?.to === date)?.moved?.location ?? null;
  if (elsewhere !== null) return { '@type': 'Place', name: elsewhere };
  return { '@type': 'Place', name: location ?? address, ...(address !== null && { address }) };
}

/** JSON that may stand inside a script element. */
export const embeddable = (data: unknown): string => JSON.stringify(data).replace(/</g, '\\u003c');
