import { createHash } from 'node:crypto';
import { securityHeaders } from './security-headers.ts';

/** Answers that anybody may have: how the CDN keeps them, and by which tag an asker knows that nothing changed. */

export interface CdnKeeping {
  /** How long the CDN hands it out as it is. */
  seconds: number;
  /** How long after that it hands it out while it fetches anew. */
  staleSeconds: number;
  /** What it can be purged by. */
  tags: string[];
}

/** Headers that let the CDN keep an answer. A browser asks each time whether it still holds. */
export const keptByCdn = ({ seconds, staleSeconds, tags }: CdnKeeping): Record<string, string> => ({
  'Cache-Control': 'public, max-age=0, must-revalidate',
  'Netlify-CDN-Cache-Control': `public, durable, max-age=${seconds}, stale-while-revalidate=${staleSeconds}`,
  'Netlify-Cache-Tag': tags.join(','),
});

const json = { 'Content-Type': 'application/json; charset=utf-8' };

/** A JSON answer with a strong ETag of its body; 304 when the asker has it already. `cache` says how it is kept. */
export const cachedJson = (request: Request, body: unknown, cache: Record<string, string>): Response =>
  cachedText(request, JSON.stringify(body), { ...cache, ...json });

/** The same of JSON that is text already, with the tag it was given. */
export const cachedJsonText = (
  request: Request,
  { text, etag }: { text: string; etag: string },
  cache: Record<string, string>,
): Response => cachedText(request, text, { ...cache, ...json }, etag);

/** An answer of any type, likewise; `headers` name the type and how it is kept. */
export function cachedText(
  request: Request,
  text: string,
  headers: Record<string, string>,
  etag = etagOf(text),
): Response {
  const all = { ...securityHeaders, ...headers, ETag: etag };
  return isHeld(request, etag)
    ? new Response(null, { status: 304, headers: all })
    : new Response(text, { headers: all });
}

/** A strong entity tag of a text. */
export const etagOf = (text: string): string =>
  `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;

/** Whether the asker has the answer of this tag already. */
export function isHeld(request: Request, etag: string): boolean {
  // a CDN that compresses weakens the tag; the comparison for If-None-Match is weak by RFC 9110
  const held = (request.headers.get('if-none-match') ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  return held.includes(etag) || held.includes('*');
}
