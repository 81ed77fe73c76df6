import type { RateLimit, Refusal } from '#platform/guard.ts';
import { formField } from './form/fields.ts';
import type { CreateOutcome } from './sign-ups.ts';

/** What the API and the page have in common when they answer. */

/** Wide, because whole houses and phone networks share an address. */
export const signUpLimit: RateLimit = { name: 'sign-up', max: 60, windowSeconds: 600 };

type Refused = Exclude<CreateOutcome['outcome'], 'created' | 'repeat'>;

/** Why a well-formed request is not taken, at the field that can be changed. */
export const refusals: Record<Refused, Refusal> = {
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

/** The errors of a refusal by the form's fields; one that belongs to none stands under ''. */
export function problemsOf(
  { title, errors }: Pick<Refusal, 'title' | 'errors'>,
  phone: string,
): Record<string, string[]> {
  if (!errors) return { '': [`${title}. Nothing you wrote is lost. You can also call us: ${phone}`] };
  return Object.fromEntries(
    Object.entries(errors).map(([path, messages]) => [path === 'form' ? '' : formField(path), messages]),
  );
}
