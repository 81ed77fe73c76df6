import type { RateLimit } from '#platform/guard.ts';
import type { CreateOutcome } from './sign-ups.ts';

/** What the API and the page have in common when they answer. */

/** Wide, because whole houses and phone networks share an address. */
export const signUpLimit: RateLimit = { name: 'sign-up', max: 60, windowSeconds: 600 };

type Refused = Exclude<CreateOutcome['outcome'], 'created' | 'repeat'>;

/** Why a well-formed request is not taken, at the field that can be changed. */
export const refusals: Record<Refused, { status: number; title: string; errors: Record<string, string[]> }> =
  {
    'unknown-program': {
      status: 404,
      title: 'We do not have this program',
      errors: { program: ['This program is not on our list. Select another'] },
    },
    'unknown-cohort': {
      status: 404,
      title: 'We do not have this group',
      errors: { cohort: ['This group is not on our list. Select another'] },
    },
    closed: {
      status: 409,
      title: 'This group takes no more people',
      errors: { cohort: ['This group is closed. Select another, or any group'] },
    },
  };
