import { afterAll, beforeAll, expect, test } from 'vitest';
import { environment, setEnvironment } from '#platform/environment.ts';
import { freePort, serve } from '../../local/node-server.ts';
import events from '../../netlify/functions/events.ts';
import health from '../../netlify/functions/health.ts';
import meetings from '../../netlify/functions/meetings.ts';
import manage from '../../netlify/functions/rsvps-manage.ts';
import rsvps from '../../netlify/functions/rsvps.ts';
import signUps from '../../netlify/functions/step-down-sign-ups.ts';
import stepDown from '../../netlify/functions/step-down.ts';
import { Gathering } from '../support/gathering.ts';
import { passOn } from '../support/pass-on.ts';
import { tokenOf } from '../support/personal-links.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { ask, expectNotNow, inWords, rsvpOf, settled, type Answered } from './asking.ts';
import { saw, seconds } from './seen.ts';

/** A database that is away, that takes ten seconds, and that does what was asked and answers when nobody waits any more. */

let stack: TestStack;
let evening: Gathering;
let slow: { close(): Promise<void> };
/** The database itself, and the way to it on which answers are held back. */
let directly: string;
let slowly: string;
/** How long an answer is held back after the database gave it. */
let heldBack = 0;
beforeAll(async () => {
  stack = await startTestStack({ seed: true });
  evening = await Gathering.plan(stack, { capacity: 20 });
  directly = environment().SUPABASE_URL;
  const port = await freePort();
  slow = await serve(port, 'PORT', async (request) => {
    const answer = await passOn(request, directly);
    const body = await answer.text();
    if (heldBack > 0) await new Promise((resolve) => setTimeout(resolve, heldBack).unref());
    return new Response(body || null, { status: answer.status, headers: answer.headers });
  });
  slowly = `http://127.0.0.1:${port}`;
  // the list of meetings is known from before
  while ((await ask(meetings, '/api/meetings')).status !== 200);
});
afterAll(async () => {
  heldBack = 0;
  await settled();
  await slow.close();
  await stack.close();
});

const signUpOf = (person: string) => ({
  kind: 'mentor',
  nameToUse: 'Ana',
  idempotencyKey: `sign-up-of-${person}`,
  contact: { channel: 'email', value: `${person}@example.org`, safeToLeaveMessage: true },
});

/** Everything a visitor may ask for at once. */
async function visit(person: string) {
  const [home, list, dates, groups, rsvp, signUp] = await Promise.all([
    ask(health, '/api/health'),
    ask(meetings, '/api/meetings'),
    ask(events, '/api/events'),
    ask(stepDown, '/api/step-down'),
    ask(rsvps, '/api/rsvps', rsvpOf(evening.slug, person)),
    ask(signUps, '/api/step-down/sign-ups', signUpOf(person)),
  ]);
  await settled();
  return { home, list, dates, groups, rsvp, signUp };
}

const stored = async (person: string) => {
  const [row] = await stack.database.query<{ rsvps: number; mails: number }>(
    `select count(distinct rsvp.id)::integer as rsvps, count(mail.id)::integer as mails from public.rsvps rsvp
     left join public.outbox mail on mail.rsvp_id = rsvp.id where rsvp.email = '${person}@example.org'`,
  );
  return row;
};
const signUpsNow = async () =>
  (await stack.database.query<{ count: number }>('select count(*)::integer as count from public.sign_ups'))[0]
    ?.count ?? 0;
const longest = (answers: Answered[]) =>
  seconds(Math.max(...answers.map(({ milliseconds }) => milliseconds)));

test('one that refuses: 503 at once wherever something is to be stored, the kept list of meetings, and no trace', async () => {
  setEnvironment({ SUPABASE_URL: directly });
  const before = await signUpsNow();
  await stack.takeDatabaseDown();
  const away = await visit('refused');
  await stack.bringDatabaseBack();
  const said = new Set([away.rsvp, away.signUp, away.dates, away.groups].map(expectNotNow));
  expect(away.home.status).toBe(503);
  expect(away.list.status).toBe(200);
  expect([await stored('refused'), await signUpsNow()]).toEqual([{ rsvps: 0, mails: 0 }, before]);

  const again = await visit('refused');
  expect([again.rsvp.status, again.signUp.status]).toEqual([201, 201]);
  expect([await stored('refused'), await signUpsNow()]).toEqual([{ rsvps: 1, mails: 1 }, before + 1]);
  await saw('database-refuses', {
    visitor: `RSVP and sign-up: ${[...said].join()} with Retry-After; meetings: ${away.list.status}, the last list; live seats and groups: ${away.dates.status}, the page keeps those it was built with`,
    lost: `0 RSVPs and 0 sign-ups are stored; sent again, 1 of 1 and 1 of 1`,
    figures: [`the slowest answer after ${longest(Object.values(away))}`],
  });
});

test('one that takes ten seconds: what is to be stored waits for it, what is only shown does not', async () => {
  setEnvironment({ SUPABASE_URL: slowly });
  heldBack = 10_000;
  const patient = await visit('patient');
  heldBack = 0;
  expect(patient.rsvp.status).toBe(201);
  expect(patient.home.status).toBe(503);
  expect(patient.list.status).toBe(200);
  for (const answer of [patient.list, patient.home])
    expect(answer.milliseconds).toBeLessThan(patient.rsvp.milliseconds);
  const again = await ask(rsvps, '/api/rsvps', rsvpOf(evening.slug, 'patient'));
  expect(again.status).toBe(200);
  expect(await stored('patient')).toEqual({ rsvps: 1, mails: 1 });
  await saw('database-10-seconds', {
    visitor: `RSVP: ${patient.rsvp.status}, sign-up: ${inWords(patient.signUp)}, both late; meetings: ${patient.list.status}, the last list; live seats: ${inWords(patient.dates)}; groups: ${inWords(patient.groups)}, the page keeps those it was built with`,
    lost: `Nothing: ${(await stored('patient'))?.rsvps} RSVP and ${(await stored('patient'))?.mails} mail, also when it is sent again`,
    figures: [
      `RSVP after ${seconds(patient.rsvp.milliseconds)}`,
      `sign-up after ${seconds(patient.signUp.milliseconds)}`,
      `meetings after ${seconds(patient.list.milliseconds)}`,
      `groups after ${seconds(patient.groups.milliseconds)}`,
      `/api/health after ${seconds(patient.home.milliseconds)}`,
    ],
  });
});

test('one that answers when nobody waits any more: stored once, and sending again says so', async () => {
  setEnvironment({ SUPABASE_URL: slowly });
  const before = await signUpsNow();
  const { body } = await ask(
    rsvps,
    '/api/rsvps',
    rsvpOf(evening.slug, 'changes', { email: undefined, phone: '303-555-0147' }),
  );
  const token = tokenOf({ manageUrl: String(body['manageUrl']) });
  const cancel = () => ask(manage, '/api/rsvps/manage', { token, action: 'cancel' });
  heldBack = 17_000;
  const [late, lateCancel] = await Promise.all([visit('late'), cancel()]);
  heldBack = 0;
  const said = expectNotNow(late.rsvp);
  expect([expectNotNow(late.signUp), expectNotNow(lateCancel)]).toEqual([said, said]);
  // it was stored all the same; nobody knows yet
  expect(await stored('late')).toMatchObject({ rsvps: 1 });

  const [again, cancelledAgain] = [await visit('late'), await cancel()];
  expect(cancelledAgain.status).toBe(200);
  const now = await stored('late');
  expect(now).toEqual({ rsvps: 1, mails: 1 });
  expect(await signUpsNow()).toBe(before + 1);
  await saw('database-too-slow', {
    visitor: `RSVP, change and sign-up: ${said} with Retry-After; sent again: ${again.rsvp.status}, ${cancelledAgain.status} and ${again.signUp.status}, as if nothing had been`,
    lost: `Nothing, and nothing is twice: ${now?.rsvps} RSVP, ${(await signUpsNow()) - before} sign-up, ${now?.mails} mail`,
    figures: [
      `given up after ${longest([late.rsvp, lateCancel])}`,
      `the sign-up after ${seconds(late.signUp.milliseconds)}`,
    ],
  });
});
