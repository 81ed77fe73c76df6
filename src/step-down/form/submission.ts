import { createHash } from 'node:crypto';
import { keyedHash } from '#platform/tokens.ts';
import type { SignUpRequest } from '../schema.ts';
import type { Submission } from '../sign-ups.ts';

/**
 * How a form is known when it is sent again. The key is that of the filling-in alone; the row's id says what
 * was sent with it as well. So a repeat that finds another id is not the same request but a changed one.
 */
export function submissionOf(filling: string, request: SignUpRequest): Submission {
  const bytes = createHash('sha256')
    .update(keyedHash('sign-up-form-row', JSON.stringify([filling, request])))
    .digest();
  // a UUID whose bits the maker chose (RFC 9562, version 8)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const id = bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { id, key: keyedHash('sign-up-form', filling) };
}
