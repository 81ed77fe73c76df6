import type { APIRoute } from 'astro';
import { json, problem } from '#platform/problem.ts';
import { publishingStateFor } from '#publishing/publishing-state.ts';
import { moment } from '#platform/moment.ts';
import { signedIn } from '#staff/member.ts';

export const prerender = false;

/** Where a change of the instant `since` is on its way to the site. */
export const GET: APIRoute = async ({ locals, url }) => {
  const { database } = signedIn(locals);
  const since = moment.safeParse(url.searchParams.get('since'));
  if (!since.success) return problem(400, 'Say since when, as an instant');
  return json({ state: await publishingStateFor(database, since.data) });
};
