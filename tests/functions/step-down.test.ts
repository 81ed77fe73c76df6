import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { deliverNow } from '#mail/deliver-now.ts';
import type { OutboxRow } from '#mail/letter.ts';
import { programsNow } from '#step-down/kept.ts';
import { stepDownMails } from '#step-down/mails.ts';
import { openWords } from '#step-down/sealed-words.ts';
import { readSignUp, withdrawSignUp } from '#step-down/sign-ups.ts';
import list from '../../netlify/functions/step-down.ts';
import signUps from '../../netlify/functions/step-down-sign-ups.ts';
import { watchedContext } from '../support/function-context.ts';
import { idOf } from '../support/personal-links.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** A sign-up from the first press to its withdrawal, through the functions as they are deployed. */

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ seed: true });
});
afterAll(() => stack.close());

const { context, settled: answered } = watchedContext();
const settled = async () => {
  await answered();
  await deliverNow();
};
beforeEach(async () => {
  await settled();
  stack.mail.messages.length = 0;
});

const planted = {
  name: 'Wilhelmina Plantedname',
  email: 'planted.person@example.org',
  note: 'planted words nobody else may read',
  needs: 'planted need of a ramp',
};
const request = (more: Record<string, unknown> = {}) => ({
  kind: 'program',
  program: 'evenings',
  cohort: 'evenings-aspen',
  nameToUse: planted.name,
  contact: { channel: 'email', value: planted.email, safeToLeaveMessage: true },
  bestTimes: ['evenings'],
  note: planted.note,
  accessNeeds: planted.needs,
  ...more,
});

interface Body {
  reference: string;
  manageUrl: string;
  status: number;
  errors?: Record<string, string[]>;
}
const post = async (body: unknown) => {
  const answer = await signUps(
    new Request(`${stack.origin}/api/step-down/sign-ups`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
    context,
  );
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Body };
};
const seats = async (cohort: string) => {
  const answer = await list(new Request(`${stack.origin}/api/step-down`), context);
  const programs = (await answer.json()) as {
    cohorts: { slug: string; seatsLeft: number; waiting: number }[];
  }[];
  const found = programs.flatMap(({ cohorts }) => cohorts).find(({ slug }) => slug === cohort);
  return found && { left: found.seatsLeft, waiting: found.waiting };
};

describe('A sign-up', () => {
  test('is answered with a reference and a page of its own, and takes a seat', async () => {
    const before = await seats('evenings-aspen');
    const { status, headers, body } = await post(request());
    expect(status).toBe(201);
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(body.reference).toMatch(/^[2-9CDFHJKMNPRTVWXY]{4}-[2-9CDFHJKMNPRTVWXY]{4}$/);
    expect(body.manageUrl).toMatch(/^http:\/\/localhost:4321\/r\/s[\w-]{43}$/);
    expect(await seats('evenings-aspen')).toEqual({ left: (before?.left ?? 0) - 1, waiting: 0 });
    expect(await readSignUp(idOf(body))).toMatchObject({
      reference: body.reference,
      status: 'received',
      program: 'Evening intensive outpatient',
      place: 'held',
    });
  });

  test('sent twice with one key is one sign-up, with the same answer and one mail', async () => {
    const idempotencyKey = randomUUID();
    const [first, second] = [
      await post(request({ idempotencyKey })),
      await post(request({ idempotencyKey })),
    ];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
    await settled();
    expect(stack.mail.messages.filter(({ to }) => to.includes(planted.email))).toHaveLength(1);
  });

  test('with a key that somebody else used too opens nothing of theirs', async () => {
    const idempotencyKey = 'the-same-key';
    const contact = { channel: 'email', value: 'somebody.else@example.org', safeToLeaveMessage: true };
    const [mine, theirs] = [
      await post(request({ idempotencyKey })),
      await post(request({ idempotencyKey, contact })),
    ];
    expect(theirs.status).toBe(201);
    expect(theirs.body.manageUrl).not.toBe(mine.body.manageUrl);
  });

  test('for an unknown program or group is 404, for a closed group 409', async () => {
    expect((await post(request({ program: 'no-such', cohort: undefined }))).status).toBe(404);
    expect((await post(request({ cohort: 'no-such' }))).status).toBe(404);
    // a group of another program
    expect((await post(request({ cohort: 'mornings-dogwood' }))).status).toBe(404);
    await stack.database.execute(`update public.cohorts set status = 'closed' where slug = 'mornings-elm'`);
    const closed = await post(request({ program: 'mornings', cohort: 'mornings-elm' }));
    expect(closed).toMatchObject({ status: 409, body: { errors: { cohort: [expect.any(String)] } } });
    expect(closed.headers.get('content-type')).toMatch('application/problem+json');
  });

  test('that cannot be understood is 422 and says where', async () => {
    const { status, body } = await post(
      request({ nameToUse: ' ', contact: { channel: 'phone', value: 'x' } }),
    );
    expect(status).toBe(422);
    expect(Object.keys(body.errors ?? {})).toEqual([
      'nameToUse',
      'contact.safeToLeaveMessage',
      'contact.value',
    ]);
    expect(JSON.stringify(body)).not.toContain('planted');
  });

  test('in a full group waits, and moves up when somebody takes theirs back', async () => {
    const cohort = { program: 'walking-beside', cohort: 'walking-beside-juniper' };
    await stack.database.execute(
      `update public.seat_pools set capacity = 1 where id = (select pool_id from public.cohorts where slug = 'walking-beside-juniper')`,
    );
    const from = (value: string) =>
      request({ ...cohort, contact: { channel: 'email', value, safeToLeaveMessage: true } });
    const [first, second] = [await post(from('one@example.org')), await post(from('two@example.org'))];
    expect(await seats('walking-beside-juniper')).toEqual({ left: 0, waiting: 1 });
    expect(await readSignUp(idOf(second.body))).toMatchObject({ place: 'waiting', position: 1 });
    await withdrawSignUp(idOf(first.body));
    expect(await readSignUp(idOf(second.body))).toMatchObject({ place: 'held', position: null });
    await settled();
    const subjectsTo = (address: string) =>
      stack.mail.messages.filter(({ to }) => to.includes(address)).map(({ subject }) => subject);
    expect(subjectsTo('two@example.org')).toContain('A place came free for you');
    expect(subjectsTo('intake@juniperhollow.example')).toContain('A place went to the next person in line');
  });

  test('of the same person again reaches staff, and takes no second seat', async () => {
    const twice = () =>
      post(
        request({
          program: 'mornings',
          cohort: 'mornings-dogwood',
          contact: { channel: 'phone', value: '(303) 555-0188', safeToLeaveMessage: false },
        }),
      );
    const before = await seats('mornings-dogwood');
    const [first, second] = [await twice(), await twice()];
    expect(second.status).toBe(201);
    expect(second.body.reference).not.toBe(first.body.reference);
    expect(await seats('mornings-dogwood')).toEqual({ left: (before?.left ?? 0) - 1, waiting: 0 });
  });

  test('when the database is away is 503 with Retry-After', async () => {
    await stack.takeDatabaseDown();
    const { status, headers } = await post(request());
    await stack.bringDatabaseBack();
    expect(status).toBe(503);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('What was written', () => {
  test('is in the database only sealed: a dump of it contains none of it in clear', async () => {
    const { body } = await post(request());
    const columns = await stack.database.query<{ schema: string; table: string; column: string }>(
      `select table_schema as schema, table_name as table, column_name as column
       from information_schema.columns
       where table_schema not in ('pg_catalog', 'information_schema')
         and table_name in (select table_name from information_schema.tables where table_type = 'BASE TABLE')`,
    );
    expect(columns.length).toBeGreaterThan(100);
    const found: string[] = [];
    for (const { schema, table, column } of columns) {
      const text = `"${column}"::text`;
      const rows = await stack.database.query(
        `select 1 from "${schema}"."${table}" where ${text} ilike '%planted%' or ${text} ilike '%${Buffer.from(planted.email).toString('base64url').slice(0, 24)}%' limit 1`,
      );
      if (rows.length > 0) found.push(`${schema}.${table}.${column}`);
    }
    expect(found).toEqual([]);

    const [row] = await stack.database.query<{ sealed: string; key_id: string }>(
      `select sealed, key_id from public.sign_ups where id = '${idOf(body)}'`,
    );
    expect(row?.key_id).toBe('test-1');
    expect(await openWords(row?.sealed ?? '', idOf(body))).toEqual({
      nameToUse: planted.name,
      contact: { channel: 'email', value: planted.email, safeToLeaveMessage: true },
      bestTimes: ['evenings'],
      note: planted.note,
      accessNeeds: planted.needs,
    });
  });

  test('is gone at once when the person takes it back, also a second time', async () => {
    const { body } = await post(request());
    await withdrawSignUp(idOf(body));
    await withdrawSignUp(idOf(body));
    const [row] = await stack.database.query<{ sealed: string; status: string }>(
      `select sealed, status from public.sign_ups where id = '${idOf(body)}'`,
    );
    expect(row).toEqual({ sealed: 'withdrawn....', status: 'withdrawn' });
  });
});

describe('The mails', () => {
  const outside =
    /recover|rehab|\biop\b|outpatient|addict|alumni|treatment|sober|Plantedname|planted words|ramp/i;

  test('tell the person what comes next, and a reader over their shoulder nothing', async () => {
    const { body } = await post(request());
    await settled();
    const mail = stack.mail.messages.find(({ to }) => to.includes(planted.email));
    expect(mail?.subject).toBe('We got your note');
    expect(mail?.text).toContain(body.reference);
    expect(mail?.text).toContain(body.manageUrl);
    expect(mail?.text).toContain('by the end of the next business day');
    expect(`${mail?.subject}\n${mail?.text}\n${mail?.html}`).not.toMatch(outside);
  });

  test('are in Spanish for who asked for Spanish', async () => {
    await post(request({ language: 'es' }));
    await settled();
    const mail = stack.mail.messages.find(({ to }) => to.includes(planted.email));
    expect(mail?.subject).toBe('Recibimos su nota');
    expect(mail?.text).toContain('antes de que termine el siguiente día hábil');
    expect(mail?.text).not.toMatch(outside);
  });

  test('tell the intake team that somebody waits, and nothing personal', async () => {
    const contact = { channel: 'text', value: '(303) 555-0123', safeToLeaveMessage: false };
    const { body } = await post(request({ contact }));
    await settled();
    expect(stack.mail.messages).toHaveLength(1);
    const [mail] = stack.mail.messages;
    expect(mail?.to).toEqual(['intake@juniperhollow.example']);
    expect(mail?.text).toContain(`Reference: ${body.reference}`);
    expect(`${mail?.subject}\n${mail?.text}`).not.toMatch(/planted|555|iop/i);
  });

  test('are not written for what was taken back before they went out', async () => {
    const { body } = await post(request());
    const [row] = await stack.database.query<OutboxRow>(
      `select * from public.outbox where sign_up_id = '${idOf(body)}' limit 1`,
    );
    await withdrawSignUp(idOf(body));
    for (const compose of Object.values(stepDownMails)) expect(row && (await compose(row))).toBeNull();
  });
});

describe('The list of programs', () => {
  test('is none for a page while the database is away, and the log says so', async () => {
    const logged = vi.spyOn(console, 'log').mockImplementation(() => {});
    await stack.takeDatabaseDown();
    try {
      expect(await programsNow('/step-down/groups')).toBeNull();
      expect(logged.mock.calls.map(([line]) => JSON.parse(String(line)) as unknown)).toEqual([
        {
          at: expect.any(String) as string,
          ...{ event: 'kept-programs-shown', route: '/step-down/groups', code: 'DatabaseUnavailable' },
        },
      ]);
    } finally {
      await stack.bringDatabaseBack();
      logged.mockRestore();
    }
    expect((await programsNow('/step-down/groups'))?.map(({ slug }) => slug)).toContain('evenings');
  });

  test('shows open groups with their seats, and may be kept at the edge for half a minute', async () => {
    const answer = await list(new Request(`${stack.origin}/api/step-down`), context);
    const programs = (await answer.json()) as Record<string, unknown>[];
    expect(programs.find(({ slug }) => slug === 'evenings')).toMatchObject({
      slug: 'evenings',
      title: expect.any(String),
      level: 'iop-evening',
      week: expect.any(String),
      cohorts: expect.arrayContaining([
        expect.objectContaining({
          startTime: '17:30',
          endTime: '20:30',
          timeZone: 'America/Denver',
          seats: 12,
        }),
      ]),
    });
    const ages = (answer.headers.get('netlify-cdn-cache-control') ?? '').match(/\d+/g)?.map(Number) ?? [];
    expect(ages.reduce((sum, age) => sum + age)).toBeLessThanOrEqual(30);
  });

  test('leaves out what is a draft, closed, or has begun', async () => {
    await stack.database.execute(`
      update public.cohorts set status = 'draft' where slug = 'evenings-birch';
      update public.cohorts set starts_on = current_date - 1 where slug = 'evenings-cedro';
      update public.programs set status = 'draft' where slug = 'circle';`);
    const answer = await list(new Request(`${stack.origin}/api/step-down`), context);
    const text = await answer.text();
    expect(text).toContain('evenings-aspen');
    expect(text).not.toMatch(/evenings-birch|evenings-cedro|circle/);
  });
});
