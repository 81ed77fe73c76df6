import { inLanguage } from '#i18n/language.ts';
import { siteUrl } from '#platform/environment.ts';
import { manageUrl } from '../rsvps.ts';
import { holds, type Telling } from './holds.ts';
import { calledOff, changed, dates, message } from './longer.ts';
import { asItStands, over, promoted, reminder, session, soon } from './plain.ts';
import type { Said } from './said.ts';
import type { Words } from './words.ts';

/** Every mail of an RSVP by its kind in the outbox: until when it is true, what it says, what calendars do. */

export interface Kind {
  holds(telling: Telling): boolean;
  /** Null when there is nothing to say after all. */
  say(telling: Telling, words: Words): Said | null | Promise<Said | null>;
  /** What it means for a calendar; a REQUEST only for who goes. */
  calendar?: 'REQUEST' | 'CANCEL';
  /** Whether one may hear less of these: by one press, or by giving up the place. */
  unsubscribe?: 'quiet' | 'page';
}

export const kinds: Record<string, Kind> = {
  'rsvp-going': { holds: holds.going, say: asItStands('going'), calendar: 'REQUEST' },
  'rsvp-waiting': { holds: holds.waiting, say: asItStands('waiting') },
  'rsvp-asked': { holds: holds.asked, say: asItStands('asked') },
  'rsvp-dates': { holds: holds.dates, say: dates },
  'rsvp-promoted': { holds: holds.promoted, say: promoted, calendar: 'REQUEST' },
  'rsvp-session': { holds: holds.session, say: session },
  'rsvp-updated': { holds: holds.answered, say: asItStands('updated'), calendar: 'REQUEST' },
  'rsvp-cancelled': {
    holds: holds.cancelled,
    say: over('cancelled', ({ rsvp }, say) => ({
      label: say.comeAgain,
      href: siteUrl() + inLanguage(`/events/${rsvp.event.slug}/`, rsvp.language),
    })),
    calendar: 'CANCEL',
  },
  'rsvp-lapsed': {
    holds: holds.lapsed,
    say: over('lapsed', ({ rsvp }, say) => ({
      label: say.getInLine,
      href: `${manageUrl(rsvp.rsvp, rsvp.language)}#rejoin`,
    })),
    calendar: 'CANCEL',
  },
  'rsvp-removed': { holds: holds.removed, say: over('removed'), calendar: 'CANCEL' },
  'rsvp-moved': { holds: holds.waiting, say: asItStands('moved'), calendar: 'CANCEL' },
  'rsvp-link': { holds: holds.link, say: asItStands('linkAgain') },
  'event-changed': { holds: holds.answered, say: changed, calendar: 'REQUEST', unsubscribe: 'page' },
  'event-called-off': { holds: holds.calledOff, say: calledOff, calendar: 'CANCEL' },
  'event-message': { holds: holds.message, say: message, unsubscribe: 'quiet' },
  'rsvp-reminder': { holds: holds.reminder, say: reminder, calendar: 'REQUEST', unsubscribe: 'quiet' },
  'rsvp-soon': { holds: holds.reminder, say: soon, unsubscribe: 'quiet' },
  'rsvp-thanks': {
    holds: holds.thanks,
    say: ({ rsvp }, say) => ({
      ...say.thanks,
      facts: [],
      button: { label: say.comingUp, href: siteUrl() + inLanguage('/events/', rsvp.language) },
      final: true,
    }),
    unsubscribe: 'quiet',
  },
};
