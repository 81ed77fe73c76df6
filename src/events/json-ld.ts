import type { Event } from './event.ts';

const modes = { 'in-person': 'Offline', online: 'Online', hybrid: 'Mixed' } as const;

/**
 * schema.org Event as text for a JSON-LD block. Tells no more than the page: no private address, no
 * link. "<" is escaped, so that no text can end the block.
 */
export function eventJsonLd(
  event: Event,
  { organizer, siteUrl }: { organizer: string; siteUrl: string },
): string {
  const url = `${siteUrl}/events/${event.slug}/`;
  const status = event.status === 'cancelled' ? 'EventCancelled' : 'EventScheduled';
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: event.title,
    description: event.summary,
    startDate: event.startsAt,
    endDate: event.endsAt,
    url,
    eventStatus: `https://schema.org/${status}`,
    eventAttendanceMode: `https://schema.org/${modes[event.format]}EventAttendanceMode`,
    organizer: { '@type': 'Organization', name: organizer, url: siteUrl },
    location:
      event.format === 'online'
        ? { '@type': 'VirtualLocation', url }
        : {
            '@type': 'Place',
            name: event.placeName ?? organizer,
            ...(event.address && { address: event.address }),
          },
    isAccessibleForFree: true,
  }).replaceAll('<', String.raw`\u003c`);
}
