import { createChallenge, randomInt, verifySolution, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import * as z from 'zod';
import { systemClock, type Clock } from '#platform/clock.ts';
import { takeRateLimit } from '#platform/rate-limit.ts';
import { keyedHash } from '#platform/tokens.ts';

/**
 * Proof of work, where an organisation turns it on (`features.proofOfWork`): a browser computes for a
 * second while its person types, and who sends answers by the thousand computes for hours. It asks nobody
 * anything and nobody else. An answer without it is not refused: somebody looks at it first.
 */

const algorithm = 'PBKDF2/SHA-256';
/** So many times so many rounds: about a second on a phone, never long on an old one. */
const cost = 1500;
const fewest = 200;
const most = 600;
const validMinutes = 60;

/** A solution is worth one answer. Fixed windows: at the edge of one, every second night, it is worth two. */
const once = { name: 'rsvp-work', max: 1, windowSeconds: 172_800 };

const secrets = () => ({
  hmacSignatureSecret: keyedHash('proof-of-work', 'challenge'),
  hmacKeySignatureSecret: keyedHash('proof-of-work', 'solution'),
});

/** Something to compute: signed, with a salt of its own, good for an hour. */
export const newChallenge = (clock: Clock = systemClock): Promise<Challenge> =>
  createChallenge({
    algorithm,
    cost,
    counter: randomInt(most, fewest),
    deriveKey,
    expiresAt: Math.floor(clock().add({ minutes: validMinutes }).epochMilliseconds / 1000),
    ...secrets(),
  });

const payload = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal(algorithm),
      nonce: z.string().max(200),
      salt: z.string().max(200),
      cost: z.literal(cost),
      keyLength: z.literal(32),
      keyPrefix: z.string().max(64),
      keySignature: z.string().max(200),
      expiresAt: z.number(),
    }),
    signature: z.string().max(200),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string().max(200) }),
});

/**
 * Whether somebody computed for this answer. Nothing, a wrong solution, an old one and one that was used
 * before are all the same no. `work` is base64 of `{ challenge, solution }` as JSON.
 */
export async function workIsDone(work: string | undefined, clock: Clock = systemClock): Promise<boolean> {
  const read = payload.safeParse(fromBase64(work));
  if (!read.success) return false;
  const { challenge, solution } = read.data;
  if (challenge.parameters.expiresAt * 1000 <= clock().epochMilliseconds) return false;
  const { verified } = await verifySolution({ challenge, solution, deriveKey, ...secrets() });
  return verified && (await takeRateLimit(once, challenge.signature)) === 0;
}

function fromBase64(text = ''): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as unknown;
  } catch {
    return null;
  }
}
