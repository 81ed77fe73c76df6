import { inLanguage, type Language } from '#i18n/language.ts';
import { instant } from '#platform/clock.ts';
import type { Event, Session } from './event.ts';

const modes = { 'in-person': 'Offline', online: 'Online', hybrid: 'Mixed' } as const;

interface Of {
  organizer: string;
  siteUrl: string;
  /** Of its picture; its own unless said. */
  picture?: string;
  /** Of the page. */
  language?: Language;
}

/**
 * schema.org Event as text for a JSON-LD block. Tells no more than the page: no private address, no
 * link. "<" is escaped, so that no text can end the block.
 */
export function eventJsonLd(
  event: Event,
  { organizer, siteUrl, picture = `/events/${event.slug}.png`, language = 'en' }: Of,
): string {
  const url = siteUrl + inLanguage(`/events/${event.slug}/`, language);
  const at = (moment: string) => withOffset(moment, event.timeZone);
  const status = statusOf(event);
  const attendance = `https://schema.org/${modes[event.format]}EventAttendanceMode`;
  const organization = { '@type': 'Organization', name: organizer, url: siteUrl };
  const part = (session: Session) => ({
    '@type': 'Event',
    name: session.title,
    ...(session.summary && { description: session.summary }),
    startDate: at(session.startsAt),
    endDate: at(session.endsAt),
    url: `${url}#all-sessions`,
    eventStatus: status,
    eventAttendanceMode: attendance,
    organizer: organization,
    location: session.placeName
      ? { ...place(event, organizer), name: session.placeName }
      : locations(event, url, organizer),
  });
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: event.title,
    description: event.summary,
    image: siteUrl + picture,
    startDate: at(event.startsAt),
    endDate: at(event.endsAt),
    url,
    inLanguage: language,
    eventStatus: status,
    eventAttendanceMode: attendance,
    organizer: organization,
    location: locations(event, url, organizer),
    ...(event.series && {
      superEvent: { '@type': 'EventSeries', name: event.series.title, organizer: organization },
    }),
    ...(event.sessions.length > 0 && { subEvent: event.sessions.map(part) }),
    isAccessibleForFree: true,
  }).replaceAll('<', String.raw`\u003c`);
}

const statusOf = ({ status }: Event) =>
  `https://schema.org/${status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`;

/** A place that is private has a name for everybody, and no address. */
const place = (event: Event, organizer: string) => ({
  '@type': 'Place',
  name: event.placeName ?? organizer,
  ...(event.address && { address: event.address }),
});

/** Where a link leads is told after a yes: to everybody, the page is where it takes place. */
function locations(event: Event, url: string, organizer: string) {
  const online = { '@type': 'VirtualLocation', url };
  if (event.format === 'online') return online;
  return event.format === 'hybrid' ? [place(event, organizer), online] : place(event, organizer);
}

/** "2026-12-05T18:00:00-07:00": search engines read a time without an offset as that of the page. */
const withOffset = (moment: string, timeZone: string): string =>
  instant(moment).toString({ timeZone, smallestUnit: 'second' });
