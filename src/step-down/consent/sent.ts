import * as z from 'zod';
import { systemClock } from '#platform/clock.ts';
import type { TypedValues } from '#platform/guard.ts';
import type { RateLimit } from '#platform/rate-limit.ts';
import { site } from '#platform/site.ts';
import { known } from '../problems.ts';
import { choiceFields, choicesForm } from './choices.ts';
import { signatureForm } from './signature.ts';
import { today } from './standing.ts';
import type { Choices } from './terms.ts';

/** What the pages of a consent send. */

export const consentLimit: RateLimit = { name: 'consent', max: 200, windowSeconds: 600 };

/** The copy's only button. */
export const revokeForm = z.object({
  action: z.literal('revoke', { error: known('Press the button once more') }),
});

export type Sent =
  | { action: 'choose'; choices: Choices; fields: TypedValues }
  | { action: 'change'; draft: string }
  | { action: 'sign'; draft: string; patientName: string; signature: string };

type Typed = Record<string, string | string[]>;

const changeForm = z.object({ draft: z.string({ error: known('Choose once more') }) });
const todayThere = () => today(site().timeZone, systemClock);

function read(typed: Typed) {
  switch (typed['action']) {
    case 'sign':
      return signatureForm.transform((value): Sent => ({ action: 'sign', ...value })).safeParse(typed);
    case 'change':
      return changeForm.transform((value): Sent => ({ action: 'change', ...value })).safeParse(typed);
    default: {
      const fields = Object.fromEntries(choiceFields.map((field) => [field, typed[field] ?? '']));
      return choicesForm(todayThere())
        .transform((choices): Sent => ({ action: 'choose', choices, fields }))
        .safeParse(typed);
    }
  }
}

/** The form of either page, told apart by the button that was pressed; a form without one is the first. */
export const consentForm = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform((typed, context): Sent => {
    const parsed = read(typed);
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues) {
      context.addIssue({ code: 'custom', path: path.map(String), message });
    }
    return z.NEVER;
  });
