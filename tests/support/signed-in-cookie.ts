import { expect, inject, vi } from 'vitest';
import { mailsTo, query } from './backstage.ts';
import { codeIn } from './mailed-code.ts';
import { staffAddress } from './signing-in.ts';

/** The Cookie header of somebody of the demo staff who signed in with the mailed code, without a browser; before a test too. */
export async function signedInCookie(role: string): Promise<string> {
  await query("delete from public.rate_limits where bucket like 'staff-%'");
  const email = staffAddress(role);
  const before = (await mailsTo(email)).length;
  const asked = await send('/staff/sign-in/', { email, next: '/staff/' }, '');
  const code = await vi.waitFor(
    async () => {
      const newest = codeIn((await mailsTo(email)).slice(before).at(-1));
      expect(newest).not.toBe('');
      return newest;
    },
    { timeout: 20_000 },
  );
  return send('/staff/sign-in/code/', { code }, asked);
}

/** Posts a form and returns the cookies that the answer leaves, as a browser would send them again. */
async function send(path: string, fields: Record<string, string>, cookie: string): Promise<string> {
  const answer = await fetch(inject('site').origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', cookie },
    body: new URLSearchParams(fields).toString(),
  });
  expect(answer.status, `POST ${path}`).toBe(303);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ');
}
