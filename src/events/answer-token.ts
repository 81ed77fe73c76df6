import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { instant, systemClock, type Clock } from '#platform/clock.ts';
import { openToken, sealToken } from '#platform/sealed-token.ts';

/**
 * The link in the answer to an RSVP: it carries what was told, so that whoever asked can read it again, and
 * nothing of it tells whether the contact was new or had answered before (decision 019).
 */

const answerSchema = z.object({
  /** The RSVP, or what was told in its place when the contact had answered before. */
  id: z.uuid(),
  echo: z.boolean(),
  status: z.enum(['going', 'waiting', 'asked', 'cancelled']),
  position: z.number().nullable(),
  partySize: z.number(),
  /** How many dates of a series were asked for. */
  dates: z.number(),
  event: z.string(),
  /** Whether there is an address to write to. */
  mail: z.boolean(),
  /** When it was told, in seconds of the epoch. */
  at: z.int(),
});
export type GivenAnswer = z.infer<typeof answerSchema>;

const purpose = 'rsvp-answer';
/** Apart from the letters of the tokens that open a row (src/platform/tokens.ts). */
const letter = 'a';
/** The longest answer: every number at its longest and the longest name an event can have. */
const bytes = 320;
const days = 30;

export const answerToken = (answer: GivenAnswer): string => letter + sealToken(purpose, answer, bytes);

/** What was told, or null: forged, changed, foreign, or older than thirty days. */
export function readAnswerToken(token: string, clock: Clock = systemClock): GivenAnswer | null {
  if (!token.startsWith(letter)) return null;
  const read = answerSchema.safeParse(openToken(purpose, token.slice(letter.length)));
  if (!read.success) return null;
  const ends = Temporal.Instant.fromEpochMilliseconds(read.data.at * 1000).add({ hours: days * 24 });
  return Temporal.Instant.compare(clock(), ends) < 0 ? read.data : null;
}

export const secondsOf = (moment: string): number => Math.floor(instant(moment).epochMilliseconds / 1000);
