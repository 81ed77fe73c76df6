import { createHash } from 'node:crypto';
import { securityHeaders } from '#platform/security-headers.ts';

/** How a public answer about resources may be kept: by the CDN for half a minute, by browsers only to ask again. */
export const publicUntilTheNextBuild = {
  'Cache-Control': 'public, max-age=0, must-revalidate',
  'Netlify-CDN-Cache-Control': 'public, durable, max-age=15, stale-while-revalidate=15',
  'Netlify-Cache-Tag': 'resources',
};

/** A public JSON answer with an ETag of its body; 304 when the asker has it already. */
export function taggedJson(request: Request, body: unknown): Response {
  const text = JSON.stringify(body);
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  const headers = {
    ...securityHeaders,
    ...publicUntilTheNextBuild,
    'Content-Type': 'application/json; charset=utf-8',
    ETag: etag,
  };
  // a CDN that compresses weakens the tag, and If-None-Match is compared weakly (RFC 9110)
  const known = (request.headers.get('if-none-match') ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag)
    ? new Response(null, { status: 304, headers })
    : new Response(text, { headers });
}
