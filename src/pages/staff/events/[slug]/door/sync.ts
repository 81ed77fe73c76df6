import type { APIRoute } from 'astro';
import { sync, syncRequest } from '#events/door/sync.ts';
import { eventForStaff } from '#events/guests/guest-list.ts';
import { guard } from '#platform/guard.ts';
import { json, problem } from '#platform/problem.ts';
import { signedIn } from '#staff/member.ts';

export const prerender = false;

/** Takes what was pressed at the door and says what is new. */
export const POST: APIRoute = async ({ request, clientAddress, locals, params }) => {
  const { database } = signedIn(locals);
  const { refusal, value } = await guard(request, clientAddress, {
    accepts: 'json',
    schema: syncRequest,
    limit: null,
  });
  if (refusal) {
    const { status, title, ...extras } = refusal;
    return problem(status, title, extras);
  }
  const event = await eventForStaff(database, params['slug'] ?? '');
  return event ? json(await sync(database, event, value)) : problem(404, 'There is no such event');
};
