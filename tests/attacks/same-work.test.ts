import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { manageRsvp } from '#events/manage.ts';
import { openLink } from '#events/open-link.ts';
import { serviceAccounts } from '#platform/accounts.ts';
import { rows, serviceDatabase } from '#platform/database.ts';
import { mailSignInCode } from '#platform/staff-session.ts';
import type { Supabase } from '#platform/supabase.ts';
import { accountOf, inviteStaff } from '#staff/invite.ts';
import { askForCode, tryCode } from '#staff/sign-in-steps.ts';
import { invite } from '#staff/team/act.ts';
import signUps from '../../netlify/functions/step-down-sign-ups.ts';
import { cookieJar } from '../support/cookie-jar.ts';
import { post } from '../support/desk-calls.ts';
import { tokenOf } from '../support/personal-links.ts';
import { openRsvpDesk, type RsvpDesk } from '../support/rsvp-desk.ts';
import { signedInClient } from '../support/staff-client.ts';

/**
 * What an address costs that is known here and one that is not, by what is done and not by the clock: each request to the
 * database before the answer, by its name, and each function that runs inside it. `npm run bench -- --only timing`
 * measures the time.
 */

// what goes on behind an answer is seen by nobody who waits for it, and ends when it likes
vi.mock('#mail/deliver-now.ts', () => ({ deliverNow: () => Promise.resolve() }));

let desk: RsvpDesk;
let admin: Supabase;
const calls: string[] = [];
const turnedOff = 'turned.off@example.org';
const onTheStaff = 'admin@example.org';
const withAccount = 'no.more@example.org';
beforeAll(async () => {
  desk = await openRsvpDesk();
  for (const email of [onTheStaff, turnedOff])
    await inviteStaff(serviceDatabase(), serviceAccounts(), { email, role: 'admin' });
  await desk.query(`update public.staff set active = false where email = '${turnedOff}'`);
  await accountOf(serviceAccounts(), withAccount);
  admin = await signedInClient(desk.stack, onTheStaff);
  await desk.query(`set track_functions = 'all'`);
  const ask = globalThis.fetch;
  const database = process.env['SUPABASE_URL'] ?? '';
  vi.stubGlobal('fetch', (input: string | URL | Request, init?: RequestInit) => {
    const { origin, pathname } = new URL(input instanceof Request ? input.url : input);
    if (origin === database) calls.push(`${init?.method ?? 'GET'} ${pathname}`);
    return ask(input, init);
  });
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await desk.close();
});

/** How often each function of ours was run so far, those that run inside another too. */
async function runs(): Promise<Record<string, number>> {
  await desk.query('select pg_stat_force_next_flush()');
  const counted = await desk.query<{ name: string; calls: number }>(
    `select schemaname || '.' || funcname as name, calls::integer from pg_stat_user_functions where schemaname in ('public', 'private')`,
  );
  return Object.fromEntries(counted.map(({ name, calls: count }) => [name, count]));
}

/** What somebody waits for: the requests to the database in their order, and how often each function inside it runs. */
interface Work {
  asked: string[];
  inside: Record<string, number>;
}

async function workOf(doing: () => Promise<unknown>): Promise<Work> {
  const before = await runs();
  calls.length = 0;
  await doing();
  const asked = calls.splice(0);
  const more = Object.entries(await runs()).map(
    ([name, count]) => [name, count - (before[name] ?? 0)] as const,
  );
  return { asked, inside: Object.fromEntries(more.filter(([, count]) => count > 0)) };
}
const rpc = (name: string) => `POST /rest/v1/rpc/${name}`;
/** Without some functions of the schema `private`. */
const besides = (inside: Record<string, number>, names: string[]) =>
  Object.fromEntries(
    Object.entries(inside).filter(([name]) => !names.some((one) => name === `private.${one}`)),
  );

let people = 0;
const somebody = () => `person-${String(++people).padStart(4, '0')}@example.org`;
/** Whoever might be known to the sign-in, beside somebody who is not. */
const known = { onTheStaff, turnedOff, withAccount };

describe.each(Object.entries(known))(
  'Nobody hears from the sign-in of staff who they are (%s)',
  (_who, email) => {
    test('by asking for a code: it is asked of Auth behind the answer, whoever it is', async () => {
      const behind: Promise<unknown>[] = [];
      const asks = (whom: string) =>
        workOf(async () => {
          expect(await askForCode(whom, (work) => behind.push(work))).toBe(0);
          await Promise.all(behind);
        });
      const [one, other] = [await asks(email), await asks(somebody())];
      expect(one).toEqual(other);
      expect(one.asked).toEqual([rpc('take_rate_limit'), 'POST /auth/v1/otp']);
      expect(one.inside).toEqual({ 'public.take_rate_limit': 1 });
      expect(behind).toHaveLength(2);
    });

    test('by a wrong code: it is counted, and Auth is asked once', async () => {
      const tries = (whom: string) =>
        workOf(async () => {
          const { visit } = cookieJar(desk.stack.origin);
          expect(await tryCode(visit(), whom, '000000')).toEqual({ wait: 0, right: false });
        });
      const [one, other] = [await tries(email), await tries(somebody())];
      expect(one).toEqual(other);
      expect(one.asked).toEqual([rpc('take_rate_limits'), 'POST /auth/v1/verify']);
    });
  },
);

test('an invitation to an address that has an account is the same work and answer as to one that has none', async () => {
  const answers: unknown[] = [];
  const invites = (email: string) =>
    workOf(async () => {
      answers.push(
        await invite(admin, { action: 'invite', id: randomUUID(), name: 'Ana', email, role: 'editor' }),
      );
    });
  expect(await invites(withAccount)).toEqual(await invites(somebody()));
  expect(answers).toEqual([{ outcome: 'invited' }, { outcome: 'invited' }]);
});

test('a request for care by who has asked before is the same work as by who has not', async () => {
  const statuses: number[] = [];
  const asks = (value: string) =>
    workOf(async () => {
      const contact = { channel: 'email', value, safeToLeaveMessage: true };
      const body = { kind: 'mentor', nameToUse: 'Ana', contact };
      statuses.push((await post(desk, signUps, '/api/step-down/sign-ups', body, [])).status);
    });
  const twice = somebody();
  await asks(twice);
  const [one, other] = [await asks(twice), await asks(somebody())];
  expect(one).toEqual(other);
  expect(one.asked).toEqual([rpc('take_rate_limit'), rpc('create_sign_up')]);
  expect(statuses).toEqual([201, 201, 201]);
});

describe('An event', () => {
  /** What puts the answer into words, from rows that were locked and written before. */
  const wording = [
    ...[
      'as_a_newcomer',
      'echo_standing',
      'pool_of',
      'queue_position',
      'rsvp_standing',
      'seat_status',
      'told',
    ],
  ];
  /** By which a rehearsal is called: what it does counts as if it were done. */
  const rehearsals = ['rehearse_answer', 'rehearse_change', 'rehearse_echo'];

  test('is answered by who is on its list with the same locks, seats, rows and mails as by who is not', async () => {
    const event = await desk.event();
    const listed = somebody();
    await desk.rsvp(event, { email: listed });
    const answers = (email: string) => workOf(() => desk.rsvp(event, { email, name: 'Bo' }));
    const [one, other] = [await answers(listed), await answers(somebody())];
    expect(one.asked).toEqual([rpc('answer_invitation')]);
    expect(other.asked).toEqual(one.asked);
    const leftOut = [...wording, ...rehearsals];
    expect(besides(one.inside, leftOut)).toEqual(besides(other.inside, leftOut));
    for (const name of ['lock_pools', 'write_answer', 'place_for', 'queue_rsvp_mail'])
      expect(one.inside[`private.${name}`], name).toBe(1);
  });

  test.each([{ action: 'send-link' }, { action: 'update', partySize: 2 }, { action: 'cancel' }] as const)(
    'takes what is done by the link of an answer ($action) with the same work, whoever holds it, in one request',
    async (doing) => {
      const event = await desk.event();
      const listed = somebody();
      await desk.rsvp(event, { email: listed });
      const does = async (email: string) => {
        const { body } = await desk.rsvp(event, { email, name: 'Bo' });
        const opened = await openLink(tokenOf(body));
        if (!opened) throw new Error('The link of the answer opens nothing');
        return workOf(() => manageRsvp(opened, doing));
      };
      const [one, other] = [await does(listed), await does(somebody())];
      expect(one.asked).toEqual([rpc('change_answer')]);
      expect(other.asked).toEqual(one.asked);
      expect(besides(one.inside, rehearsals)).toEqual(besides(other.inside, rehearsals));
    },
  );
});

test('negative control: a sign-in that looks first whether there is an account is seen', async () => {
  const careless = (email: string) =>
    workOf(async () => {
      const found = rows(await serviceDatabase().from('staff').select('user_id').eq('email', email));
      if (found.length > 0) await mailSignInCode(email);
    });
  expect(await careless(onTheStaff)).not.toEqual(await careless(somebody()));
  const event = await desk.event();
  const answers = await workOf(() => desk.rsvp(event, { email: somebody() }));
  const refused = await workOf(() => desk.rsvp(event, { email: somebody(), partySize: 40 }));
  expect(refused.asked).toEqual(answers.asked);
  expect(refused.inside, 'and less work inside the same request').not.toEqual(answers.inside);
});
