import { createHmac, timingSafeEqual } from 'node:crypto';
import { environment } from './environment.ts';

/**
 * Links that open one person's page. A token is a row's id and 128 bits of HMAC-SHA256 over purpose and
 * id, 43 characters of base64url. The database holds nothing that opens a page: a dump gives no link
 * away. A link lives as long as its row, which `purge-expired` ends; a new TOKEN_SECRET ends all.
 */

const purposes = { rsvp: 'r', 'sign-up': 's', consent: 'c' } as const;
export type TokenPurpose = keyof typeof purposes;

const signatureLength = 16;
const tokenPattern = /^[rsc][A-Za-z0-9_-]{43}$/;

function sign(purpose: TokenPurpose, id: Buffer): Buffer {
  return createHmac('sha256', environment().TOKEN_SECRET)
    .update(`onward:${purpose}:`)
    .update(id)
    .digest()
    .subarray(0, signatureLength);
}

/** The token that opens `id` for one purpose. `id` is a UUID. */
export function issueToken(purpose: TokenPurpose, id: string): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return purposes[purpose] + Buffer.concat([bytes, sign(purpose, bytes)]).toString('base64url');
}

/** What a token opens, or null. Forged, cut short and misspelt tokens are all the same null. */
export function readToken(token: string): { purpose: TokenPurpose; id: string } | null {
  if (!tokenPattern.test(token)) return null;
  const purpose = (Object.keys(purposes) as TokenPurpose[]).find((name) => purposes[name] === token[0]);
  const bytes = Buffer.from(token.slice(1), 'base64url');
  // 43 characters hold two bits more than 32 bytes: of the four spellings only ours opens
  if (bytes.toString('base64url') !== token.slice(1)) return null;
  const id = bytes.subarray(0, 16);
  if (!purpose || !timingSafeEqual(bytes.subarray(16), sign(purpose, id))) return null;
  return { purpose, id: id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') };
}

/**
 * A keyed hash, for what must be recognised but not known: an address in the rate limiter, a browser's
 * idempotency key. 43 characters of base64url.
 */
export function keyedHash(purpose: string, value: string): string {
  return createHmac('sha256', environment().TOKEN_SECRET)
    .update(`onward:${purpose}:${value}`)
    .digest('base64url');
}
