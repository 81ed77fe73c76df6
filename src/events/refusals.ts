import * as z from 'zod';
import { tooManyTries } from '#platform/guard.ts';
import type { FieldErrors } from '#platform/problem.ts';
import { answerNeeded } from './form-fields.ts';
import { standing } from './rsvp-details.ts';

/** What the SQL functions of RSVPs answer. */
export const outcome = z.object({
  outcome: z.string(),
  maxPartySize: z.number().optional(),
  questions: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
  /** Two titles. */
  sessions: z.array(z.string()).optional(),
  /** Seconds. */
  wait: z.number().optional(),
  ...standing.partial().shape,
});
export type Outcome = z.infer<typeof outcome>;

/** Why nothing changed, with the HTTP status and the words for it. */
export interface Refused {
  status: 404 | 409 | 422 | 429;
  title: string;
  errors?: FieldErrors;
  headers?: Record<string, string>;
}

const mend = (errors: FieldErrors): Refused => ({ status: 422, title: 'There is a problem', errors });

/** By the outcome. What is not here was done. */
const refusals: Record<string, Refused | ((answer: Outcome) => Refused)> = {
  'too-many': ({ wait = 60 }) => ({
    status: 429,
    title: tooManyTries,
    headers: { 'Retry-After': String(wait) },
  }),
  'unknown-event': { status: 404, title: 'We have no event by that name' },
  unknown: { status: 404, title: 'This link opens nothing' },
  closed: { status: 409, title: 'This event takes no more replies' },
  'drop-in': { status: 409, title: 'Nobody needs to reply to this one: just come by' },
  'no-room': {
    status: 409,
    title: 'There are not enough seats left for that many. Your reply stays as it was',
  },
  'repeat-person': {
    status: 409,
    title:
      'You have answered this event again since then. That reply stands; its link is in the mail you got',
  },
  'dates-needed': mend({ dates: ['Choose at least one date that is still to come'] }),
  'party-too-large': ({ maxPartySize = 1 }) =>
    mend({ partySize: [`Enter ${maxPartySize} or fewer: that is the largest party for this event`] }),
  'adult-needed': mend({ partySize: ['At least one adult comes along'] }),
  'conduct-needed': mend({ agreeToConduct: ['Tick the box to agree to the code of conduct'] }),
  'answers-needed': ({ questions = [] }) =>
    mend(Object.fromEntries(questions.map(({ id, label }) => [`answers.${id}`, [answerNeeded(label)]]))),
  'sessions-overlap': ({ sessions = [] }) =>
    mend({
      sessions: [
        `${sessions.map((title) => `“${title}”`).join(' and ')} are at the same time. Choose one of them`,
      ],
    }),
};

/** The refusal an outcome means, or null when something was done. */
export function refusal(answer: Outcome): Refused | null {
  const refused = refusals[answer.outcome];
  return (typeof refused === 'function' ? refused(answer) : refused) ?? null;
}
