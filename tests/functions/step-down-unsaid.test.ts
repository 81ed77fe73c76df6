import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { deliverNow } from '#mail/deliver-now.ts';
import { setEnvironment } from '#platform/environment.ts';
import { log } from '#platform/log.ts';
import { seal } from '#platform/sealed.ts';
import { keysInUse, rotateKeys } from '#step-down/keys/rotate.ts';
import { act } from '#step-down/mine/act.ts';
import { readMySignUp } from '#step-down/mine/my-sign-up.ts';
import { changeReach, readReach } from '#step-down/mine/reach.ts';
import purgeExpired from '../../netlify/functions/purge-expired.ts';
import signUps from '../../netlify/functions/step-down-sign-ups.ts';
import tasks from '../../netlify/functions/step-down-tasks.ts';
import { watchedContext } from '../support/function-context.ts';
import { idOf } from '../support/personal-links.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** Nothing personal is said where others listen: in logs, in subjects of mails, in what staff get by mail. */

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ seed: true });
});
afterAll(() => stack.close());

const planted = {
  name: 'Wilhelmina Plantedname',
  email: 'planted.person@example.org',
  otherEmail: 'planted.other@example.org',
  phone: '+13035550123',
  note: 'planted words nobody else may read',
  needs: 'planted need of a ramp',
  times: 'planted after the late shift',
  reply: 'planted answer of staff',
  address: '203.0.113.77',
};
const personal = /planted|wilhelmina|3035550123|303\) 555-0123|203\.0\.113\.77/i;

let said: string[];
const listen = () => {
  said = [];
  for (const method of ['log', 'warn', 'error', 'info', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation(
      (...words: unknown[]) => void said.push(words.map(inFull).join(' ')),
    );
  }
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said.push(String(text));
      return true;
    });
  }
};
/** An error says more than its message: its stack, its cause. */
const inFull = (value: unknown): string =>
  value instanceof Error ? `${value.stack} ${inFull(value.cause)}` : JSON.stringify(value) + String(value);
beforeEach(listen);
afterEach(() => vi.restoreAllMocks());

const { context, settled: answered } = watchedContext({ ip: planted.address, requestId: 'request-1' });
const settled = async () => {
  await answered();
  await deliverNow();
};
const post = (body: unknown) =>
  signUps(
    new Request(`${stack.origin}/api/step-down/sign-ups?email=${planted.email}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
    context,
  );
const request = (more: Record<string, unknown> = {}) => ({
  kind: 'mentor',
  nameToUse: planted.name,
  contact: { channel: 'email', value: planted.email, safeToLeaveMessage: true },
  bestTimes: [planted.times],
  note: planted.note,
  accessNeeds: planted.needs,
  ...more,
});
async function signUp(more: Record<string, unknown> = {}): Promise<string> {
  const answer = await post(request(more));
  expect(answer.status).toBe(201);
  return idOf((await answer.json()) as { manageUrl: string });
}
const run = (handle: typeof tasks) => handle(new Request(`${stack.origin}/x`, { method: 'POST' }), context);

test('From the first press to the last deletion, and through every failure between, logs tell of nobody', async () => {
  // what is wrong with it, and what cannot be understood
  await post(request({ contact: { channel: 'phone', value: planted.email } }));
  await post(`{"nameToUse": "${planted.name}`);
  await post(request({ website_confirm: planted.name }));

  const id = await signUp();
  await settled();
  await changeReach(id, {
    contact: { channel: 'text', value: planted.phone, safeToLeaveMessage: false },
    bestTimes: [planted.times],
  });
  await changeReach(id, {
    contact: { channel: 'email', value: planted.otherEmail, safeToLeaveMessage: false },
  });
  const { sealed } = await seal(planted.reply, `${id}:reply`);
  await stack.database.execute(`select public.decline_sign_up('${id}', '${sealed}', '{evenings}')`);
  expect(await readMySignUp(id)).toMatchObject({ reply: { words: planted.reply } });
  await settled();

  const asked = await signUp({ kind: 'check-ins' });
  await stack.database.execute(
    `insert into public.check_ins (sign_up_id, months, due_at) values ('${asked}', 24, now() - interval '1 hour')`,
  );
  await run(tasks);
  await settled();
  await act(asked, 'call-me');
  await settled();

  // its key is missing, for the person, the mails, and whoever changes keys
  const before = process.env['INTAKE_KEYS'] ?? '';
  setEnvironment({ INTAKE_KEYS: JSON.stringify({ keys: [{ kty: 'oct', kid: 'new', k: 'A'.repeat(43) }] }) });
  await stack.database.execute(
    `insert into public.outbox (kind, sign_up_id, transition) values ('sign-up-news', '${asked}', 99)`,
  );
  await settled();
  expect(await readReach(asked)).toBe('shut');
  await readMySignUp(id);
  await rotateKeys(new AbortController().signal);
  await keysInUse();
  setEnvironment({ INTAKE_KEYS: before });

  // the database is away
  await stack.takeDatabaseDown();
  expect((await post(request())).status).toBe(503);
  await expect(readReach(asked)).rejects.toThrow('does not answer');
  expect((await run(tasks)).status).toBe(503);
  expect((await run(purgeExpired)).status).toBe(503);
  await stack.bringDatabaseBack();

  // something nobody expected
  await stack.database.execute(`alter function public.reseal_sign_up rename to reseal_sign_up_away`);
  await expect(
    changeReach(asked, {
      contact: { channel: 'email', value: planted.otherEmail, safeToLeaveMessage: true },
    }),
  ).rejects.toThrow(/^Database error/);
  await stack.database.execute(`alter function public.reseal_sign_up_away rename to reseal_sign_up`);

  await act(asked, 'stop');
  await act(await signUp(), 'withdraw');
  await act(id, 'forget');
  await run(purgeExpired);
  await settled();

  expect(said.length).toBeGreaterThan(5);
  expect(said.filter((line) => personal.test(line))).toEqual([]);
  const mails = stack.mail.messages;
  expect(mails.length).toBeGreaterThan(4);
  expect(mails.filter(({ subject, from }) => personal.test(subject + from))).toEqual([]);
  const words = mails.map(({ subject, text, html }) => `${subject}\n${text}\n${html}`);
  expect(words.filter((text) => personal.test(text))).toEqual([]);
});

test('The ear of this test hears what is said', () => {
  log({ event: planted.note });
  console.error(new Error('outer', { cause: new Error(planted.email) }));
  process.stderr.write(planted.phone);
  expect(said.filter((line) => personal.test(line))).toHaveLength(3);
});
