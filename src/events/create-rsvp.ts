import * as z from 'zod';
import { systemClock, type Clock } from '#platform/clock.ts';
import { rows, serviceDatabase } from '#platform/database.ts';
import { buckets } from '#platform/rate-limit.ts';
import { site } from '#platform/site.ts';
import { keyedHash } from '#platform/tokens.ts';
import { answerToken, secondsOf } from './answer-token.ts';
import { workIsDone } from './work/proof-of-work.ts';
import { rsvpCounts } from './limits.ts';
import { outcome, refusal, type Refused } from './refusals.ts';
import { refusalsSpeak } from './refusals-spanish.ts';
import { standing, type Standing } from './rsvp-details.ts';
import { manageUrl, personLink } from './rsvps.ts';
import type { RsvpRequest } from './schema.ts';

/** What somebody hears who answers an invitation. */
export interface Answered {
  /** The same submission came before. */
  again: boolean;
  standing: Pick<Standing, 'status' | 'position'>;
  manageUrl: string;
}

const created = outcome.extend({
  ...standing.shape,
  dates: z.number(),
  answeredAt: z.string(),
  /** What was told in the place of an answer, when the contact had answered before. */
  echo: z.uuid().optional(),
  others: z.boolean().default(false),
});

type Words = Omit<RsvpRequest, 'openFor' | 'work'>;

/** Nobody reads and fills in a form in less. */
const leastMilliseconds = 1500;

/**
 * Answers an invitation. A contact that has answered already hears what a newcomer would, and changes
 * nothing: it may be somebody else who asks. The same submission gets the same answer again: it has the
 * same contact and idempotency key, or every word of it is the same within ten minutes (a form sent twice).
 * `address` is the sender's IP; it is counted with the answer, in one call. Throws DatabaseUnavailable.
 */
export async function createRsvp(
  request: RsvpRequest,
  address: string,
  clock: Clock = systemClock,
): Promise<{ refused: Refused } | { answered: Answered }> {
  // a form without JavaScript measures nothing, and the page it stands on is the same for everybody: a
  // time in it would be that of the build
  if (request.openFor !== undefined && request.openFor < leastMilliseconds) {
    const title = refusalsSpeak(request.language)('Please send it once more');
    return { refused: { status: 422, title } };
  }
  const { openFor: _, work, ...words } = request;
  const review = site().features.proofOfWork && !(await workIsDone(work, clock));
  const answer = rows(
    await serviceDatabase().rpc('answer_invitation', {
      p_limits: buckets(rsvpCounts(request, address)),
      p_answer: {
        event: words.event,
        name: words.name,
        partySize: words.partySize,
        language: words.language,
        ...(words.email && { email: words.email }),
        ...(words.phone && { phone: words.phone }),
        ...(words.accessNeeds && { accessNeeds: words.accessNeeds }),
        ...(words.agreeToConduct && { conductVersion: site().codeOfConductVersion }),
        idempotencyKey: keyedHash('idempotency', submission(words, clock)),
        details: details(words, review),
      },
    }),
  );
  const parsed = outcome.parse(answer);
  const refused = parsed.outcome === 'repeat-person' ? null : refusal(parsed, request.language);
  return refused ? { refused } : { answered: told(created.parse(answer), request) };
}

const details = (words: Words, review: boolean) => ({
  ...(words.children !== undefined && { children: words.children }),
  ...(words.food && { food: words.food }),
  ...(words.attends && { attends: words.attends }),
  ...(words.sessions && { sessions: words.sessions }),
  ...(words.answers && { answers: filled(words.answers) }),
  ...(words.dates && { dates: words.dates }),
  ...(review && { review }),
});

const filled = (answers: Record<string, string>) =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== ''));

function told(answer: z.infer<typeof created>, request: RsvpRequest): Answered {
  const { status, position, echo } = answer;
  const mail = request.email !== undefined;
  // no mail brings the link to who left a phone number; but a page that shows dates answered before is
  // not for who only knows the number
  const own = !mail && !echo && !answer.others;
  const token = () =>
    answerToken({
      ...{ id: echo ?? answer.rsvp, echo: echo !== undefined, status, position, mail },
      ...{ partySize: request.partySize, dates: answer.dates, event: request.event },
      at: secondsOf(answer.answeredAt),
    });
  return {
    again: answer.outcome === 'repeat-key',
    standing: { status, position },
    manageUrl: own ? manageUrl(answer.rsvp, request.language) : personLink(token(), request.language),
  };
}

/** A key alone, which somebody else may have used or seen, is nobody's submission: it goes with the contact. */
const submission = ({ idempotencyKey, ...words }: Words, clock: Clock) =>
  idempotencyKey === undefined
    ? sameWords(words, clock)
    : `${idempotencyKey}\n${words.email?.toLowerCase() ?? words.phone}`;

const tenMinutes = 600_000;
const sameWords = (words: object, clock: Clock) =>
  `${Math.floor(clock().epochMilliseconds / tenMinutes)}:${JSON.stringify(words)}`;
