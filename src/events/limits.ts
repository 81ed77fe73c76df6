import type { Counted, RateLimit } from '#platform/rate-limit.ts';
import type { RsvpRequest } from './schema.ts';

/**
 * Per network address, and a whole house of people shares one: wide enough for a group night where two
 * hundred answer at once and some of them three times, narrow enough that nobody tries links or lists by
 * the thousand.
 */
const rsvpLimit: RateLimit = { name: 'rsvp', max: 600, windowSeconds: 600 };
export const manageLimit: RateLimit = { name: 'rsvp-manage', max: 300, windowSeconds: 600 };
/** One for each time a form is opened and each time it is sent. */
export const challengeLimit: RateLimit = { name: 'rsvp-challenge', max: 1200, windowSeconds: 600 };

/** Per contact: every event of a season in one sitting, and no mailbox filled by somebody else. */
const contactLimit: RateLimit = { name: 'rsvp-contact', max: 60, windowSeconds: 3600 };

/**
 * Per event, from wherever: more than any room presses the button in ten minutes, less than it takes to
 * bury a guest list before somebody looks. Whoever meets it is told to call.
 */
const eventLimit: RateLimit = { name: 'rsvp-event', max: 1000, windowSeconds: 600 };

/** What an answer is counted under. */
export const rsvpCounts = ({ email, phone, event }: RsvpRequest, address: string): Counted[] => [
  { limit: rsvpLimit, whose: address },
  { limit: contactLimit, whose: email?.toLowerCase() ?? phone ?? '' },
  { limit: eventLimit, whose: event },
];
