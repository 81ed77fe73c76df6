import type { FunctionHandler } from '#platform/endpoint.ts';
import type { RsvpDesk } from './rsvp-desk.ts';

/** Asks any function from the desk: sends JSON, or a text as it is, and notes the answer. */
export async function post(
  desk: RsvpDesk,
  handler: FunctionHandler,
  path: string,
  body: unknown,
  answers: Response[],
) {
  const answer = await handler(
    new Request(`${desk.stack.origin}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
    desk.context,
  );
  answers.push(answer);
  return { status: answer.status, body: (await answer.clone().json()) as Record<string, string> };
}
