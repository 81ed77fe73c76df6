import { takeRateLimit, takeRateLimits } from '#platform/rate-limit.ts';
import { mailSignInCode, startStaffSession } from '#platform/staff-session.ts';
import { guessesForOne, mailsToOne } from './sign-in.ts';

/** The two presses of a sign-in. What either asks of the database is the same for every address. Both throw DatabaseUnavailable. */

/** Has a code mailed, by `behind` the answer. Returns the seconds to wait where an address got too many, else 0. */
export async function askForCode(email: string, behind: (work: Promise<unknown>) => void): Promise<number> {
  const wait = await takeRateLimit(mailsToOne, email);
  if (wait === 0) behind(mailSignInCode(email));
  return wait;
}

/** Signs in with a code where it is right; `wait` says for how many seconds no further one is looked at. */
export async function tryCode(
  visit: Parameters<typeof startStaffSession>[0],
  email: string,
  code: string,
): Promise<{ wait: number; right: boolean }> {
  const wait = await takeRateLimits(guessesForOne, email);
  return { wait, right: wait === 0 && (await startStaffSession(visit, email, code)) };
}
