import type { Context } from '@netlify/functions';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { queueAlerts } from '#mail/alerts.ts';
import { composers } from '#mail/composers.ts';
import { deliverMail } from '#mail/deliver.ts';
import { publicDatabase } from '#platform/database.ts';
import deliver from '../../netlify/functions/deliver-mail.ts';
import health from '../../netlify/functions/health.ts';
import lookAfter from '../../netlify/functions/look-after.ts';
import purge from '../../netlify/functions/purge-expired.ts';
import { schedulePeriods } from '../../local/netlify.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** What stands still is seen from outside, and told to the admins: once a day, and no longer than it is so. */

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
  await run(readFileSync(new URL('../../supabase/seed/100_staff.sql', import.meta.url), 'utf8'));
  // the first call writes functions of Auth's into the catalogue, which takes longer than a watcher waits
  await asked();
});
afterAll(() => stack.close());

const admin = 'admin@juniperhollow.example';
const run = (sql: string) => stack.database.execute(sql);
const context = { ip: '203.0.113.9', requestId: 'test' } as Context;
const asked = (path = '/api/health') => health(new Request(`http://localhost:4321${path}`), context);
const late = async () => ((await (await asked()).json()) as { late: string[] | null }).late;
const scheduledCall = () => new Request('http://localhost/', { method: 'POST' });
const ago = (task: string, time: string) =>
  run(`update public.task_runs set done_at = now() - interval '${time}' where task = '${task}'`);

let mails = 0;
/** A mail that waits, with one column as said. */
const waiting = (column: string, value: string) =>
  run(
    `insert into public.outbox (kind, transition, ${column}) values ('intake-daily', ${++mails}, ${value})`,
  );
const failingFeed = (since: string) =>
  run(`
    insert into public.meeting_sources (slug, name, fellowship, format, url, time_zone, failing_since, failure)
    values ('a-feed', 'A feed', 'aa', 'meeting-guide', 'https://example.org/', 'America/Denver', ${since}, 'Not found.')
    on conflict (slug) do update set failing_since = excluded.failing_since, failure = excluded.failure`);
const overdueSignUp = () =>
  run(`
    insert into public.sign_ups (id, reference, kind, channel, sealed, key_id, contact_key, asked_at)
    values (gen_random_uuid(), 'ABCD-2345', 'mentor', 'email', repeat('a', 100) || '..b.' || repeat('c', 100) || '.d', 'key', repeat('c', 43), now() - interval '60 days')`);

/** One round: what is queued, then what the next minute's delivery brings. */
async function round(): Promise<{ queued: number; mails: TestStack['mail']['messages'] }> {
  stack.mail.messages.length = 0;
  const { queued } = (await (await lookAfter(scheduledCall(), context)).json()) as { queued: number };
  await deliver(scheduledCall(), context);
  return { queued, mails: [...stack.mail.messages] };
}
/** As if everything queued so far had been a day and an hour earlier. */
const aDayLater = () =>
  run(`update public.outbox set created_at = created_at - interval '25 hours' where kind like 'alert-%'`);

beforeEach(() =>
  run(`
    delete from public.outbox;
    delete from public.sign_ups;
    update public.task_runs set done_at = now();
    update public.meeting_sources set failing_since = null, failure = null;`),
);

describe('/api/health', () => {
  test('says that the database answers, which site it is, and that nothing stands still', async () => {
    const answer = await asked();
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      ok: true,
      database: true,
      version: expect.any(String) as string,
      // of a site that was not built yet
      builtAt: expect.toBeOneOf([null, expect.any(String)]) as string | null,
      late: [],
    });
  });

  const stops: [part: string, how: () => Promise<unknown>][] = [
    ['mail', () => ago('deliver-mail', '11 minutes')],
    ['mail', () => waiting('due_at', "now() - interval '31 minutes'")],
    ['mail', () => waiting('attempts', '6')],
    ['tasks', () => ago('event-tasks', '31 minutes')],
    ['tasks', () => ago('sync-meetings', '37 hours')],
    ['tasks', () => ago('look-after', '4 hours')],
    ['purge', () => ago('purge-expired', '37 hours')],
    ['lists', () => failingFeed("now() - interval '73 hours'")],
  ];
  test.each(stops)(
    'names %s when it stands still, and stays 200 unless asked strictly',
    async (part, stop) => {
      expect((await asked('/api/health?strict')).status).toBe(200);
      await stop();
      expect(await late()).toEqual([part]);
      expect((await asked()).status).toBe(200);
      const strict = await asked('/api/health?strict');
      expect(strict.status).toBe(503);
      expect(await strict.json()).toMatchObject({ ok: true, late: [part] });
    },
  );

  test('is patient: what is late by less says nothing', async () => {
    await ago('deliver-mail', '9 minutes');
    await ago('purge-expired', '35 hours');
    await waiting('attempts', '5');
    await failingFeed("now() - interval '71 hours'");
    expect(await late()).toEqual([]);
  });

  test('says nothing about people: neither who waits nor what could not be delivered', async () => {
    await waiting('status', "'failed'");
    await overdueSignUp();
    expect(await late()).toEqual([]);
  });

  test('a visitor who asks the database itself learns the same and reads no row', async () => {
    const { data } = await publicDatabase().rpc('late_work');
    expect(data).toEqual([]);
    expect((await publicDatabase().from('task_runs').select('*')).data ?? []).toEqual([]);
    expect((await publicDatabase().rpc('note_task_done', { p_task: 'deliver-mail' })).error?.code).toBe(
      '42501',
    );
    expect((await publicDatabase().rpc('queue_alerts', { p_overdue: true })).error?.code).toBe('42501');
  });

  test('is 503 with Retry-After while the database does not answer', async () => {
    await stack.takeDatabaseDown();
    const answer = await asked();
    await stack.bringDatabaseBack();
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(await answer.json()).toMatchObject({ ok: false, database: false, late: null });
  });
});

describe('the tasks', () => {
  const folder = new URL('../../netlify/functions/', import.meta.url);
  const schedules = readdirSync(folder).flatMap((name) => {
    const schedule = /schedule: '([^']+)'/.exec(readFileSync(new URL(name, folder), 'utf8'))?.[1];
    return schedule ? [{ task: name.replace('.ts', ''), period: schedulePeriods[schedule] ?? 0 }] : [];
  });

  test('each function with a schedule is known, says when it was done, and has more than one period of patience', async () => {
    const known = await stack.database.query<{ task: string; milliseconds: number }>(
      'select task, (extract(epoch from late_after) * 1000)::float8 as milliseconds from public.task_runs order by task',
    );
    expect(known.map(({ task }) => task)).toEqual(schedules.map(({ task }) => task).sort());
    for (const { task, period } of schedules) {
      const patience = known.find((one) => one.task === task)?.milliseconds;
      expect(patience, task).toBeGreaterThan(period);
      expect(readFileSync(new URL(`${task}.ts`, folder), 'utf8')).toContain(`scheduled('${task}'`);
    }
  });

  test('one that comes to its end is late no more', async () => {
    await ago('deliver-mail', '2 hours');
    await ago('purge-expired', '3 days');
    expect(await late()).toEqual(['mail', 'purge']);
    expect((await deliver(scheduledCall(), context)).status).toBe(200);
    expect((await purge(scheduledCall(), context)).status).toBe(200);
    expect(await late()).toEqual([]);
  });

  test('negative control: one that fails stays late', async () => {
    await ago('purge-expired', '3 days');
    await run('alter function public.purge_rsvps(integer) rename to gone');
    expect((await purge(scheduledCall(), context)).status).toBe(500);
    await run('alter function public.gone(integer) rename to purge_rsvps');
    expect(await late()).toEqual(['purge']);
  });
});

describe('alerts to admins', () => {
  const problems: [kind: string, page: string, begin: () => Promise<unknown>, end: () => Promise<unknown>][] =
    [
      [
        'alert-undelivered',
        '/staff/mail/',
        () => waiting('status', "'unknown'"),
        () => run("update public.outbox set status = 'dropped' where status = 'unknown'"),
      ],
      [
        'alert-purge',
        '/staff/record/',
        () => ago('purge-expired', '37 hours'),
        () => ago('purge-expired', '0'),
      ],
      ['alert-tasks', '/staff/', () => ago('publish-due', '2 hours'), () => ago('publish-due', '0')],
      ['alert-overdue', '/staff/step-down/', overdueSignUp, () => run('delete from public.sign_ups')],
    ];

  test.each(problems)(
    '%s: one a day to each admin, until it is well again',
    async (kind, page, begin, end) => {
      expect((await round()).queued).toBe(0);
      await begin();
      const { queued, mails } = await round();
      expect(queued).toBe(1);
      expect(mails.map(({ to, subject }) => ({ to, subject }))).toEqual([
        { to: [admin], subject: 'The site needs a look' },
      ]);
      expect(mails[0]?.text).toContain(`${stack.origin}${page}`);
      expect(mails[0]?.text).not.toMatch(/\d+ (people|mails)|planted|@(?!juniperhollow)/i);
      expect((await round()).queued, 'an hour later').toBe(0);
      await aDayLater();
      expect((await round()).mails, 'the next day').toHaveLength(1);
      await aDayLater();
      await end();
      expect((await round()).queued, 'well again').toBe(0);
      const kinds = await stack.database.query<{ kind: string }>(
        "select distinct kind from public.outbox where kind like 'alert-%'",
      );
      expect(kinds).toEqual([{ kind }]);
    },
  );

  test('one that is queued while mail stands still is dropped when it is well by the time mail goes again', async () => {
    await ago('purge-expired', '37 hours');
    expect(await queueAlerts(false)).toBe(1);
    await ago('purge-expired', '0');
    stack.mail.messages.length = 0;
    await deliverMail(composers);
    expect(stack.mail.messages).toEqual([]);
    expect(await outcomes()).toEqual(['dropped']);
    await ago('purge-expired', '37 hours');
    expect((await round()).mails, 'when it stands still once more').toHaveLength(1);
  });

  test('goes to admins who are there, and to nobody else', async () => {
    await run(`update public.staff set active = false where role = 'admin'`);
    await ago('purge-expired', '37 hours');
    expect((await round()).queued).toBe(0);
    await run(`update public.staff set active = true where role = 'admin'`);
    expect(await queueAlerts(false)).toBe(1);
    await run(`update public.staff set role = 'editor' where email = '${admin}'`);
    stack.mail.messages.length = 0;
    await deliverMail(composers);
    await run(`update public.staff set role = 'admin' where email = '${admin}'`);
    expect(stack.mail.messages).toEqual([]);
  });

  test('an alert that bounces makes no alert about itself', async () => {
    await ago('purge-expired', '37 hours');
    await round();
    await run("update public.outbox set status = 'failed' where kind = 'alert-purge'");
    await ago('purge-expired', '0');
    expect((await round()).queued).toBe(0);
  });

  test('two rounds at the same moment are one mail', async () => {
    await ago('purge-expired', '37 hours');
    await Promise.all([queueAlerts(false), queueAlerts(false)]);
    expect(await outcomes()).toEqual(['queued']);
  });
});

const outcomes = async () =>
  (
    await stack.database.query<{ status: string }>(
      "select status from public.outbox where kind like 'alert-%'",
    )
  ).map(({ status }) => status);
