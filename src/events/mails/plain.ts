import type { Press } from '#mail/letter.ts';
import { manageUrl } from '../rsvps.ts';
import { howItStands, takesPartByLink, whatAndWhen, whereToGo } from './facts.ts';
import type { Telling } from './holds.ts';
import type { Said } from './said.ts';
import { clockOf, momentOf, weekdayOf } from './when.ts';
import type { Words } from './words.ts';

/** The mails that need nothing but the RSVP. */

type Plain = 'going' | 'waiting' | 'asked' | 'updated' | 'moved' | 'linkAgain';
export const asItStands =
  (of: Plain) =>
  ({ rsvp }: Telling, say: Words): Said => ({
    ...say[of],
    facts: howItStands(rsvp),
    button: { label: say.manage, href: manageUrl(rsvp.rsvp, rsvp.language) },
  });

export const over =
  (of: 'cancelled' | 'lapsed' | 'removed', button?: (telling: Telling, say: Words) => Press) =>
  (telling: Telling, say: Words): Said => ({
    ...say[of],
    facts: whatAndWhen(telling.rsvp),
    ...(button && { button: button(telling, say) }),
    final: true,
  });

const cannotCome = ({ rsvp }: Pick<Telling, 'rsvp'>, say: Words): Press => ({
  label: say.cancel,
  href: `${manageUrl(rsvp.rsvp, rsvp.language)}#cancel`,
});

export const promoted = (telling: Telling, say: Words): Said => {
  const { rsvp } = telling;
  const { confirmBy, event, language } = rsvp;
  if (confirmBy === null) {
    const { subject, opening } = say.promoted;
    return { ...asItStands('going')(telling, say), subject, opening };
  }
  return {
    subject: say.promoted.subject,
    opening: say.promoted.confirm(momentOf(confirmBy, event.timeZone, language)),
    facts: howItStands(rsvp),
    button: { label: say.promoted.sayYes, href: `${manageUrl(rsvp.rsvp, rsvp.language)}#confirm` },
    otherButton: cannotCome(telling, say),
  };
};

export const session = (telling: Telling, say: Words): Said => ({
  ...asItStands('going')(telling, say),
  ...say.session,
});

/** Where to be, and the way out, for who comes. */
const coming = ({ rsvp }: Telling, say: Words) => {
  const join = takesPartByLink(rsvp) && rsvp.event.hasLink ? '#join' : '';
  return {
    facts: [...whatAndWhen(rsvp), ...whereToGo(rsvp)],
    button: { label: say.open, href: `${manageUrl(rsvp.rsvp, rsvp.language)}${join}` },
    otherButton: cannotCome({ rsvp }, say),
  };
};

export function reminder(telling: Telling, say: Words): Said {
  const { event, language } = telling.rsvp;
  const subject = say.reminder.subject(weekdayOf(event.startsAt, event.timeZone, language));
  return { subject, opening: say.reminder.opening, ...coming(telling, say) };
}

export function soon(telling: Telling, say: Words): Said {
  const { event, language } = telling.rsvp;
  const subject = say.soon.subject(clockOf(event.startsAt, event.timeZone, language));
  return { subject, opening: say.soon.opening, ...coming(telling, say) };
}
