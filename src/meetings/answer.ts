import { createHash } from 'node:crypto';
import { securityHeaders } from '#platform/security-headers.ts';

/**
 * Headers that let the CDN keep a public list: a minute as it is, then stale while it fetches anew.
 * `tags`: what it can be purged by, besides `meetings`.
 */
export function publicCache(staleSeconds = 600, tags: string[] = []): Record<string, string> {
  return {
    'Cache-Control': 'public, max-age=0, must-revalidate',
    'Netlify-CDN-Cache-Control': `public, durable, max-age=60, stale-while-revalidate=${staleSeconds}`,
    'Netlify-Cache-Tag': ['meetings', ...tags].join(','),
  };
}

/** Of a list that is not up to date: it should not outlive the outage. */
export const notKept: Record<string, string> = { 'Cache-Control': 'no-store' };

const json = { 'Content-Type': 'application/json; charset=utf-8' };

/** A public JSON answer with a strong ETag of its body; 304 when the asker has it already. */
export function cachedJson(request: Request, body: unknown, cache = publicCache()): Response {
  return cachedText(request, JSON.stringify(body), { ...cache, ...json });
}

/** The same of JSON that is text already, with the tag it was given. */
export function cachedJsonText(
  request: Request,
  { text, etag }: { text: string; etag: string },
  cache = publicCache(),
): Response {
  return cachedText(request, text, { ...cache, ...json }, etag);
}

/** A public answer of any type, likewise; `headers` name the type and how it is kept. */
export function cachedText(
  request: Request,
  text: string,
  headers: Record<string, string>,
  etag = etagOf(text),
): Response {
  const all = { ...securityHeaders, ...headers, ETag: etag };
  // A CDN that compresses weakens the tag; the comparison for If-None-Match is weak by RFC 9110.
  const known = (request.headers.get('if-none-match') ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*')
    ? new Response(null, { status: 304, headers: all })
    : new Response(text, { headers: all });
}

/** A strong entity tag of a text. */
export const etagOf = (text: string): string =>
  `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
