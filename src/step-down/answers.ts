import type { RateLimit, Refusal } from '#platform/guard.ts';
import type { Language } from '#i18n/language.ts';
import { formField } from './form/fields.ts';
import { formSpeaks } from './form/spanish.ts';
import { known, problemIn, problemsIn } from './problems.ts';
import type { CreateOutcome } from './sign-ups.ts';

/** What the API and the page have in common when they answer. */

/** Wide, because whole houses and phone networks share an address. */
export const signUpLimit: RateLimit = { name: 'sign-up', max: 60, windowSeconds: 600 };

type Refused = Exclude<CreateOutcome['outcome'], 'created' | 'repeat'>;

/** Why a well-formed request is not taken, at the field that can be changed. */
export const refusals: Record<Refused, Refusal> = {
  'unknown-program': {
    status: 404,
    title: known('We do not have this program'),
    errors: { program: [known('This program is not on our list. Select another')] },
  },
  'unknown-cohort': {
    status: 404,
    title: known('We do not have this group'),
    errors: { cohort: [known('This group is not on our list. Select another')] },
  },
  closed: {
    status: 409,
    title: known('This group takes no more people'),
    errors: { cohort: [known('This group is closed. Select another, or any group')] },
  },
};

/** A refusal in the language of who asked. */
export const refusalIn = (language: Language, { title, errors, ...rest }: Refusal): Refusal => ({
  ...rest,
  title: problemIn(language, title),
  ...(errors && { errors: problemsIn(language, errors) }),
});

/** The errors of a refusal by the form's fields; one that belongs to none stands under ''. */
export function problemsOf(
  { title, errors }: Pick<Refusal, 'title' | 'errors'>,
  phone: string,
  language: Language = 'en',
): Record<string, string[]> {
  if (!errors) {
    const say = formSpeaks(language);
    return {
      '': [say('{title}. Nothing you wrote is lost. You can also call us: {phone}', { title, phone })],
    };
  }
  return Object.fromEntries(
    Object.entries(errors).map(([path, messages]) => [path === 'form' ? '' : formField(path), messages]),
  );
}
