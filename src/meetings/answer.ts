import { createHash } from 'node:crypto';
import { jsonText } from '#platform/problem.ts';

/** Headers that let the CDN keep a public list: a minute as it is, then stale while it fetches anew. */
export function publicCache(staleSeconds = 600): Record<string, string> {
  return {
    'Cache-Control': 'public, max-age=0, must-revalidate',
    'Netlify-CDN-Cache-Control': `public, durable, max-age=60, stale-while-revalidate=${staleSeconds}`,
    'Netlify-Cache-Tag': 'meetings',
  };
}

/** Of a list that is not up to date: it should not outlive the outage. */
export const notKept: Record<string, string> = { 'Cache-Control': 'no-store' };

/** A public JSON answer with a strong ETag of its body; 304 when the asker has it already. */
export function cachedJson(request: Request, body: unknown, cache = publicCache()): Response {
  const text = JSON.stringify(body);
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  return cachedText(request, { text, etag }, cache);
}

/** The same for JSON that is text already, with the tag it was given. */
export function cachedText(
  request: Request,
  { text, etag }: { text: string; etag: string },
  cache = publicCache(),
): Response {
  const headers = { ...cache, ETag: etag };
  // A CDN that compresses weakens the tag; the comparison for If-None-Match is weak by RFC 9110.
  const known = (request.headers.get('if-none-match') ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*')
    ? jsonText(null, { status: 304, headers })
    : jsonText(text, { headers });
}
