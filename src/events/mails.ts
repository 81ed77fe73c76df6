import type { CalendarPart, Composer, Letter, Unsubscribe } from '#mail/letter.ts';
import { instant, systemClock } from '#platform/clock.ts';
import { site } from '#platform/site.ts';
import type { Telling } from './mails/holds.ts';
import { invitation } from './mails/invitation.ts';
import { kinds, type Kind } from './mails/kinds.ts';
import type { Said } from './mails/said.ts';
import { wasInvited } from './mails/store.ts';
import { words, type Words } from './mails/words.ts';
import { quietUrl } from './quiet/quiet.ts';
import type { RsvpDetails } from './rsvp-details.ts';
import { manageUrl, readRsvp } from './rsvps.ts';

/**
 * The mails of an RSVP, written from how things stand when they are sent: a mail that is no longer true
 * (promoted, and cancelled since) is dropped.
 */
export const eventMails: Record<string, Composer> = Object.fromEntries(
  Object.entries(kinds).map(([name, kind]) => [name, composer(kind)]),
);

function composer(kind: Kind): Composer {
  return async (row) => {
    const rsvp = row.rsvp_id ? await readRsvp(row.rsvp_id) : null;
    if (!rsvp?.email) return null;
    // the database's clock: who is reminded went by it, and this machine's may be wrong
    const now = row.claimed_at === null ? systemClock() : instant(row.claimed_at);
    const telling: Telling = { rsvp, row, now };
    if (!kind.holds(telling)) return null;
    const say = words[rsvp.language];
    const said = await kind.say(telling, say);
    return said && letter(kind, said, rsvp, rsvp.email, await calendarsOf(kind, said, rsvp, rsvp.email));
  };
}

function letter(kind: Kind, said: Said, rsvp: RsvpDetails, to: string, calendars: CalendarPart[]): Letter {
  const { subject, opening, theirWords, facts, after, button, otherButton, final } = said;
  const { language } = rsvp;
  const say = words[language];
  const unsubscribe = unsubscribeOf(kind, rsvp, say);
  return {
    to,
    language,
    replyTo: site().eventsEmail,
    subject,
    body: [
      say.greeting,
      opening,
      ...(theirWords ?? '').split(/\n{2,}/).filter(Boolean),
      ...(facts.length > 0 ? [{ facts }] : []),
      ...(after ? [after] : []),
    ],
    ...(button && { button }),
    ...(otherButton && { otherButton }),
    closing: [...(final || otherButton ? [] : [say.cannotCome]), say.ask(site().phone)],
    ...(unsubscribe && { unsubscribe }),
    calendars,
  };
}

async function calendarsOf(kind: Kind, said: Said, rsvp: RsvpDetails, to: string): Promise<CalendarPart[]> {
  if (said.calendars) return said.calendars;
  if (kind.calendar === 'REQUEST' && rsvp.status === 'going') return [invitation('REQUEST', rsvp, to)];
  // whoever never had an entry is not told of its end
  if (kind.calendar === 'CANCEL' && (await wasInvited(rsvp))) return [invitation('CANCEL', rsvp, to)];
  return [];
}

function unsubscribeOf(kind: Kind, { rsvp, language }: RsvpDetails, say: Words): Unsubscribe | null {
  const mailbox = site().eventsEmail;
  if (kind.unsubscribe === 'quiet')
    return { href: quietUrl(rsvp, language), label: say.quiet, mailbox, oneClick: true };
  // what changed is told as long as they come: their page is where that ends
  if (kind.unsubscribe === 'page') return { href: manageUrl(rsvp, language), mailbox, oneClick: false };
  return null;
}
