import type { Kept } from './drawer.ts';

/**
 * Sealing with a passphrase: AES-GCM with 256 bits, a fresh IV for every write, and the drawer's name, version
 * and time as additional data, so that one drawer cannot pass for another.
 */

export interface SealedKept {
  version: number;
  changed: string;
  sealed: { iv: Uint8Array<ArrayBuffer>; bytes: Uint8Array<ArrayBuffer> };
}

/** OWASP's Password Storage Cheat Sheet for PBKDF2-HMAC-SHA256, as copies of September 2026 give it. */
export const iterationsNow = 600_000;

const cipher = { name: 'AES-GCM', length: 256 };
const words = new TextEncoder();

/** The key of a passphrase. It can be taken out, to hold it in the tab while one goes from page to page. */
export async function keyOf(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  // one passphrase typed on two keyboards is one passphrase
  const typed = words.encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(how, material, cipher, true, ['encrypt', 'decrypt']);
}

export async function seal(key: CryptoKey, name: string, kept: Kept): Promise<SealedKept> {
  const { version, changed, value } = kept;
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const about = { name: 'AES-GCM', iv, additionalData: additional(name, kept) };
  const bytes = await crypto.subtle.encrypt(about, key, words.encode(JSON.stringify(value)));
  return { version, changed, sealed: { iv, bytes: new Uint8Array(bytes) } };
}

/** Undefined when the key is another, or when anything of it was changed or swapped. */
export async function unseal(key: CryptoKey, name: string, record: SealedKept): Promise<Kept | undefined> {
  const { version, changed, sealed } = record;
  try {
    const about = { name: 'AES-GCM', iv: sealed.iv, additionalData: additional(name, record) };
    const text = new TextDecoder().decode(await crypto.subtle.decrypt(about, key, sealed.bytes));
    return { version, changed, value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

export const isSealed = (record: unknown): record is SealedKept =>
  typeof record === 'object' && record !== null && 'sealed' in record;

const additional = (name: string, { version, changed }: { version: number; changed: string }) =>
  words.encode(JSON.stringify([name, version, changed]));
