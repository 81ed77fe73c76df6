import { base64url, EncryptJWT, errors, jwtDecrypt } from 'jose';
import * as z from 'zod';
import type { Clock } from '#platform/clock.ts';
import { environment } from '#platform/environment.ts';
import { informationKinds, purposes, recipientKinds } from './terms.ts';

/**
 * What somebody chose, while they read what they are about to sign: sealed in a field of the page, so that what
 * is signed is what was shown, and nothing of it stands in the page's source or in the database until then.
 */

const audience = 'consent-draft';
const validHours = 2;

const content = z.object({
  choices: z.object({
    recipientKind: z.enum(recipientKinds),
    recipient: z.object({ name: z.string(), reach: z.string().nullable() }),
    information: z.array(z.enum(informationKinds)),
    purpose: z.enum(purposes),
    expiresOn: z.iso.date(),
  }),
  /** The form's own fields, to show it again. */
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  /** The text that was shown. */
  hash: z.string(),
});

export type Draft = z.infer<typeof content>;

/** Seals a draft for one sign-up. `id` is the consent it becomes: sent twice, it is one. */
export async function sealDraft(draft: Draft, signUp: string, id: string, clock: Clock): Promise<string> {
  const [key] = environment().INTAKE_KEYS.keys;
  if (!key) throw new Error('INTAKE_KEYS holds no key');
  const now = clock().epochMilliseconds / 1000;
  return new EncryptJWT({ ...draft })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: key.kid })
    .setAudience(audience)
    .setSubject(signUp)
    .setJti(id)
    .setIssuedAt(Math.floor(now))
    .setExpirationTime(Math.floor(now) + validHours * 3600)
    .encrypt(base64url.decode(key.k));
}

export interface OpenedDraft extends Draft {
  id: string;
  /** Too old to be signed, but still the person's own words. */
  expired: boolean;
}

const claims = content.extend({ jti: z.uuid() });

/** Opens a draft of this sign-up. Null for one that is forged, cut short, of another person or another kind. */
export async function openDraft(draft: string, signUp: string, clock: Clock): Promise<OpenedDraft | null> {
  const read = (payload: unknown, expired: boolean): OpenedDraft | null => {
    const { data } = claims.safeParse(payload);
    return data
      ? { choices: data.choices, fields: data.fields, hash: data.hash, id: data.jti, expired }
      : null;
  };
  try {
    const { payload } = await jwtDecrypt(
      draft,
      ({ kid }) => {
        const key = environment().INTAKE_KEYS.keys.find((candidate) => candidate.kid === kid);
        if (!key) throw new errors.JWKSNoMatchingKey();
        return base64url.decode(key.k);
      },
      {
        audience,
        subject: signUp,
        requiredClaims: ['exp', 'jti'],
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
        currentDate: new Date(clock().epochMilliseconds),
      },
    );
    return read(payload, false);
  } catch (error) {
    // by then the seal, the audience and the subject were checked
    if (error instanceof errors.JWTExpired) return read(error.payload, true);
    if (error instanceof errors.JOSEError || error instanceof TypeError) return null;
    throw error;
  }
}
