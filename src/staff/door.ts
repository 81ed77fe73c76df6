import type { APIContext, MiddlewareNext } from 'astro';
import { textUpTo } from '#platform/body.ts';
import { DatabaseUnavailable } from '#platform/database.ts';
import { failureOf } from '#platform/failure.ts';
import { setHeaders } from '#platform/headers.ts';
import { endStaffSession, staffDatabase } from '#platform/staff-session.ts';
import { mayOpen } from './areas.ts';
import { staffMember, type Refusal, type StaffMember } from './member.ts';

/**
 * The one door of the staff area: every route under /staff/ comes through here, so that no page can forget
 * to ask who is there. Row level security decides behind it.
 */

/** Open to who is not signed in, by route. */
const outside = ['/staff/sign-in', '/staff/sign-in/code', '/staff/unsent'];

/** Open to who signed in and has still to show a second factor. */
const beforeTheFactor = ['/staff/second-factor', '/staff/sign-out'];

const routeOf = ({ routePattern }: APIContext) => routePattern.replace(/\/$/, '');
const under = (route: string) => route === '/staff' || route.startsWith('/staff/');

/** Lets staff in, sends everybody else to sign in and back. Null for a route that is not of the staff area. */
export async function staffDoor(context: APIContext, next: MiddlewareNext): Promise<Response | null> {
  const route = routeOf(context);
  if (!under(route)) return null;
  const response = outside.includes(route) ? await next() : await throughTheDoor(context, next);
  response.headers.set('X-Robots-Tag', 'noindex, nofollow');
  return response;
}

async function throughTheDoor(context: APIContext, next: MiddlewareNext): Promise<Response> {
  try {
    const asking = await whoAsks(context);
    if (typeof asking === 'string') return await signInFirst(context, next, asking);
    if (asking.secondFactor === 'to-be-shown' && !beforeTheFactor.includes(routeOf(context)))
      return await factorFirst(context, next);
    context.locals.staff = asking;
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable) || isReading(context.request)) throw error;
    const { routePattern, locals } = context;
    const { headers } = failureOf(error, routePattern, locals.requestId ?? '');
    locals.unsent = { why: 'away', fields: await wordsOf(context.request) };
    const response = await next('/staff/unsent/');
    setHeaders(response.headers, headers);
    return response;
  }
  // by its route: an address has many spellings
  return mayOpen(context.locals.staff.role, routeOf(context)) ? next() : next('/staff/not-yours/');
}

type Why = Refusal | 'idle' | 'none';

async function whoAsks(context: APIContext): Promise<StaffMember | Why> {
  const database = await staffDatabase(context);
  if (typeof database === 'string') return database;
  const member = await staffMember(database);
  if (typeof member === 'string') await endStaffSession(context);
  return member;
}

const isReading = ({ method }: Request) => method === 'GET' || method === 'HEAD';

/** To the sign-in page and back. A form that was sent keeps its words on a page that can send it again. */
async function signInFirst(context: APIContext, next: MiddlewareNext, why: Why): Promise<Response> {
  const { request, url } = context;
  if (isReading(request)) {
    const query = new URLSearchParams({ next: url.pathname + url.search, ...(why !== 'none' && { why }) });
    return context.redirect(`/staff/sign-in/?${query}`, 303);
  }
  context.locals.unsent = { why: 'signed-out', fields: await wordsOf(request) };
  return next('/staff/unsent/');
}

/** To the page of the second factor and back; a form that was sent keeps its words as well. */
async function factorFirst(
  { request, url, locals, redirect }: APIContext,
  next: MiddlewareNext,
): Promise<Response> {
  if (isReading(request))
    return redirect(`/staff/second-factor/?${new URLSearchParams({ next: url.pathname + url.search })}`, 303);
  locals.unsent = { why: 'second-factor', fields: await wordsOf(request) };
  return next('/staff/unsent/');
}

/** As long as the longest form behind the door, which is the text of a resource. */
const longestForm = 1536 * 1024;

async function wordsOf(sent: Request): Promise<Record<string, string[]>> {
  if (!/urlencoded/.test(sent.headers.get('content-type') ?? '')) return {};
  // the page that shows them is asked with the same request, whose body must not be used up
  const parameters = new URLSearchParams((await textUpTo(sent.clone(), longestForm)) ?? '');
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]));
}
