import type { APIRoute } from 'astro';
import { problem } from '#platform/problem.ts';
import { fileAnswer, fileToHandOut } from '#resources/files/hand-out.ts';
import { signedIn } from '#staff/member.ts';

export const prerender = false;

/** A file of a resource as staff see it, on the site or not yet. */
export const GET: APIRoute = async ({ locals, params, request }) => {
  const { database } = signedIn(locals);
  const file = await fileToHandOut(database, params['file']);
  const answer =
    file?.resource_id === params['id'] && file
      ? await fileAnswer(database, file, request, { 'Cache-Control': 'private, no-store' })
      : null;
  return answer ?? problem(404, 'There is no such file');
};
