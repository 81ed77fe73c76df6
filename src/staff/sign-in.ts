import * as z from 'zod';
import { emailAddress } from '#platform/contact.ts';
import { siteUrl } from '#platform/environment.ts';
import type { RateLimit } from '#platform/rate-limit.ts';

/** Signing in with a mailed code: what is asked, how often, and where it leads. */

export const addressForm = z.object({
  email: emailAddress.transform((email) => email.toLowerCase()),
  next: z.string().max(500).optional(),
});

export const codeForm = z.object({
  code: z
    .string({ error: 'Enter the code from the mail' })
    .transform((text) => text.replace(/[\s-]/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, { error: 'Enter the 6 digits of the code from the mail' })),
});

/** From one network address. */
export const addressLimit: RateLimit = { name: 'staff-sign-in', max: 60, windowSeconds: 600 };
export const codeLimit: RateLimit = { name: 'staff-code', max: 60, windowSeconds: 600 };
/** About one mail address, whoever asks: mails sent, and guesses at a code of a million. */
export const mailsToOne: RateLimit = { name: 'staff-mails', max: 5, windowSeconds: 900 };
export const guessesForOne: RateLimit[] = [
  { name: 'staff-guesses', max: 10, windowSeconds: 900 },
  // ten in a quarter of an hour are 350,000 in a year: one in three would be right (decision 051)
  { name: 'staff-guesses-day', max: 40, windowSeconds: 86_400 },
];

/** What somebody over their guesses is told. */
export const tooManyGuesses = (seconds: number): string =>
  seconds > 900
    ? 'Too many tries today. Try again tomorrow, or ask an admin of your program'
    : 'Too many tries. Wait 15 minutes';

/** Where to go after the sign-in: a page of the staff area, never elsewhere. */
export function safeNext(next: string | null | undefined): string {
  const here = 'http://staff.invalid';
  if (!next?.startsWith('/staff/') || !URL.canParse(next, here)) return '/staff/';
  const { origin, pathname, search } = new URL(next, here);
  const inside = origin === here && pathname.startsWith('/staff/') && !pathname.startsWith('/staff/sign');
  return inside ? pathname + search : '/staff/';
}

/** Who asked for a code in this browser, between the two pages. */
export const askedCookie = 'staff-asked';
const asked = z.object({ email: z.email(), next: z.string() });
export const askedAttributes = () =>
  ({
    httpOnly: true,
    secure: siteUrl().startsWith('https:'),
    sameSite: 'lax',
    path: '/staff/sign-in',
    maxAge: 15 * 60,
  }) as const;

/** What the cookie holds, or null when there is none to read. */
export function askedFor(cookie: string | undefined): { email: string; next: string } | null {
  try {
    const { email, next } = asked.parse(JSON.parse(cookie ?? ''));
    return { email, next: safeNext(next) };
  } catch {
    return null;
  }
}

/** Why somebody is asked to sign in, by the word in the address. */
export const whys: Record<string, string> = {
  idle: 'You were away for more than an hour, so we signed you out.',
  ended: 'Your session has ended. Please sign in again.',
  'turned-off': 'Your access was turned off. Ask an admin of your program if that is a mistake.',
  'not-staff': 'This account is not on the staff. Ask an admin of your program for an invitation.',
  'signed-out': 'You are signed out.',
  everywhere: 'You are signed out, here and on every other device.',
};
