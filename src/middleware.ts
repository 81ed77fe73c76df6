import { defineMiddleware } from 'astro:middleware';
import { inLanguageOf } from '#i18n/links.ts';
import { failureOf } from '#platform/failure.ts';
import { isCrossSite } from '#platform/guard.ts';
import { problem } from '#platform/problem.ts';
import { doorSpeaks } from '#platform/spanish.ts';
import { securityHeaders } from '#platform/security-headers.ts';
import { staffDoor } from '#staff/door.ts';

const hasControl = (names: (string | undefined)[]) => names.some((name) => /\p{Cc}/u.test(name ?? ''));

/**
 * What holds for every on-demand page: the security headers (netlify.toml reaches static files only),
 * no caching unless the page says otherwise, no form from another site, nobody but staff in the staff
 * area, and a database that is down is a 503 page and not a stack.
 */
export const onRequest = defineMiddleware(async (context, next) => {
  if (context.isPrerendered) return inLanguageOf(context.url, await next());
  const { request, locals } = context;
  const requestId = (locals.requestId ??= hostId(locals) ?? crypto.randomUUID());
  if (request.method !== 'GET' && request.method !== 'HEAD' && isCrossSite(request)) {
    return problem(403, doorSpeaks(context.url)('This form can only be sent from our own pages'));
  }

  let response: Response;
  try {
    // nothing of ours is named with one, and the database takes none as text
    response = hasControl(Object.values(context.params))
      ? await context.rewrite('/404')
      : ((await staffDoor(context, next)) ?? (await next()));
  } catch (error) {
    const { status, headers } = failureOf(error, context.routePattern, requestId);
    // a request of its own: one whose body was read cannot be sent on
    response = await context.rewrite(new Request(new URL('/500', context.url)));
    response = new Response(response.body, {
      status,
      headers: { ...Object.fromEntries(response.headers), ...headers },
    });
  }
  response = await inLanguageOf(context.url, response);
  // an answer may say something stricter of itself, as a file does
  for (const [name, value] of Object.entries(securityHeaders)) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  // Vite's styles and reloads are inline
  if (import.meta.env.DEV) response.headers.delete('Content-Security-Policy');
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'private, no-store');
  return response;
});

/** The number that the host gave the request; none in development. */
const hostId = ({ netlify }: Partial<App.Locals>): string | undefined => netlify?.context.requestId;
