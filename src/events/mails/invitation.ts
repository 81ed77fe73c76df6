import type { CalendarPart } from '#mail/letter.ts';
import { instant, systemClock } from '#platform/clock.ts';
import { environment, siteUrl } from '#platform/environment.ts';
import { site } from '#platform/site.ts';
import { calendarFile } from '../calendar.ts';
import type { RsvpDetails } from '../rsvp-details.ts';
import { placeOf, takesPartByLink } from './facts.ts';
import { words } from './words.ts';

/**
 * The calendar entry of one answer: its UID stays, its SEQUENCE grows with every transition of the answer
 * and every change of the event, and a cancellation comes after what it cancels. A mail that only says
 * again how things stand has the same SEQUENCE. No link: a calendar is read by others, and whoever has the
 * link can cancel.
 */
export function invitation(method: 'REQUEST' | 'CANCEL', rsvp: RsvpDetails, to: string): CalendarPart {
  const { event, language } = rsvp;
  const tellsWhere = method === 'REQUEST' && rsvp.status === 'going' && !takesPartByLink(rsvp);
  const entry = {
    ...event,
    id: `rsvp-${rsvp.rsvp}`,
    location: tellsWhere ? placeOf(rsvp) : null,
    sequence: 2 * (rsvp.transition + event.revision) + (method === 'CANCEL' ? 1 : 0),
    url: null,
    ...(method === 'REQUEST' && { note: words[language].calendarNote }),
    changedAt: systemClock().toString(),
  };
  return {
    method,
    filename: method === 'REQUEST' ? 'invitation.ics' : 'cancelled.ics',
    content: calendarFile([entry], {
      neutralName: site().neutralName,
      host: new URL(siteUrl()).hostname,
      method,
      language,
      between: { organizer: senderAddress(), attendee: to },
    }),
  };
}

/** As a file of its own among several. */
export const dated = (part: CalendarPart, { event }: RsvpDetails): CalendarPart => ({
  ...part,
  filename: part.filename.replace('.ics', `-${dayOfFile(event)}.ics`),
});

const dayOfFile = ({ startsAt, timeZone }: RsvpDetails['event']) =>
  instant(startsAt).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** Calendar programs take an update only from who sent the first one. */
function senderAddress(): string {
  const { MAIL_FROM } = environment();
  return /<([^<>]+)>\s*$/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM.trim();
}
