/** Pages of the staff area by what they are called, for who reads in the record on which one something happened. */
const names: Record<string, string> = {
  '/staff': 'Today',
  '/staff/events/[slug]': 'Event',
  '/staff/events/[slug]/guests': 'Guests',
  '/staff/events/[slug]/guests.csv': 'Guests',
  '/staff/events/[slug]/guests/[rsvp]': 'Guest',
  '/staff/events/[slug]/guests/print': 'Guests on paper',
  '/staff/events/[slug]/door': 'Door',
  '/staff/events/[slug]/door/sync': 'Door',
  '/staff/events/[slug]/message': 'Write to guests',
  '/staff/events/[slug]/call-off': 'Call it off',
  '/staff/events/[slug]/seats': 'Seats',
  '/staff/events/[slug]/sessions': 'Sessions',
  '/staff/events/new': 'New event',
  '/staff/events/series/[id]': 'Series',
  '/staff/meetings/reports/[id]': 'Report',
  '/staff/step-down/[id]': 'Request',
  '/staff/step-down/[id]/copy': 'A copy',
  '/staff/step-down/[id]/copy.csv': 'A copy',
  '/staff/step-down/consents/[id]': 'Consent',
  '/staff/record': 'Who did what',
  '/staff/record/record.csv': 'Who did what',
  '/staff/settings': 'Settings',
};

const parts: [prefix: string, name: string][] = [
  ['/staff/resources', 'Resources'],
  ['/staff/team', 'Team'],
  ['/staff/events', 'Events'],
  ['/staff/meetings', 'Meetings'],
  ['/staff/step-down', 'Requests'],
];

/** What a page is called, by its route; null where the line is not from a page of the staff area. */
export function pageWords(route: string | null): string | null {
  const page = route?.replace(/\/$/, '') ?? '';
  return names[page] ?? parts.find(([prefix]) => page.startsWith(prefix))?.[1] ?? null;
}
