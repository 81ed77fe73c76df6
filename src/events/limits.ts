import type { RateLimit } from '#platform/guard.ts';

/**
 * Per address, and a whole house of people shares one address: wide enough for a group night where
 * everybody answers at once, narrow enough that nobody tries links or lists by the thousand.
 */
export const rsvpLimit: RateLimit = { name: 'rsvp', max: 600, windowSeconds: 600 };
export const manageLimit: RateLimit = { name: 'rsvp-manage', max: 300, windowSeconds: 600 };
