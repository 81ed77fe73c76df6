import type { Event } from '#events/event.ts';

let made = 0;

/** An event as everybody may see it, plain but for what the test is about. */
export function anEvent(about: Partial<Event> = {}): Event {
  made += 1;
  const id = `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  return {
    id,
    slug: `event-${made}`,
    title: 'The long table',
    summary: 'Soup, bread, and whoever comes.',
    description: 'We cook one big pot.',
    kind: 'social',
    audience: 'alumni',
    format: 'in-person',
    startsAt: '2026-12-06T01:00:00Z',
    endsAt: '2026-12-06T03:00:00Z',
    timeZone: 'America/Denver',
    placeName: 'The big kitchen',
    address: '418 Cottonwood Lane',
    maxPartySize: 1,
    rsvpClosesAt: '2026-12-06T00:00:00Z',
    asksConduct: false,
    asksChildren: false,
    asksFood: false,
    questions: [],
    replies: 'rsvp',
    status: 'published',
    calledOffNote: null,
    updatedAt: '2026-11-01T00:00:00Z',
    series: null,
    seriesOn: null,
    capacity: 10,
    seatsLeft: 10,
    waiting: 0,
    online: null,
    sessions: [],
    ...about,
  };
}

/** Dates of one series, each at the same hours as {@link anEvent}'s, so many days later. */
export function aSeries(daysLater: number[], about: Partial<Event> = {}): Event[] {
  const series = {
    id: `10000000-0000-4000-8000-${String((made += 1)).padStart(12, '0')}`,
    title: 'Saturday supper',
    rule: 'FREQ=WEEKLY;BYDAY=SA',
    lastOn: null,
    updatedAt: '2026-11-01T00:00:00Z',
  };
  return daysLater.map((days) => {
    const later = (moment: string) => new Date(Date.parse(moment) + days * 86_400_000).toISOString();
    const date = anEvent({ series, ...about });
    return {
      ...date,
      startsAt: later(date.startsAt),
      endsAt: later(date.endsAt),
      rsvpClosesAt: later(date.rsvpClosesAt),
    };
  });
}
