import { CompactEncrypt, compactDecrypt, decodeProtectedHeader, importJWK } from 'jose';
import { environment } from './environment.ts';

/**
 * Sealed fields: JWE in compact form, `dir` with A256GCM, under the keys of INTAKE_KEYS. The first key
 * seals, all open; the key's id stands in the header and beside the text, so keys can be rotated.
 */

export interface SealedText {
  sealed: string;
  keyId: string;
}

/** The key that sealed a text is no longer among INTAKE_KEYS. */
export class UnknownSealKey extends Error {
  override name = 'UnknownSealKey';
  readonly keyId: string;
  constructor(keyId: string) {
    super(`INTAKE_KEYS has no key "${keyId}": put it back (after the first) to open what it sealed`);
    this.keyId = keyId;
  }
}

/** The ids of INTAKE_KEYS, the one that seals first. */
export const sealKeyIds = (): string[] => environment().INTAKE_KEYS.keys.map(({ kid }) => kid);

/** The id of the key that sealed a text. Throws when it is no sealed text. */
export function keyIdOf(sealed: string): string {
  const { kid } = decodeProtectedHeader(sealed);
  if (typeof kid !== 'string') throw new Error('A sealed text names no key');
  return kid;
}

/**
 * Seals a value so that only a holder of INTAKE_KEYS can read it. `subject` (the row's id) is bound into
 * the header: a text moved to another row does not open there.
 */
export async function seal(value: unknown, subject: string): Promise<SealedText> {
  const key = environment().INTAKE_KEYS.keys[0];
  if (!key) throw new UnknownSealKey('(none)');
  const sealed = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(value)))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: key.kid, sub: subject })
    .encrypt(await importJWK({ ...key, alg: 'A256GCM' }));
  return { sealed, keyId: key.kid };
}

/** Opens a sealed text. Throws {@link UnknownSealKey}, or jose's error when the text was tampered with. */
export async function unseal(sealed: string, subject: string): Promise<unknown> {
  const { kid, sub } = decodeProtectedHeader(sealed);
  const key = environment().INTAKE_KEYS.keys.find((candidate) => candidate.kid === kid);
  if (!key) throw new UnknownSealKey(String(kid));
  if (sub !== subject) throw new Error('This sealed text belongs to another row');
  const { plaintext } = await compactDecrypt(sealed, await importJWK({ ...key, alg: 'A256GCM' }), {
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
  });
  return JSON.parse(new TextDecoder().decode(plaintext)) as unknown;
}
