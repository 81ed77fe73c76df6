import { publicDatabase, type OnwardDatabase } from '#platform/database.ts';
import type { FunctionHandler } from '#platform/endpoint.ts';
import type { RsvpDesk } from './rsvp-desk.ts';

/** How a test at the desk asks any function, and signs in. */

/** Sends JSON, or a text as it is, and notes the answer. */
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

/** The database as one of the demo organisation’s staff sees it. */
export async function signedInAs({ stack }: RsvpDesk, role: string): Promise<OnwardDatabase> {
  const database = publicDatabase();
  const email = `${role}@juniperhollow.example`;
  await database.auth.signInWithOtp({ email, options: { shouldCreateUser: false } });
  // other mails come in between
  const mail = stack.mail.messages.find(({ to, html }) => to.includes(email) && /\b\d{6}\b/.test(html));
  const token = /\b\d{6}\b/.exec(mail?.html ?? '')?.[0] ?? '';
  const { error } = await database.auth.verifyOtp({ email, token, type: 'magiclink' });
  if (error) throw new Error(`${role} is not signed in: ${error.code}`);
  return database;
}
