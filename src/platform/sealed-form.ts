import { base64url, EncryptJWT, errors, jwtDecrypt } from 'jose';
import type { Clock } from './clock.ts';
import { environment } from './environment.ts';
import { UnknownSealKey } from './sealed.ts';

/**
 * What a form holds between its pages, in a field of the page: nothing of it is stored, and nothing of it can
 * be read or changed. A JWT encrypted (`dir`, A256GCM) under the first of INTAKE_KEYS, for an audience that
 * nothing else sealed with those keys has.
 */

export interface FormKind {
  audience: string;
  /** The token's own type, where it has one. */
  type?: string;
}

export interface HeldForm {
  /** Stays the same from page to page: a form sent twice is known by it. */
  id: string;
  /** Whose form it is, when it is somebody's. */
  subject?: string;
  claims: Record<string, unknown>;
  /** Seconds of the epoch. */
  until: number;
}

const algorithm = 'A256GCM';

/** The field's value. Throws UnknownSealKey when there is no key. */
export async function sealForm(kind: FormKind, form: HeldForm, clock: Clock): Promise<string> {
  const [key] = environment().INTAKE_KEYS.keys;
  if (!key) throw new UnknownSealKey('(none)');
  const token = new EncryptJWT(form.claims)
    .setProtectedHeader({ alg: 'dir', enc: algorithm, kid: key.kid, ...(kind.type && { typ: kind.type }) })
    .setAudience(kind.audience)
    .setJti(form.id)
    .setIssuedAt(Math.floor(clock().epochMilliseconds / 1000))
    .setExpirationTime(form.until);
  if (form.subject !== undefined) token.setSubject(form.subject);
  return token.encrypt(base64url.decode(key.k));
}

/**
 * What a field's value holds, `jti` being its id, or null: forged, changed, of another kind or subject, or
 * sealed with a key that is not among INTAKE_KEYS. One that is too old is opened and says so.
 */
export async function openForm(
  { audience, type }: FormKind,
  token: string,
  clock: Clock,
  subject?: string,
): Promise<{ payload: unknown; expired: boolean } | null> {
  const { keys } = environment().INTAKE_KEYS;
  try {
    const { payload } = await jwtDecrypt(
      token,
      ({ kid }) => {
        const key = keys.find((candidate) => candidate.kid === kid);
        if (!key) throw new errors.JWKSNoMatchingKey();
        return base64url.decode(key.k);
      },
      {
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: [algorithm],
        audience,
        ...(type !== undefined && { typ: type }),
        ...(subject !== undefined && { subject }),
        requiredClaims: ['exp', 'iat', 'jti'],
        currentDate: new Date(clock().epochMilliseconds),
      },
    );
    return { payload, expired: false };
  } catch (error) {
    // by then the seal, the type, the audience and the subject were checked
    if (error instanceof errors.JWTExpired) return { payload: error.payload, expired: true };
    if (error instanceof errors.JOSEError || error instanceof TypeError) return null;
    throw error;
  }
}
