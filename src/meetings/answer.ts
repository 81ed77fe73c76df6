import { createHash } from 'node:crypto';
import { json } from '#platform/problem.ts';
import { securityHeaders } from '#platform/security-headers.ts';

/** Headers that let the CDN keep a public list: a minute as it is, then stale while it fetches anew. */
export function publicCache(staleSeconds = 600): Record<string, string> {
  return {
    'Cache-Control': 'public, max-age=0, must-revalidate',
    'Netlify-CDN-Cache-Control': `public, durable, max-age=60, stale-while-revalidate=${staleSeconds}`,
    'Netlify-Cache-Tag': 'meetings',
  };
}

/** A public JSON answer with a strong ETag of its body; 304 when the asker has it already. */
export function cachedJson(request: Request, body: unknown, staleSeconds?: number): Response {
  const etag = etagOf(JSON.stringify(body));
  const answer = json(body, { headers: { ...publicCache(staleSeconds), ETag: etag } });
  return has(request, etag) ? new Response(null, { status: 304, headers: answer.headers }) : answer;
}

/** A public answer of another type, likewise; `headers` name the type. */
export function cachedText(request: Request, body: string, headers: Record<string, string>): Response {
  const etag = etagOf(body);
  const all = { ...securityHeaders, ...publicCache(), ...headers, ETag: etag };
  return has(request, etag)
    ? new Response(null, { status: 304, headers: all })
    : new Response(body, { headers: all });
}

const etagOf = (text: string) => `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;

function has(request: Request, etag: string): boolean {
  // A CDN that compresses weakens the tag; the comparison for If-None-Match is weak by RFC 9110.
  const known = (request.headers.get('if-none-match') ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}
