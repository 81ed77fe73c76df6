import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deliverNow } from '#mail/deliver-now.ts';
import { instant } from '#platform/clock.ts';
import { setEnvironment } from '#platform/environment.ts';
import { seal } from '#platform/sealed.ts';
import { isDailyHour } from '#step-down/daily-hour.ts';
import { doWhatIsDue } from '#step-down/due.ts';
import { act } from '#step-down/mine/act.ts';
import { readMySignUp } from '#step-down/mine/my-sign-up.ts';
import { changeReach, readReach } from '#step-down/mine/reach.ts';
import { openWords } from '#step-down/sealed-words.ts';
import { openByReference } from '#step-down/sign-ups.ts';
import purgeExpired from '../../netlify/functions/purge-expired.ts';
import signUps from '../../netlify/functions/step-down-sign-ups.ts';
import tasks from '../../netlify/functions/step-down-tasks.ts';
import { watchedContext } from '../support/function-context.ts';
import { idOf } from '../support/personal-links.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** What a person does with their own sign-up after it was sent, and what we do with it by the clock. */

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ seed: true });
});
afterAll(async () => {
  await settled();
  await stack.close();
});

const { context, settled: answered } = watchedContext();
const settled = async () => {
  await answered();
  await deliverNow();
};
const call = (path: string, handle: typeof tasks) =>
  handle(new Request(`${stack.origin}/${path}`, { method: 'POST' }), context);

beforeEach(async () => {
  await settled();
  await stack.database.execute('delete from public.sign_ups; delete from public.outbox');
  await settled();
  stack.mail.messages.length = 0;
});

const email = 'ana.mine@example.org';
async function signUp(
  more: Record<string, unknown> = {},
): Promise<{ id: string; reference: string; page: string }> {
  const answer = await signUps(
    new Request(`${stack.origin}/api/step-down/sign-ups`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        kind: 'mentor',
        nameToUse: 'Ana',
        contact: { channel: 'email', value: email, safeToLeaveMessage: true },
        note: 'Tuesdays are hard',
        ...more,
      }),
    }),
    context,
  );
  expect(answer.status).toBe(201);
  const told = (await answer.json()) as { reference: string; manageUrl: string };
  return { reference: told.reference, page: told.manageUrl, id: idOf(told) };
}

/** One who asked for check-ins, with the days as the test wants them. */
async function checkInsFrom(days: Record<number, string>, more: Record<string, unknown> = {}) {
  const made = await signUp({ kind: 'check-ins', ...more });
  await stack.database.execute(
    `delete from public.check_ins where sign_up_id = '${made.id}';
     insert into public.check_ins (sign_up_id, months, due_at) values ${Object.entries(days)
       .map(([months, due]) => `('${made.id}', ${months}, now() + interval '${due}')`)
       .join(', ')}`,
  );
  await settled();
  stack.mail.messages.length = 0;
  return made;
}

/** When the team hears no figures, whenever this runs. */
const sunday = () => instant('2026-11-22T15:00:00Z');

const phone = { channel: 'phone', value: '(303) 555-0123', safeToLeaveMessage: false };
const mailsTo = (address: string) => stack.mail.messages.filter(({ to }) => to.includes(address)).reverse();
const rowOf = async (id: string) =>
  (
    await stack.database.query<{
      status: string;
      closed_why: string | null;
      waits_for: string;
      sealed: string;
      channel: string;
    }>(`select status, closed_why, waits_for, sealed, channel from public.sign_ups where id = '${id}'`)
  )[0];

describe('How it is safe to reach somebody', () => {
  test('can be changed, and everything else they wrote stays', async () => {
    const { id } = await signUp({ bestTimes: ['evenings'], accessNeeds: 'A ramp' });
    const contact = {
      channel: 'phone' as const,
      value: '+13035550123',
      safeToLeaveMessage: false,
      safeToText: true,
      safeToSayWho: false,
    };
    expect(await changeReach(id, { contact, bestTimes: ['mornings'] })).toBe('changed');
    const row = await rowOf(id);
    expect(row?.channel).toBe('phone');
    expect(await openWords(row?.sealed ?? '', id)).toEqual({
      nameToUse: 'Ana',
      contact,
      bestTimes: ['mornings'],
      note: 'Tuesdays are hard',
      accessNeeds: 'A ramp',
    });
    expect(await readMySignUp(id)).toMatchObject({ channel: 'phone', status: 'received' });
  });

  test('changed twice at once is what one of them said, whole', async () => {
    const { id } = await signUp();
    const numbers = ['+13035550101', '+13035550102'];
    const done = await Promise.all(
      numbers.map((value) =>
        changeReach(id, { contact: { channel: 'text', value, safeToLeaveMessage: true } }),
      ),
    );
    expect(done).toContain('changed');
    const { contact } = await openWords((await rowOf(id))?.sealed ?? '', id);
    expect(numbers).toContain(contact.value);
  });

  test('cannot be changed when there is nobody to reach any more', async () => {
    const { id } = await signUp();
    await act(id, 'withdraw');
    const contact = { channel: 'email', value: email, safeToLeaveMessage: true } as const;
    expect(await changeReach(id, { contact })).toBe('ended');
    expect((await rowOf(id))?.sealed).toBe('withdrawn....');
  });

  test('is not shown without its key, while the page still says where things stand', async () => {
    const { id } = await signUp();
    const { sealed: reply } = await seal('Come by on Monday.', `${id}:reply`);
    await stack.database.execute(`update public.sign_ups set reply = '${reply}' where id = '${id}'`);
    expect(await readMySignUp(id)).toMatchObject({ reply: { words: 'Come by on Monday.' } });

    const before = process.env['INTAKE_KEYS'] ?? '';
    setEnvironment({
      INTAKE_KEYS: JSON.stringify({ keys: [{ kty: 'oct', kid: 'another', k: 'A'.repeat(43) }] }),
    });
    try {
      expect(await readReach(id)).toBe('shut');
      expect(await readMySignUp(id)).toMatchObject({ status: 'received', reply: 'shut' });
    } finally {
      setEnvironment({ INTAKE_KEYS: before });
    }
  });
});

describe('Deleting everything', () => {
  test('leaves nothing, whatever the state, and a second press says the same', async () => {
    const { id } = await signUp();
    await act(id, 'withdraw');
    expect(await act(id, 'forget')).toEqual({ did: 'forget' });
    expect(await act(id, 'forget')).toEqual({ did: 'forget' });
    expect(await readMySignUp(id)).toBeNull();
    expect(await stack.database.query(`select 1 from public.outbox where sign_up_id = '${id}'`)).toEqual([]);
  });
});

describe('Check-ins', () => {
  test('come by mail on their day, once, with one press to stop them', async () => {
    const { id, page } = await checkInsFrom({ 1: '-1 minute', 3: '60 days' });
    expect(await (await call('tasks', tasks)).json()).toMatchObject({ asked: 1 });
    expect(await (await call('tasks', tasks)).json()).toMatchObject({ asked: 0 });
    await settled();
    const [mail, ...more] = mailsTo(email);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('How are things?');
    const link = page.replace('/r/', '/r/check-in/');
    expect(mail?.text).toContain(link);
    const headers = mail?.headers ?? {};
    expect(headers['list-unsubscribe']).toContain(`<${page.replace('/r/', '/r/check-in/stop/')}>`);
    expect(headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    expect((await rowOf(id))?.status).toBe('scheduled');
  });

  test('that nobody answers change nothing for anybody', async () => {
    const { id } = await checkInsFrom({ 1: '-5 days', 3: '60 days' });
    await doWhatIsDue(sunday);
    await doWhatIsDue(sunday);
    expect(await rowOf(id)).toMatchObject({ status: 'scheduled', closed_why: null });
    const [kept] = await stack.database.query(
      `select months, status from public.check_ins where sign_up_id = '${id}' and months = 1`,
    );
    expect(kept).toEqual({ months: 1, status: 'asked' });
  });

  test('answered with “doing okay” end there, and nobody is told', async () => {
    const { id } = await checkInsFrom({ 1: '-1 minute', 3: '60 days' });
    await doWhatIsDue(sunday);
    await settled();
    stack.mail.messages.length = 0;
    expect(await act(id, 'okay')).toEqual({ did: 'okay' });
    await settled();
    expect(stack.mail.messages).toEqual([]);
    expect((await readMySignUp(id))?.checkIns.map(({ status }) => status)).toEqual(['answered', 'due']);
  });

  test('answered with “please call me” bring them into the queue once, and staff hear of it', async () => {
    const { id, reference } = await checkInsFrom({ 1: '-1 minute' });
    await doWhatIsDue(sunday);
    expect(await act(id, 'call-me')).toEqual({ did: 'call-me' });
    expect(await act(id, 'call-me')).toEqual({ did: 'call-me' });
    expect(await rowOf(id)).toMatchObject({ status: 'received', waits_for: 'call' });
    await settled();
    const forStaff = mailsTo('intake@juniperhollow.example');
    expect(forStaff.map(({ subject }) => subject)).toEqual(['Somebody would like us to get in touch']);
    expect(forStaff[0]?.text).toContain(reference);
  });

  test('by phone come to staff, who are told that it is time', async () => {
    const { id } = await checkInsFrom({ 1: '-1 minute' }, { contact: phone });
    await doWhatIsDue(sunday);
    await settled();
    expect(stack.mail.messages.map(({ subject }) => subject)).toEqual([
      'It is time to ask somebody how things are',
    ]);
    expect(await rowOf(id)).toMatchObject({ status: 'received', waits_for: 'check-in' });
    // somebody who says it on their page need not be called any more
    await act(id, 'okay');
    expect(await rowOf(id)).toMatchObject({ status: 'scheduled' });
  });

  test('stopped come no more, and cannot be answered any more', async () => {
    const { id } = await checkInsFrom({ 1: '-1 minute' });
    expect(await act(id, 'stop')).toEqual({ did: 'stop' });
    expect(await act(id, 'stop')).toEqual({ did: 'stop' });
    await doWhatIsDue(sunday);
    await settled();
    expect(stack.mail.messages).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ status: 'closed', closed_why: 'stopped' });
    expect(await act(id, 'okay')).toMatchObject({ refused: { status: 409 } });
  });

  test('are confirmed in words of their own, in both languages', async () => {
    await signUp({ kind: 'check-ins' });
    await signUp({
      kind: 'check-ins',
      language: 'es',
      contact: { channel: 'email', value: 'es@example.org', safeToLeaveMessage: true },
    });
    await settled();
    expect(mailsTo(email)[0]?.text).toContain('We will ask how things are');
    expect(mailsTo('es@example.org')[0]?.text).toContain('Le preguntaremos cómo está');
    expect(mailsTo('intake@juniperhollow.example')).toEqual([]);
  });
});

describe('News', () => {
  test.each([
    ['en', 'There is news on your page'],
    ['es', 'Hay novedades en su página'],
  ])('in %s say that there is some, and not what', async (language, subject) => {
    const { id, page } = await signUp({ language });
    await settled();
    stack.mail.messages.length = 0;
    const { sealed } = await seal('We have no place now.', `${id}:reply`);
    await stack.database.execute(`select public.decline_sign_up('${id}', '${sealed}', '{evenings}')`);
    await settled();
    const [mail] = mailsTo(email);
    expect(mail?.subject).toBe(subject);
    expect(mail?.text).toContain(page);
    expect(mail?.text).not.toMatch(/no place|declin|evening/i);
    expect(await readMySignUp(id)).toMatchObject({
      status: 'closed',
      closedWhy: 'declined',
      reply: { words: 'We have no place now.' },
      alternatives: [{ slug: 'evenings' }],
    });
  });
});

describe('In the morning of a business day', () => {
  const denver = {
    timeZone: 'America/Denver',
    businessHours: {
      days: [1, 2, 3, 4, 5],
      from: '08:00',
      to: '18:00',
      holidays: ['2026-11-26'],
      answerWithinDays: 1,
    },
  };
  test.each([
    ['2026-11-23T15:00:00Z', true, 'Monday, 8 am'],
    ['2026-11-23T16:59:00Z', true, 'Monday, nearly 10 am'],
    ['2026-11-23T14:59:00Z', false, 'Monday, before 8 am'],
    ['2026-11-23T17:00:00Z', false, 'Monday, 10 am'],
    ['2026-11-22T15:00:00Z', false, 'Sunday, 8 am'],
    ['2026-11-26T15:00:00Z', false, 'a holiday'],
    ['2026-07-01T14:00:00Z', true, '8 am in summer'],
    ['2026-07-01T16:00:00Z', false, '10 am in summer'],
  ])('at %s it is %s: %s', (at, is) => {
    expect(isDailyHour(instant(at), denver)).toBe(is);
  });

  const monday = () => instant('2026-11-23T15:05:00Z');

  test('the team hears how many wait, once, in figures', async () => {
    const { reference } = await signUp();
    await signUp({ contact: phone });
    await stack.database.execute(
      `update public.sign_ups set asked_at = now() - interval '20 days' where reference = '${reference}'`,
    );
    await settled();
    stack.mail.messages.length = 0;
    expect(await doWhatIsDue(monday)).toMatchObject({ told: true });
    expect(await doWhatIsDue(monday)).toMatchObject({ told: false });
    await settled();
    const [mail, ...more] = mailsTo('intake@juniperhollow.example');
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Waiting to hear from us: 2');
    expect(mail?.text).toMatch(/Waiting: 2\nLonger than we promised: 1\nThe first since: /);
    expect(mail?.text).not.toMatch(/Ana|303\) 555-0123|3035550123|mine@/);
    expect(mail?.text).not.toContain(reference);
  });

  test('nothing is said when nobody waits', async () => {
    expect(await doWhatIsDue(monday)).toEqual({ asked: 0, told: false });
  });
});

describe('After its days', () => {
  test('what ended is forgotten, and the counts of it are kept', async () => {
    const { id } = await signUp();
    const other = await signUp({ contact: phone });
    await act(id, 'withdraw');
    await stack.database.execute(
      `update public.sign_ups set closed_at = now() - interval '91 days' where id = '${id}'`,
    );
    expect(await (await call('purge', purgeExpired)).json()).toMatchObject({ signUps: 1, consents: 0 });
    expect(await readMySignUp(id)).toBeNull();
    expect(await readMySignUp(other.id)).not.toBeNull();
    expect(await stack.database.query(`select what, count from public.purge_log order by what`)).toEqual(
      expect.arrayContaining([
        { what: 'sign-ups', count: 1 },
        { what: 'consents', count: 0 },
        { what: 'reports', count: 0 },
        { what: 'rsvps', count: 0 },
        { what: 'files', count: 0 },
      ]),
    );
  });
});

test('Opened from the command line, a sign-up is read, and the look is written down', async () => {
  const { id, reference } = await signUp();
  const opened = await openByReference(` ${reference.toLowerCase()} `);
  expect(opened).toMatchObject({ id, reference, kind: 'mentor' });
  expect((await openWords(opened?.sealed ?? '', id)).nameToUse).toBe('Ana');
  expect((await rowOf(id))?.status).toBe('read');
  expect(
    await stack.database.query(
      `select action, subject, staff_id from public.audit_log where subject_id = '${id}'`,
    ),
  ).toEqual([{ action: 'read', subject: 'sign-up', staff_id: null }]);
  expect(await openByReference('2222-2222')).toBeNull();
});
