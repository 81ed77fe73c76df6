import { EncryptJWT, importJWK, jwtDecrypt } from 'jose';
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { systemClock, type Clock } from '#platform/clock.ts';
import { environment } from '#platform/environment.ts';
import { stepNames } from './fields.ts';
import type { Draft } from './move.ts';

/**
 * The form token: a draft on its way from page to page, so that nothing of it is stored anywhere before it
 * is sent. A JWT encrypted (`dir`, A256GCM) under the first of INTAKE_KEYS, of a type and for an audience
 * that nothing else sealed with those keys has (decision 024).
 */

const type = 'sign-up-form+jwt';
const audience = 'onward:step-down:form';
const algorithm = 'A256GCM';

/** Counted from the last page, and from the first. */
const pageMinutes = 60;
const formHours = 4;

/** Characters. Every field at its longest, in any script, is less. */
export const longestToken = 80 * 1024;

const step = z.enum(stepNames);
const claims = z.object({
  jti: z.uuid(),
  begun: z.int(),
  draft: z.strictObject({
    at: step,
    answers: z.record(z.string(), z.array(z.string())),
    checked: z.boolean(),
    changing: step.nullable(),
  }),
});

/** One filling-in of the form, from its first page to its answer. */
export interface Filling {
  /** Stays the same from page to page: a form sent twice is one sign-up. */
  id: string;
  /** Seconds of the epoch. */
  begun: number;
  draft: Draft;
}

const secondsOf = (clock: Clock) => Math.floor(clock().epochMilliseconds / 1000);

export const newFilling = (draft: Draft, clock: Clock = systemClock): Filling => ({
  id: randomUUID(),
  begun: secondsOf(clock),
  draft,
});

/** The token that the next page carries. Throws RangeError for a draft longer than any form makes. */
export async function sealFilling(
  { id, begun, draft }: Filling,
  clock: Clock = systemClock,
): Promise<string> {
  const [key] = environment().INTAKE_KEYS.keys;
  if (!key) throw new Error('INTAKE_KEYS has no key to seal a form with');
  const now = secondsOf(clock);
  const token = await new EncryptJWT({ begun, draft })
    .setProtectedHeader({ alg: 'dir', enc: algorithm, kid: key.kid, typ: type })
    .setJti(id)
    .setAudience(audience)
    .setIssuedAt(now)
    .setExpirationTime(Math.min(now + pageMinutes * 60, begun + formHours * 3600))
    .encrypt(await importJWK({ ...key, alg: algorithm }));
  if (token.length > longestToken) throw new RangeError('A form token of this length opens nowhere');
  return token;
}

/**
 * What a token carries, or null. Forged, changed, expired, too long, sealed for something else or with a
 * key that is not among INTAKE_KEYS: all the same null.
 */
export async function openFilling(token: unknown, clock: Clock = systemClock): Promise<Filling | null> {
  if (typeof token !== 'string' || token.length > longestToken) return null;
  const { keys } = environment().INTAKE_KEYS;
  try {
    const { payload } = await jwtDecrypt(
      token,
      async ({ kid }) => {
        const key = keys.find((candidate) => candidate.kid === kid);
        if (!key) throw new Error('No key of this id');
        return importJWK({ ...key, alg: algorithm });
      },
      {
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: [algorithm],
        typ: type,
        audience,
        requiredClaims: ['exp', 'iat', 'jti'],
        currentDate: new Date(clock().epochMilliseconds),
      },
    );
    const { jti, begun, draft } = claims.parse(payload);
    return { id: jti, begun, draft };
  } catch {
    return null;
  }
}
