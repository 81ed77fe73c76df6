import * as z from 'zod';
import { localeOf, type Language } from '#i18n/language.ts';
import { tooManyTries } from '#platform/guard.ts';
import type { FieldErrors } from '#platform/problem.ts';
import { answerNeeded } from './needed-answers.ts';
import { refusalsSpeak, type RefusalsSay } from './refusals-spanish.ts';
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

/** By the outcome. What is not here was done. */
const refusals: Record<string, (say: RefusalsSay, answer: Outcome) => Refused> = {
  'too-many': (say, { wait = 60 }) => ({
    status: 429,
    title: say(tooManyTries),
    headers: { 'Retry-After': String(wait) },
  }),
  'unknown-event': (say) => ({ status: 404, title: say('We have no event by that name') }),
  unknown: (say) => ({ status: 404, title: say('This link opens nothing') }),
  closed: (say) => ({ status: 409, title: say('This event takes no more replies') }),
  'drop-in': (say) => ({ status: 409, title: say('Nobody needs to reply to this one: just come by') }),
  'no-room': (say) => ({
    status: 409,
    title: say('There are not enough seats left for that many. Your reply stays as it was'),
  }),
  'repeat-person': (say) => ({
    status: 409,
    title: say(
      'You have answered this event again since then. That reply stands; its link is in the mail you got',
    ),
  }),
  'dates-needed': (say) => mend(say, { dates: [say('Choose at least one date that is still to come')] }),
  'party-too-large': (say, { maxPartySize: most = 1 }) =>
    mend(say, {
      partySize: [say('Enter {most} or fewer: that is the largest party for this event', { most })],
    }),
  'adult-needed': (say) => mend(say, { partySize: [say('At least one adult comes along')] }),
  'conduct-needed': (say) =>
    mend(say, { agreeToConduct: [say('Tick the box to agree to the code of conduct')] }),
  'answers-needed': (say, { questions = [] }) =>
    mend(
      say,
      Object.fromEntries(
        questions.map(({ id, label }) => [`answers.${id}`, [answerNeeded(label, say.language)]]),
      ),
    ),
  'sessions-overlap': (say, { sessions = [] }) => {
    const list = new Intl.ListFormat(localeOf(say.language));
    const titles = list.format(sessions.map((title) => say('“{title}”', { title })));
    return mend(say, {
      sessions: [say('{sessions} are at the same time. Choose one of them', { sessions: titles })],
    });
  },
};

const mend = (say: RefusalsSay, errors: FieldErrors): Refused => ({
  status: 422,
  title: say('There is a problem'),
  errors,
});

/** The refusal an outcome means, in the language of who asked, or null when something was done. */
export const refusal = (answer: Outcome, language: Language = 'en'): Refused | null =>
  refusals[answer.outcome]?.(refusalsSpeak(language), answer) ?? null;
