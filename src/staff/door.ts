import type { APIContext, MiddlewareNext } from 'astro';
import { endStaffSession, staffDatabase } from '#platform/staff-session.ts';
import { mayOpen } from './areas.ts';
import { staffMember, type Refusal } from './member.ts';

/**
 * The one door of the staff area: every route under /staff/ comes through here, so that no page can forget
 * to ask who is there. Row level security decides behind it.
 */

/** Open to who is not signed in, by route. */
const outside = ['/staff/sign-in', '/staff/sign-in/code', '/staff/signed-out'];

const under = (route: string) => route === '/staff' || route.startsWith('/staff/');

/** Lets staff in, sends everybody else to sign in and back. Null for a route that is not of the staff area. */
export async function staffDoor(context: APIContext, next: MiddlewareNext): Promise<Response | null> {
  const route = context.routePattern.replace(/\/$/, '');
  if (!under(route)) return null;
  const response = outside.includes(route) ? await next() : await throughTheDoor(context, next);
  response.headers.set('X-Robots-Tag', 'noindex, nofollow');
  return response;
}

async function throughTheDoor(context: APIContext, next: MiddlewareNext): Promise<Response> {
  const database = await staffDatabase(context);
  if (typeof database === 'string') return signInFirst(context, next, database === 'idle' ? 'idle' : null);
  const member = await staffMember(database);
  if (typeof member === 'string') {
    await endStaffSession(context);
    return signInFirst(context, next, member);
  }
  context.locals.staff = member;
  return mayOpen(member.role, context.url.pathname) ? next() : next('/staff/not-yours/');
}

/** To the sign-in page and back. A form that was sent keeps its words on a page that can send it again. */
async function signInFirst(
  context: APIContext,
  next: MiddlewareNext,
  why: Refusal | 'idle' | null,
): Promise<Response> {
  const { request, url } = context;
  const query = new URLSearchParams({ next: url.pathname + url.search, ...(why && { why }) });
  const address = `/staff/sign-in/?${query}`;
  if (request.method === 'GET' || request.method === 'HEAD') return context.redirect(address, 303);
  context.locals.unsent = await wordsOf(request.clone());
  return next('/staff/signed-out/');
}

const longestForm = 64 * 1024;

async function wordsOf(request: Request): Promise<Record<string, string[]>> {
  const text = await request.text();
  if (text.length > longestForm || !/urlencoded/.test(request.headers.get('content-type') ?? '')) return {};
  const parameters = new URLSearchParams(text);
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]));
}
