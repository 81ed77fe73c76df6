import { createServerClient, parseCookieHeader } from '@supabase/ssr';
import type { APIContext } from 'astro';
import * as z from 'zod';
import { systemClock } from './clock.ts';
import { DatabaseUnavailable, fetchWithin, type Database } from './database.ts';
import { publicDatabaseSettings, siteUrl } from './environment.ts';
import { publicSupabase, type Supabase } from './supabase.ts';

/**
 * Sessions of staff: Supabase Auth's, in cookies that only the server reads. A client made here asks the
 * database as the person who holds the session, so that row level security decides everything.
 */

type Visit = Pick<APIContext, 'request' | 'cookies' | 'routePattern'>;

/** Nobody did anything for so long: the session ends. An access token lives as long. */
export const idleSeconds = 60 * 60;
/** A session ends so long after its sign-in, whatever happens. */
export const absoluteSeconds = 12 * 60 * 60;
/** While somebody works, the token is made anew this often, so that its age says how long nobody did. */
const renewSeconds = 5 * 60;

const secure = () => siteUrl().startsWith('https:');
// The prefix lets no neighbour of this host set the cookie; browsers take it over https only.
const cookieName = () => `${secure() ? '__Host-' : ''}staff`;
const attributes = () => ({ httpOnly: true, secure: secure(), sameSite: 'lax', path: '/' }) as const;

function clientOf({ request, cookies, routePattern }: Visit) {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = publicDatabaseSettings();
  const state = { renewed: false };
  const client: Supabase = createServerClient<Database>(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, {
    db: { retry: false },
    cookieOptions: { name: cookieName() },
    // the record of who looked at what names the page
    global: { fetch: fetchWithin(), headers: { 'x-onward-page': routePattern } },
    cookies: {
      getAll: () =>
        parseCookieHeader(request.headers.get('cookie') ?? '').map(({ name, value = '' }) => ({
          name,
          value,
        })),
      setAll: (changed) => {
        state.renewed = true;
        for (const { name, value } of changed)
          cookies.set(name, value, { ...attributes(), maxAge: value === '' ? 0 : absoluteSeconds });
      },
    },
  });
  return { client, state };
}

const claims = z.object({ iat: z.number() });

/** Seconds since the token was made, by its own word; what it says is checked where it is used. */
function ageOf(token: string): number {
  try {
    const { iat } = claims.parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()));
    return Math.floor(systemClock().epochMilliseconds / 1000) - iat;
  } catch {
    return Infinity;
  }
}

/** An answer of Auth that means: not reached. Throws DatabaseUnavailable for it. */
export function throwIfAway(error: { name: string } | null): void {
  if (error?.name === 'AuthRetryableFetchError') throw new DatabaseUnavailable();
}

/**
 * The database as the person who holds the session of this request; 'none' without one, 'idle' when
 * nobody used it for an hour, which ends it. Throws DatabaseUnavailable.
 */
export async function staffDatabase(visit: Visit): Promise<Supabase | 'none' | 'idle'> {
  const { client, state } = clientOf(visit);
  const { data, error } = await client.auth.getSession();
  throwIfAway(error);
  if (!data.session) return 'none';
  const age = ageOf(data.session.access_token);
  // a token that had to be renewed to be read had run out: nobody was here for as long as it lives
  if (state.renewed || age > idleSeconds) {
    await client.auth.signOut({ scope: 'local' });
    return 'idle';
  }
  if (age > renewSeconds) {
    const renewed = await client.auth.refreshSession();
    throwIfAway(renewed.error);
    if (renewed.error) return 'none';
  }
  return client;
}

/**
 * Has Supabase Auth mail a code to an address that has an account. Says nothing about whether it has one,
 * and nobody waits for it: the answer and its time are the same for every address.
 */
export async function mailSignInCode(email: string): Promise<void> {
  await publicSupabase().auth.signInWithOtp({ email, options: { shouldCreateUser: false } });
}

/** Signs in with the mailed code. False when it is wrong, used or too old. Throws DatabaseUnavailable. */
export async function startStaffSession(visit: Visit, email: string, code: string): Promise<boolean> {
  const { client } = clientOf(visit);
  // 'magiclink' is the kind of code for an account that is confirmed, as those of staff:invite are
  const { error } = await client.auth.verifyOtp({ email, token: code, type: 'magiclink' });
  throwIfAway(error);
  return error === null;
}

/** Ends the session of this request, and with `everywhere` all sessions of the person. */
export async function endStaffSession(visit: Visit, everywhere = false): Promise<void> {
  const { client } = clientOf(visit);
  await client.auth.signOut({ scope: everywhere ? 'global' : 'local' });
}
