import { siteUrl } from '#platform/environment.ts';
import { site } from '#platform/site.ts';
import type { Composer, Letter } from '#mail/letter.ts';
import { calendarFile } from './calendar.ts';
import { mailWords } from './mail-words.ts';
import type { RsvpDetails } from './rsvp-details.ts';
import { manageUrl, readRsvp } from './rsvps.ts';
import { dayInWords, hoursInWords } from './wording.ts';

/**
 * The mails of an RSVP, written from how things stand when they are sent: a mail that is no longer true
 * (promoted, and cancelled since) is dropped.
 */

type Kind = 'going' | 'waiting' | 'promoted' | 'updated' | 'cancelled' | 'link';

const trueOnlyWhile: Record<Kind, RsvpDetails['status'][]> = {
  going: ['going'],
  waiting: ['waiting'],
  promoted: ['going'],
  updated: ['going', 'waiting'],
  cancelled: ['cancelled'],
  link: ['going', 'waiting'],
};

const composer =
  (kind: Kind): Composer =>
  async (row) => {
    const rsvp = row.rsvp_id ? await readRsvp(row.rsvp_id) : null;
    if (!rsvp?.email || !trueOnlyWhile[kind].includes(rsvp.status)) return null;
    return letterFor(kind, rsvp, rsvp.email);
  };

export const eventMails: Record<string, Composer> = {
  'rsvp-going': composer('going'),
  'rsvp-waiting': composer('waiting'),
  'rsvp-promoted': composer('promoted'),
  'rsvp-updated': composer('updated'),
  'rsvp-cancelled': composer('cancelled'),
  'rsvp-link': composer('link'),
};

function letterFor(kind: Kind, rsvp: RsvpDetails, to: string): Letter {
  const { event, language } = rsvp;
  const say = mailWords[language];
  const going = rsvp.status === 'going';
  const facts: [string, string][] = [
    [say.what, event.title],
    [say.when, `${dayInWords(event, language)}, ${hoursInWords(event, language)}`],
    ...(going ? whereFacts(rsvp) : []),
    ...(kind === 'cancelled' ? [] : [[say.party, String(rsvp.partySize)] as [string, string]]),
    ...(rsvp.position ? [[say.position, String(rsvp.position)] as [string, string]] : []),
  ];
  return {
    to,
    language,
    subject: say.subject[kind],
    body: [say.greeting, say.opening[kind], { facts }, ...(say.after[kind] ? [say.after[kind]] : [])],
    ...(kind === 'cancelled'
      ? { button: { label: say.comeAgain, href: `${siteUrl()}/events/${event.slug}/` } }
      : { button: { label: say.manage, href: manageUrl(rsvp.rsvp) } }),
    closing: [...(kind === 'cancelled' ? [] : [say.cannotCome]), say.ask(site().phone)],
    attachments: going || kind === 'cancelled' ? [invitation(kind, rsvp)] : [],
  };
}

function whereFacts({ event, language }: RsvpDetails): [string, string][] {
  const say = mailWords[language];
  const place = [event.placeName, event.address].filter(Boolean).join(', ');
  return [
    ...(place ? [[say.where, place] as [string, string]] : []),
    ...(event.joinUrl ? [[say.join, event.joinUrl] as [string, string]] : []),
    ...(event.arrivalNotes ? [[say.arrival, event.arrivalNotes] as [string, string]] : []),
  ];
}

function invitation(kind: Kind, { rsvp, transition, event }: RsvpDetails) {
  const method = kind === 'cancelled' ? 'CANCEL' : 'PUBLISH';
  return {
    filename: 'invitation.ics',
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content: calendarFile(
      [
        {
          ...event,
          id: `rsvp-${rsvp}`,
          location: [event.placeName, event.address].filter(Boolean).join(', ') || null,
          sequence: transition,
          // no link: a calendar is read by others, and whoever has the link can cancel
          url: null,
          changedAt: new Date().toISOString(),
        },
      ],
      { neutralName: site().neutralName, host: new URL(siteUrl()).hostname, method },
    ),
  };
}
