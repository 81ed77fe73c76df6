import type { Temporal } from 'temporal-polyfill';
import type { ListedMeeting } from './schema.ts';

const attendance = {
  'in-person': 'https://schema.org/OfflineEventAttendanceMode',
  online: 'https://schema.org/OnlineEventAttendanceMode',
  hybrid: 'https://schema.org/MixedEventAttendanceMode',
} as const;

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/**
 * schema.org/Event for a meeting one can attend, with its weekly schedule; null for one that is by
 * appointment, paused or not confirmed, which is no promise to make to a search engine.
 */
export function structuredData(
  meeting: ListedMeeting,
  next: Temporal.ZonedDateTime | null,
  url: string,
): Record<string, unknown> | null {
  const { day, mode, startTime, endTime, location, address, joinUrl } = meeting;
  if (next === null || day === null || startTime === null || mode === 'paused' || mode === 'unconfirmed')
    return null;
  const room = { '@type': 'Place', name: location ?? address, ...(address !== null && { address }) };
  const places = [
    ...(mode === 'online' ? [] : [room]),
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
    eventSchedule: {
      '@type': 'Schedule',
      repeatFrequency: 'P1W',
      byDay: `https://schema.org/${days[day] ?? ''}`,
      startTime,
      ...(endTime !== null && { endTime }),
      scheduleTimezone: meeting.timeZone,
    },
  };
}

/** JSON that may stand inside a script element. */
export const embeddable = (data: unknown): string => JSON.stringify(data).replace(/</g, '\\u003c');
