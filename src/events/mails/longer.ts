import { inLanguage } from '#i18n/language.ts';
import { siteUrl } from '#platform/environment.ts';
import { site } from '#platform/site.ts';
import type { RsvpDetails } from '../rsvp-details.ts';
import { manageUrl } from '../rsvps.ts';
import { changeFacts } from './changes.ts';
import { dateFacts, whatAndWhen, whereToGo } from './facts.ts';
import type { Telling } from './holds.ts';
import { dated, invitation } from './invitation.ts';
import type { Said } from './said.ts';
import { datesOfTheMoment, readMessage, untoldChanges } from './store.ts';
import { dayOf, whenOf } from './when.ts';
import type { Words } from './words.ts';

/** The mails that need more than the RSVP: dates of a series, what staff changed, called off or wrote. */

const page = (rsvp: RsvpDetails, label: string) => ({ label, href: manageUrl(rsvp.rsvp, rsvp.language) });

/** All dates in one mail, with an entry for each new one and a cancellation for each that was given up. */
export async function dates({ rsvp, row }: Telling, say: Words): Promise<Said | null> {
  const { answered, left } = await datesOfTheMoment(rsvp, row);
  const to = rsvp.email ?? '';
  const { language, event } = rsvp;
  const going = rsvp.dates.some(({ status }) => status === 'going');
  if (rsvp.dates.length === 0 && left.length === 0) return null;
  return {
    subject: say.dates.subject,
    opening: rsvp.dates.length > 0 ? say.dates.opening : say.dates.none,
    facts: [
      [say.what, event.title],
      ...dateFacts(rsvp),
      ...left.map(
        (date) =>
          [dayOf(date.event.startsAt, event.timeZone, language), say.dates.left] satisfies [string, string],
      ),
      ...(going ? whereToGo(rsvp) : []),
    ],
    button: page(rsvp, say.manage),
    ...(rsvp.dates.length === 0 && { final: true }),
    calendars: [
      ...answered.map((date) => dated(invitation('REQUEST', date, to), date)),
      ...left.map((date) => dated(invitation('CANCEL', date, to), date)),
    ],
  };
}

/** What was and what is, in one mail for all that changed since the last one. */
export async function changed({ rsvp, row }: Telling, say: Words): Promise<Said | null> {
  const changes = await untoldChanges(row);
  const facts = changes && changeFacts(rsvp, changes);
  if (!facts || facts.length === 0) return null;
  const going = rsvp.status === 'going';
  const tells = (label: string) => facts.some(([told]) => told === label);
  return {
    subject: say.changed.subject,
    opening: going ? say.changed.opening : say.changed.openingOthers,
    facts: [
      ...(tells(say.nameNow) ? [] : [[say.what, rsvp.event.title] satisfies [string, string]]),
      ...facts,
      ...(tells(say.whenNow)
        ? []
        : [[say.when, whenOf(rsvp.event, rsvp.language)] satisfies [string, string]]),
    ],
    after: say.changed.after,
    button: page(rsvp, say.open),
    otherButton: { label: say.cancel, href: `${manageUrl(rsvp.rsvp, rsvp.language)}#cancel` },
  };
}

export function calledOff({ rsvp }: Telling, say: Words): Said {
  return {
    subject: say.calledOff.subject,
    opening: say.calledOff.opening,
    theirWords: rsvp.event.calledOffNote,
    facts: whatAndWhen(rsvp),
    after: say.calledOff.after,
    button: { label: say.comingUp, href: siteUrl() + inLanguage('/events/', rsvp.language) },
    final: true,
  };
}

export async function message({ rsvp, row }: Telling, say: Words): Promise<Said | null> {
  const written = row.message_id && (await readMessage(row.message_id));
  // they may have got a place, or lost it, since it was written
  const meant = written && (written.audience === 'everybody' || written.audience === rsvp.status);
  if (!meant) return null;
  return {
    subject: say.message.subject,
    opening: say.message.opening(rsvp.event.title),
    theirWords: `${written.body.trim()}\n\n${site().neutralName}`,
    facts: [],
    button: page(rsvp, say.open),
  };
}
