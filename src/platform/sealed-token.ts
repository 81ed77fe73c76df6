import { createHmac, hkdfSync } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { environment } from './environment.ts';

/**
 * Tokens that carry what they open and show nothing of it: a JWE (`dir`, A256GCM) under a key of its own
 * for each purpose, derived from TOKEN_SECRET. Every token of a purpose has the same length, whatever it
 * carries. The header is always ours and is left out, so no header of anybody else is ever read.
 */

const header = { alg: 'dir', enc: 'A256GCM' };
const encodedHeader = Buffer.from(JSON.stringify(header)).toString('base64url');
const ivLength = 12;
const tagLength = 16;

const keyFor = (purpose: string, use: 'seal' | 'iv') =>
  new Uint8Array(hkdfSync('sha256', environment().TOKEN_SECRET, '', `onward:${purpose}:${use}`, 32));

/**
 * Seals what can be written as JSON. The same value always gives the same token, so that one question
 * asked twice has one answer: the IV is a MAC of the value, and no two values share one.
 * Throws RangeError when the value is longer than `bytes`.
 */
export async function sealToken(purpose: string, value: unknown, bytes: number): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(value));
  if (text.byteLength > bytes) throw new RangeError(`A ${purpose} token holds ${bytes} bytes`);
  // blanks at the end mean nothing to JSON
  const plain = new Uint8Array(bytes).fill(0x20);
  plain.set(text);
  const iv = createHmac('sha256', keyFor(purpose, 'iv')).update(plain).digest().subarray(0, ivLength);
  const sealed = await new CompactEncrypt(plain)
    .setProtectedHeader(header)
    .setInitializationVector(iv)
    .encrypt(keyFor(purpose, 'seal'));
  const parts = sealed.split('.').slice(2);
  return Buffer.concat(parts.map((part) => Buffer.from(part, 'base64url'))).toString('base64url');
}

/** What a token carries, or null. Forged, cut short, changed and foreign tokens are all the same null. */
export async function openToken(purpose: string, token: string): Promise<unknown> {
  const bytes = Buffer.from(token, 'base64url');
  // base64 has bits to spare: of the spellings of these bytes only ours opens
  if (bytes.byteLength <= ivLength + tagLength || bytes.toString('base64url') !== token) return null;
  const parts = [
    bytes.subarray(0, ivLength),
    bytes.subarray(ivLength, -tagLength),
    bytes.subarray(-tagLength),
  ].map((part) => part.toString('base64url'));
  try {
    const { plaintext } = await compactDecrypt(
      [encodedHeader, '', ...parts].join('.'),
      keyFor(purpose, 'seal'),
      { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] },
    );
    return JSON.parse(new TextDecoder().decode(plaintext)) as unknown;
  } catch {
    return null;
  }
}
