import { keyedHash } from '#platform/tokens.ts';

/**
 * What a guest shows at the door: 132 bits that only our own list can tell apart, with no name and no
 * address in it. It opens nothing, and can be shown to anybody. `rsvp` is the id of the answer.
 */
export const arrivalCode = (rsvp: string): string => keyedHash('arrival', rsvp).slice(0, 22);
