import { keptByCdn } from '#platform/cached-answer.ts';

/**
 * Headers of a public answer with counts of seats. A count that is wrong for half a minute harms nobody:
 * signing up asks again, under a lock.
 */
export const keptBriefly = keptByCdn({ seconds: 20, staleSeconds: 10, tags: ['step-down'] });
