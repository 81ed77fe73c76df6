import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { environment } from './environment.ts';

/**
 * Tokens that carry what they open and show nothing of it: AES-256-GCM under a key of its own for each
 * purpose, derived from TOKEN_SECRET. Every token of a purpose has the same length, whatever it carries.
 */

const ivLength = 12;
const tagLength = 16;

/** The keys of a purpose, by the secret they come from: deriving them costs more than sealing. */
const derived = new Map<string, Record<'seal' | 'iv', Buffer>>();

function keysFor(purpose: string): Record<'seal' | 'iv', Buffer> {
  const secret = environment().TOKEN_SECRET;
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `onward:${purpose}:${use}`, 32));
  const name = `${purpose} ${secret}`;
  const keys = derived.get(name) ?? { seal: derive('seal'), iv: derive('iv') };
  derived.set(name, keys);
  return keys;
}

/**
 * Seals what can be written as JSON. The same value always gives the same token, so that one question
 * asked twice has one answer: the IV is a MAC of the value, and no two values share one.
 * Throws RangeError when the value is longer than `bytes`.
 */
export function sealToken(purpose: string, value: unknown, bytes: number): string {
  const text = Buffer.from(JSON.stringify(value));
  if (text.byteLength > bytes) throw new RangeError(`A ${purpose} token holds ${bytes} bytes`);
  // blanks at the end mean nothing to JSON
  const plain = Buffer.alloc(bytes, ' ');
  text.copy(plain);
  const keys = keysFor(purpose);
  const iv = createHmac('sha256', keys.iv).update(plain).digest().subarray(0, ivLength);
  const cipher = createCipheriv('aes-256-gcm', keys.seal, iv);
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** What a token carries, or null. Forged, cut short, changed and foreign tokens are all the same null. */
export function openToken(purpose: string, token: string): unknown {
  const bytes = Buffer.from(token, 'base64url');
  // base64 has bits to spare: of the spellings of these bytes only ours opens
  if (bytes.byteLength <= ivLength + tagLength || bytes.toString('base64url') !== token) return null;
  const decipher = createDecipheriv('aes-256-gcm', keysFor(purpose).seal, bytes.subarray(0, ivLength), {
    authTagLength: tagLength,
  });
  decipher.setAuthTag(bytes.subarray(-tagLength));
  try {
    const plain = [decipher.update(bytes.subarray(ivLength, -tagLength)), decipher.final()];
    return JSON.parse(Buffer.concat(plain).toString()) as unknown;
  } catch {
    return null;
  }
}
