import type { APIContext, MiddlewareNext } from 'astro';
import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serviceAccounts } from '#platform/accounts.ts';
import { serviceDatabase } from '#platform/database.ts';
import { startStaffSession } from '#platform/staff-session.ts';
import { mayOpen } from '#staff/areas.ts';
import { staffDoor } from '#staff/door.ts';
import { accountOf, inviteStaff, staffRoles } from '#staff/invite.ts';
import { askForCode } from '#staff/sign-in-steps.ts';
import { cookieJar } from '../support/cookie-jar.ts';
import { routeOf } from '../support/fuzz/addresses.ts';
import { codeIn } from '../support/mailed-code.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/**
 * Every page of the staff area, at its one door, for everybody who is not meant: with another role, without one, turned
 * off, not signed in. What a page that does open may show of whom is the database's to say (tests/functions/staff-attacks.test.ts).
 */

const everybody = staffRoles;
const keepers = ['coordinator', 'admin'];
const answerers = ['clinician', 'admin'];

/** Whose the pages are, by their folder; the longest that holds a page. A new folder fails until it is here. */
const folders: Record<string, readonly string[]> = {
  '/staff': everybody,
  '/staff/events': keepers,
  '/staff/mail': everybody,
  '/staff/meetings': keepers,
  '/staff/record': ['coordinator', 'clinician', 'admin'],
  '/staff/resources': everybody,
  '/staff/second-factor': everybody,
  '/staff/settings': ['admin'],
  '/staff/step-down': answerers,
  '/staff/step-down/cohorts': keepers,
  '/staff/team': ['admin'],
};
/** Before the door. */
const outside = ['/staff/sign-in', '/staff/sign-in/code', '/staff/unsent'];

const routes = globSync('src/pages/staff/**/*.{astro,ts}')
  .map(routeOf)
  .sort()
  .filter((route) => !outside.includes(route));
const folderOf = (route: string) =>
  Object.keys(folders)
    .filter((folder) => route === folder || route.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0] ?? '';
const whose = (route: string) => folders[folderOf(route)] ?? [];
const addressOf = (route: string) =>
  `${route.replace('[place]', 'groups').replace(/\[\w+\]/g, '00000000-0000-4000-8000-000000000000')}/`;

const others = ['stranger', 'turnedOff'] as const;
const mailbox = (person: string) => `${person.toLowerCase()}@juniperhollow.example`;

let stack: TestStack;
const sessions = new Map<string, Record<string, string>>();
beforeAll(async () => {
  stack = await startTestStack();
  for (const role of staffRoles)
    await inviteStaff(serviceDatabase(), serviceAccounts(), { email: mailbox(role), role });
  await inviteStaff(serviceDatabase(), serviceAccounts(), { email: mailbox('turnedOff'), role: 'admin' });
  await accountOf(serviceAccounts(), mailbox('stranger'));
  for (const person of [...staffRoles, ...others]) sessions.set(person, await signIn(mailbox(person)));
  await stack.database.execute(
    `update public.staff set active = false where email = '${mailbox('turnedOff')}'`,
  );
});
afterAll(() => stack.close());

async function signIn(email: string): Promise<Record<string, string>> {
  const browser = cookieJar(stack.origin);
  const behind: Promise<unknown>[] = [];
  expect(await askForCode(email, (work) => behind.push(work))).toBe(0);
  await Promise.all(behind);
  const code = codeIn(stack.mail.messages.find(({ to }) => to.includes(email)));
  expect(await startStaffSession(browser.visit(), email, code)).toBe(true);
  return Object.fromEntries(browser.jar);
}

/** What the door does with somebody's request for a page: shows 'the page', or what it answers or shows instead. */
async function atTheDoor(
  person: string,
  route: string,
  { address = addressOf(route), method = 'GET' } = {},
): Promise<string> {
  const { visit } = cookieJar(stack.origin, sessions.get(person));
  const url = new URL(address, stack.origin);
  let shown = '';
  const next = ((instead = 'the page') => {
    shown = String(instead);
    return Promise.resolve(new Response());
  }) as MiddlewareNext;
  const context = {
    ...visit(url.pathname, { method, ...(method === 'POST' && { body: new URLSearchParams('action=x') }) }),
    ...{ routePattern: route, url, locals: {} },
    redirect: (to: string, status: number) => new Response(null, { status, headers: { Location: to } }),
  } as unknown as APIContext;
  const answer = await staffDoor(context, next);
  return shown || (answer?.headers.get('location') ?? 'no answer').replace(/\?.*/, '');
}

const wrongOf = async (
  cases: { who: string; route: string; address?: string; method?: string; to: string }[],
) => {
  const wrong: string[] = [];
  for (const { who, route, to, ...how } of cases) {
    const shown = await atTheDoor(who, route, how);
    if (shown !== to)
      wrong.push(`${who} ${how.method ?? 'GET'} ${how.address ?? route}: ${shown}, not ${to}`);
  }
  return wrong;
};

test('every page is made on demand and in a folder with its line', () => {
  expect(routes.length).toBeGreaterThan(60);
  const top = (route: string) => route.split('/').slice(0, 3).join('/');
  const files = globSync('src/pages/staff/*.{astro,ts}').map(routeOf);
  expect(routes.filter((route) => !files.includes(route) && !(top(route) in folders))).toEqual([]);
  const before = globSync('src/pages/staff/**/*.{astro,ts}').filter(
    (file) => !readFileSync(file, 'utf8').includes('export const prerender = false;'),
  );
  expect(before, 'what is built is handed out by the CDN to anybody').toEqual([]);
});

test.each(staffRoles)(
  'the %s opens the pages of that role and no other, by reading or by sending',
  async (role) => {
    const cases = routes.flatMap((route) =>
      whose(route).includes(role)
        ? [{ who: role, route, to: 'the page' }]
        : ['GET', 'POST'].map((method) => ({ who: role, route, method, to: '/staff/not-yours/' })),
    );
    expect(await wrongOf(cases)).toEqual([]);
    expect(cases.filter(({ to }) => to === 'the page').length).toBeGreaterThan(20);
  },
);

describe('Whoever is nobody of the staff', () => {
  test('and not signed in is sent to sign in, and what they send is shown to them alone', async () => {
    const cases = routes.flatMap((route) => [
      { who: 'nobody', route, method: 'GET', to: '/staff/sign-in/' },
      { who: 'nobody', route, method: 'POST', to: '/staff/unsent/' },
    ]);
    expect(await wrongOf(cases)).toEqual([]);
  });

  test.each(others)('or no more (%s) is too, with a session that Auth takes for good', async (who) => {
    const cases = Object.keys(folders).map((folder) => {
      const route = routes.find((one) => folderOf(one) === folder) ?? '';
      return { who, route, to: '/staff/sign-in/' };
    });
    expect(await wrongOf(cases)).toEqual([]);
  });
});

test('no spelling of an address makes a page another role’s', async () => {
  const spelled = (route: string) => {
    const [, , folder = '', ...rest] = addressOf(route).split('/');
    const encoded = `%${folder.charCodeAt(0).toString(16)}${folder.slice(1)}`;
    return [`/staff/${encoded}/${rest.join('/')}`, `/staff//${folder}/${rest.join('/')}`, `/staff/${folder}`];
  };
  const cases = routes
    .filter((route) => !whose(route).includes('editor'))
    .flatMap((route) =>
      spelled(route).map((address) => ({ who: 'editor', route, address, to: '/staff/not-yours/' })),
    );
  expect(await wrongOf(cases)).toEqual([]);
  expect(mayOpen('editor', '/staff/%74eam/'), 'negative control: by its spelling it would be').toBe(true);
});
