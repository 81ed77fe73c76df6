import * as z from 'zod';
import type { FieldErrors } from '#platform/problem.ts';
import { standing } from './rsvp-details.ts';

/** What the SQL functions of RSVPs answer. */
export const outcome = z.object({
  outcome: z.string(),
  maxPartySize: z.number().optional(),
  ...standing.partial().shape,
});

/** Why nothing changed, with the HTTP status and the words for it. */
export interface Refused {
  status: 404 | 409 | 422;
  title: string;
  errors?: FieldErrors;
}

/** The refusal an outcome means, or null when something was done. */
export function refusal({ outcome: kind, maxPartySize }: z.infer<typeof outcome>): Refused | null {
  switch (kind) {
    case 'unknown-event':
      return { status: 404, title: 'We have no event by that name' };
    case 'unknown':
      return { status: 404, title: 'This link opens nothing' };
    case 'closed':
      return { status: 409, title: 'This event takes no more replies' };
    case 'no-room':
      return {
        status: 409,
        title: 'There are not enough seats left for that many. Your reply stays as it was',
      };
    case 'party-too-large':
      return {
        status: 422,
        title: 'There is a problem',
        errors: {
          partySize: [`Enter ${maxPartySize ?? 1} or fewer: that is the largest party for this event`],
        },
      };
    case 'conduct-needed':
      return {
        status: 422,
        title: 'There is a problem',
        errors: { agreeToConduct: ['Tick the box to agree to the code of conduct'] },
      };
    default:
      return null;
  }
}
