import type { APIContext } from 'astro';
import { decodeJwt, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { serviceAccounts } from '#platform/accounts.ts';
import { publicSupabase } from '#platform/supabase.ts';
import { serviceDatabase } from '#platform/database.ts';
import {
  absoluteSeconds,
  endStaffSession,
  mailSignInCode,
  staffDatabase,
  startStaffSession,
} from '#platform/staff-session.ts';
import { staffDoor } from '#staff/door.ts';
import { inviteStaff, staffRoles } from '#staff/invite.ts';
import { staffMember } from '#staff/member.ts';
import { cookieJar } from '../support/cookie-jar.ts';
import { codeIn } from '../support/mailed-code.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** The cookies of a session, as a site on https sets them: planted ones, copied ones, old ones. */

const origin = 'https://staff.example.org';
let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ origin });
  for (const role of staffRoles)
    await inviteStaff(serviceDatabase(), serviceAccounts(), { email: address(role), role });
}, 180_000);
afterAll(() => stack.close());
beforeEach(() => stack.database.execute('update public.staff set active = true, sessions_end_before = null'));

const address = (role: string) => `${role}@juniperhollow.example`;

const newBrowser = (cookies?: Record<string, string>) => cookieJar(origin, cookies);
type Browser = ReturnType<typeof newBrowser>;

interface Session {
  access_token: string;
  refresh_token: string;
}
const name = '__Host-staff';
/** What the cookies hold, put together from their pieces. */
function sessionOf({ jar }: Browser): Session {
  const pieces = [...jar.keys()].filter((key) => key.startsWith(`${name}.`)).sort();
  const text = jar.get(name) ?? pieces.map((key) => jar.get(key) ?? '').join('');
  return JSON.parse(Buffer.from(text.replace('base64-', ''), 'base64url').toString()) as Session;
}
const claimsOf = (browser: Browser) => decodeJwt<{ session_id: string }>(sessionOf(browser).access_token);

async function signIn(browser: Browser, role: string): Promise<void> {
  const before = stack.mail.messages.length;
  await mailSignInCode(address(role));
  await expect.poll(() => stack.mail.messages.length, { timeout: 20_000 }).toBeGreaterThan(before);
  const code = codeIn(stack.mail.messages[0]);
  expect(await startStaffSession(browser.visit(), address(role), code)).toBe(true);
}

async function whoIs(browser: Browser): Promise<string> {
  const database = await staffDatabase(browser.visit());
  if (typeof database === 'string') return database;
  const member = await staffMember(database);
  return typeof member === 'string' ? member : member.role;
}

/** Makes the token of a session this much older, by its own word. */
async function age(browser: Browser, seconds: number): Promise<void> {
  const session = sessionOf(browser);
  const claims = decodeJwt(session.access_token);
  const access_token = await new SignJWT({ ...claims, iat: (claims.iat ?? 0) - seconds })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(new TextEncoder().encode(stack.jwtSecret));
  for (const key of [...browser.jar.keys()]) browser.jar.delete(key);
  browser.jar.set(
    name,
    `base64-${Buffer.from(JSON.stringify({ ...session, access_token })).toString('base64url')}`,
  );
}

test('over https the cookie is the host’s own, for the server alone, and ends with the day', async () => {
  const browser = newBrowser();
  await signIn(browser, 'coordinator');
  const held = [...browser.set].filter(([, { attributes }]) => attributes['maxAge'] !== 0);
  expect(held.length).toBeGreaterThan(0);
  for (const [cookie, { attributes }] of held) {
    expect(cookie).toMatch(/^__Host-staff(\.\d)?$/);
    expect(attributes).toEqual({
      ...{ httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: absoluteSeconds },
    });
  }
  expect(await whoIs(browser)).toBe('coordinator');
});

describe('A session that was there before the sign-in', () => {
  test('of somebody else is replaced: nothing of it is left, and theirs sees nothing of the new one', async () => {
    const other = newBrowser();
    await signIn(other, 'editor');
    const planted = newBrowser(Object.fromEntries(other.jar));
    await signIn(planted, 'admin');
    expect(claimsOf(planted).sub).not.toBe(claimsOf(other).sub);
    expect(claimsOf(planted).session_id).not.toBe(claimsOf(other).session_id);
    expect(sessionOf(planted).refresh_token).not.toBe(sessionOf(other).refresh_token);
    expect(await whoIs(planted)).toBe('admin');
    expect(await whoIs(other)).toBe('editor');
  });

  test.each([
    ['nonsense', { [name]: 'nonsense' }],
    ['pieces that go with nothing', { [`${name}.0`]: 'base64-aaaa', [`${name}.1`]: 'bbbb' }],
    ['an empty one', { [name]: '' }],
  ])('as %s opens nothing and is in nobody’s way', async (_what, cookies) => {
    // the cookie's reader says on the console that it could not read this one
    const said = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const browser = newBrowser(cookies);
    expect(await whoIs(browser)).toBe('none');
    await signIn(browser, 'coordinator');
    expect(await whoIs(browser)).toBe('coordinator');
    said.mockRestore();
  });

  test('under a neighbour’s name is not read', async () => {
    const other = newBrowser();
    await signIn(other, 'editor');
    const renamed = [...other.jar].map(([key, value]) => [key.replace('__Host-', ''), value] as const);
    expect(await whoIs(newBrowser(Object.fromEntries(renamed)))).toBe('none');
  });

  test('of the same person is another one: twice signed in is two sessions', async () => {
    const browser = newBrowser();
    await signIn(browser, 'coordinator');
    const first = claimsOf(browser).session_id;
    await signIn(browser, 'coordinator');
    expect(claimsOf(browser).session_id).not.toBe(first);
  });
});

describe('While somebody works', () => {
  test('a token of some minutes is made anew, with another to renew it by', async () => {
    const browser = newBrowser();
    await signIn(browser, 'coordinator');
    const first = sessionOf(browser);
    expect(await whoIs(browser)).toBe('coordinator');
    expect(sessionOf(browser)).toEqual(first);
    await age(browser, 6 * 60);
    const old = sessionOf(browser);
    expect(await whoIs(browser)).toBe('coordinator');
    expect(sessionOf(browser).refresh_token).not.toBe(old.refresh_token);
    expect(sessionOf(browser).access_token).not.toBe(old.access_token);
  });

  test('one that nobody used for an hour ends the session instead', async () => {
    const browser = newBrowser();
    await signIn(browser, 'coordinator');
    const copied = newBrowser(Object.fromEntries(browser.jar));
    await age(browser, 61 * 60);
    expect(await whoIs(browser)).toBe('idle');
    expect(browser.jar.size).toBe(0);
    expect(await whoIs(copied)).not.toBe('coordinator');
  });

  test('half a day after the sign-in it is over, however fresh the token', async () => {
    const browser = newBrowser();
    await signIn(browser, 'coordinator');
    await stack.database.execute(
      `update auth.sessions set created_at = now() - interval '12 hours 1 minute' where id::text = '${claimsOf(browser).session_id}'`,
    );
    expect(await whoIs(browser)).toBe('ended');
  });
});

describe('What somebody copied', () => {
  test('before a sign-out on every device opens no page, reads no row, and renews nothing', async () => {
    const [phone, desk] = [newBrowser(), newBrowser()];
    await signIn(phone, 'admin');
    await signIn(desk, 'admin');
    const copied = newBrowser(Object.fromEntries(phone.jar));
    const { access_token: token, refresh_token } = sessionOf(phone);
    const team = () =>
      fetch(`${process.env['SUPABASE_URL']}/rest/v1/staff?select=role`, {
        headers: { apikey: process.env['SUPABASE_PUBLISHABLE_KEY'] ?? '', authorization: `Bearer ${token}` },
      }).then(async (answer) => (answer.ok ? ((await answer.json()) as unknown[]).length : 0));
    expect(await team()).toBeGreaterThan(1);
    await endStaffSession(desk.visit(), true);
    expect(await whoIs(copied)).toBe('ended');
    // their own row at most, and nothing of the team
    expect(await team()).toBeLessThan(2);
    expect((await publicSupabase().auth.refreshSession({ refresh_token })).error).not.toBeNull();
  });

  test.each([
    ['turned off', 'active = false', 'turned-off'],
    ['signed out by an admin', 'sessions_end_before = now()', 'ended'],
  ])('opens nothing from the next press on when the person is %s', async (_what, change, why) => {
    const browser = newBrowser();
    await signIn(browser, 'clinician');
    expect(await whoIs(browser)).toBe('clinician');
    await stack.database.execute(`update public.staff set ${change} where email = '${address('clinician')}'`);
    expect(await whoIs(browser)).toBe(why);
  });

  test('and was changed is not believed', async () => {
    const browser = newBrowser();
    await signIn(browser, 'editor');
    const session = sessionOf(browser);
    const forged = await new SignJWT({
      ...decodeJwt(session.access_token),
      aal: 'aal2',
      role: 'service_role',
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .sign(new TextEncoder().encode('x'.repeat(43)));
    const text = JSON.stringify({ ...session, access_token: forged });
    expect(await whoIs(newBrowser({ [name]: `base64-${Buffer.from(text).toString('base64url')}` }))).toBe(
      'ended',
    );
  });
});

describe('A form that is sent while the database is away', () => {
  test('keeps its words for a page that can send it again, and leaves a line with the number shown there', async () => {
    const browser = newBrowser();
    await signIn(browser, 'coordinator');
    const { request, ...visit } = browser.visit();
    const url = new URL('/staff/meetings/groups/first/', origin);
    const sent = new Request(url, {
      method: 'POST',
      headers: { cookie: request.headers.get('cookie') ?? '', 'content-type': form },
      body: new URLSearchParams({ notes: 'Bring gloves' }),
    });
    const locals = { requestId: '01KAV6ZS3T8Q4M9XY2NB7C5DRW' } as App.Locals;
    const context = { ...visit, request: sent, url, locals, routePattern: '/staff/meetings/groups/[slug]' };
    const logged = vi.spyOn(console, 'log').mockImplementation(() => {});
    await stack.takeDatabaseDown();
    try {
      const answer = await staffDoor(context as unknown as APIContext, (shown) =>
        Promise.resolve(new Response(String(shown))),
      );
      expect(await answer?.text()).toBe('/staff/unsent/');
      expect(Number(answer?.headers.get('Retry-After'))).toBeGreaterThan(0);
      expect(locals.unsent).toEqual({ why: 'away', fields: { notes: ['Bring gloves'] } });
      expect(logged.mock.calls.map(([line]) => JSON.parse(String(line)) as unknown)).toEqual([
        {
          ...{ at: expect.any(String) as string, event: 'failed', status: 503, code: 'DatabaseUnavailable' },
          ...{ requestId: locals.requestId, route: context.routePattern },
        },
      ]);
    } finally {
      await stack.bringDatabaseBack();
      logged.mockRestore();
    }
  });
});

const form = 'application/x-www-form-urlencoded';
