import type { Supabase } from '#platform/supabase.ts';
import { throwIfAway } from '#platform/staff-session.ts';
import type { RateLimit } from '#platform/rate-limit.ts';

/**
 * A second thing to show at the sign-in: a code that an app on the person's phone makes anew every 30
 * seconds (TOTP), kept and checked by Supabase Auth. Everything here is asked as the person.
 */

/** Guesses of one person, at a code of a million that is good for a minute. */
export const factorGuesses: RateLimit[] = [
  { name: 'staff-factor', max: 10, windowSeconds: 900 },
  { name: 'staff-factor-day', max: 40, windowSeconds: 86_400 },
];

export interface Factor {
  id: string;
  /** Shown once with success: from then on it is asked for. */
  verified: boolean;
}

/** The factors of the person, the one that is asked for first. Throws DatabaseUnavailable. */
export async function factorsOf(database: Supabase): Promise<Factor[]> {
  const { data, error } = await database.auth.mfa.listFactors();
  throwIfAway(error);
  return (data?.all ?? [])
    .filter(({ factor_type: type }) => type === 'totp')
    .map(({ id, status }) => ({ id, verified: status === 'verified' }))
    .sort((a, b) => Number(b.verified) - Number(a.verified));
}

/**
 * Makes a new one, to be shown once before it counts; what was begun before and never shown goes. Null when
 * Auth makes none. Throws DatabaseUnavailable.
 */
export async function beginFactor(
  database: Supabase,
  issuer: string,
): Promise<{ id: string; secret: string } | null> {
  const { mfa } = database.auth;
  for (const { id, verified } of await factorsOf(database))
    if (!verified) throwIfAway((await mfa.unenroll({ factorId: id })).error);
  const { data, error } = await mfa.enroll({ factorType: 'totp', issuer });
  throwIfAway(error);
  return data ? { id: data.id, secret: data.totp.secret } : null;
}

/**
 * Shows a code. When it is right, the session of this request is one with a second factor from now on, in new
 * cookies. Throws DatabaseUnavailable.
 */
export async function showFactor(database: Supabase, factorId: string, code: string): Promise<boolean> {
  const { error } = await database.auth.mfa.challengeAndVerify({ factorId, code });
  throwIfAway(error);
  return error === null;
}

/** What an app reads from the drawn code: RFC 6238 with 6 digits, 30 seconds and SHA-1, as Auth counts. */
export function factorAddress(secret: string, issuer: string, name: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(name)}`;
  return `otpauth://totp/${label}?${new URLSearchParams({ secret, issuer }).toString().replaceAll('+', '%20')}`;
}
