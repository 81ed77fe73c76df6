import { createHash } from 'node:crypto';
import { json } from '#platform/problem.ts';

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

/** A public JSON answer with a strong ETag of its body; 304 when the asker has it already. */
export function cachedJson(request: Request, body: unknown, staleSeconds?: number): Response {
  const etag = `"${createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 27)}"`;
  const headers = { ...publicCache(staleSeconds), ETag: etag };
  // A CDN that compresses weakens the tag; the comparison for If-None-Match is weak by RFC 9110.
  const known = (request.headers.get('if-none-match') ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  const answer = json(body, { headers });
  return known.includes(etag) || known.includes('*')
    ? new Response(null, { status: 304, headers: answer.headers })
    : answer;
}
