import type { Context } from '@netlify/functions';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { purgeReports } from '#meetings/reports/report-store.ts';
import { honeypotField } from '#platform/guard.ts';
import reports from '../../netlify/functions/meetings-reports.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** What visitors tell us about the list, through the function as it is deployed. */

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ seed: true });
});
afterAll(() => stack.close());
beforeEach(() =>
  stack.database.execute('delete from public.meeting_reports; delete from public.rate_limits'),
);

const context = { ip: '203.0.113.31', requestId: 'test' } as Context;
const post = async (body: unknown, headers: Record<string, string> = {}) => {
  const answer = await reports(
    new Request(`${stack.origin}/api/meetings/reports`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
    context,
  );
  return {
    status: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as { status?: unknown; errors?: Record<string, string[]>; title?: string },
  };
};
const stored = () =>
  stack.database.query<Record<string, unknown>>(
    `select r.kind, r.reason, r.name, r.proposed, r.message, r.contact, r.status, m.slug
     from public.meeting_reports r left join public.meetings m on m.id = r.meeting_id order by r.created_at`,
  );
const slug = 'noon-monday';

describe('The contract', () => {
  test('a meeting that is missing is taken with 202 and kept by nobody on the way', async () => {
    const { status, headers, body } = await post({
      kind: 'new',
      name: 'Porch light',
      message: 'Mondays at 7 pm',
    });
    expect(status).toBe(202);
    expect(body).toEqual({ status: 'received' });
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(await stored()).toMatchObject([
      {
        kind: 'new',
        name: 'Porch light',
        message: 'Mondays at 7 pm',
        contact: null,
        status: 'open',
        slug: null,
      },
    ]);
  });

  test('a correction names its meeting, and a contact is kept as it can be used', async () => {
    const { status } = await post({
      ...{ kind: 'correction', slug, message: 'It moved upstairs.', contact: '(303) 555-0188' },
      proposed: { location: 'Upstairs', startTime: '12:15' },
    });
    expect(status).toBe(202);
    expect(await stored()).toMatchObject([
      { slug, contact: '+13035550188', proposed: { location: 'Upstairs', startTime: '12:15' } },
    ]);
  });

  test('a closed one needs no more words', async () => {
    expect((await post({ kind: 'closed', slug })).status).toBe(202);
    expect(
      (await post({ kind: 'closed', slug, reason: 'this-week', contact: '', message: ' ' })).status,
    ).toBe(202);
    expect(await stored()).toMatchObject([
      { kind: 'closed', reason: null },
      { kind: 'closed', reason: 'this-week', message: null },
    ]);
  });

  test('the list itself stays as it is', async () => {
    const list = () => stack.database.query('select public.meeting_list_version() as version');
    const before = await list();
    await post({ kind: 'closed', slug, reason: 'for-good' });
    expect(await list()).toEqual(before);
  });
});

describe('Bad input', () => {
  test.each<[string, Record<string, unknown>, string[]]>([
    ['no kind', { slug, message: 'x' }, ['kind']],
    ['a kind we do not know', { kind: 'spam', slug, message: 'x' }, ['kind']],
    ['a correction of nothing', { kind: 'correction', message: 'x' }, ['slug']],
    ['a correction that says nothing', { kind: 'correction', slug }, ['message']],
    ['a new one without a name', { kind: 'new', message: 'Mondays' }, ['name']],
    ['a name of several lines', { kind: 'new', name: 'a\nb', message: 'x' }, ['name']],
    ['half an address', { kind: 'closed', slug, contact: 'ana@' }, ['contact']],
    ['a contact that is none', { kind: 'closed', slug, contact: 'ask Ana' }, ['contact']],
    ['a word too many', { kind: 'closed', slug, message: 'm'.repeat(2001) }, ['message']],
    ['a field nobody asked for', { kind: 'closed', slug, status: 'accepted' }, ['form']],
    [
      'a script as a link',
      { kind: 'correction', slug, proposed: { joinUrl: 'javascript:alert(1)' } },
      ['proposed.joinUrl'],
    ],
    [
      'a column that nobody may propose',
      { kind: 'correction', slug, message: 'x', proposed: { status: 'gone' } },
      ['proposed'],
    ],
  ])('%s is 422 and says where', async (_what, body, fields) => {
    const answer = await post(body);
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    expect(Object.keys(answer.body.errors ?? {})).toEqual(fields);
    expect(await stored()).toEqual([]);
  });

  test('a meeting that we do not list is 404', async () => {
    expect((await post({ kind: 'closed', slug: 'no-such-meeting' })).status).toBe(404);
    await stack.database.execute(`update public.meetings set status = 'gone' where slug = 'early-light'`);
    expect((await post({ kind: 'closed', slug: 'early-light' })).status).toBe(404);
    expect(await stored()).toEqual([]);
  });

  test('another site and who fills in the hidden field are refused', async () => {
    expect((await post({ kind: 'closed', slug }, { Origin: 'https://evil.example' })).status).toBe(403);
    expect((await post({ kind: 'closed', slug, [honeypotField]: 'x' })).status).toBe(400);
    expect(await stored()).toEqual([]);
  });
});

describe('Too much', () => {
  test('the same report pressed twice is one, with the same answer', async () => {
    const report = { kind: 'closed', slug, reason: 'link', idempotencyKey: 'one-intention' };
    expect([(await post(report)).status, (await post(report)).status]).toEqual([202, 202]);
    expect(await stored()).toHaveLength(1);
    const inWords = { kind: 'new', name: 'Porch light', message: 'Mondays' };
    await Promise.all([post(inWords), post(inWords), post(inWords)]);
    expect(await stored()).toHaveLength(2);
  });

  test('after sixty from one address comes 429 with the time to wait', async () => {
    for (let sent = 0; sent < 60; sent++)
      expect((await post({ kind: 'new', name: 'n', message: `m ${sent}` })).status).toBe(202);
    const { status, headers } = await post({ kind: 'new', name: 'n', message: 'one more' });
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('more about one meeting than anybody can read is 503, and other meetings are still heard', async () => {
    await stack.database.execute(`
      insert into public.meeting_reports (kind, meeting_id, submission_key)
      select 'closed', id, 'key-' || number from public.meetings, generate_series(1, 50) number where slug = '${slug}'`);
    expect((await post({ kind: 'closed', slug })).status).toBe(503);
    expect((await post({ kind: 'closed', slug: 'secular-steps' })).status).toBe(202);
  });

  test('an outage is 503 with Retry-After', async () => {
    await stack.takeDatabaseDown();
    const { status, headers } = await post({ kind: 'closed', slug });
    await stack.bringDatabaseBack();
    expect(status).toBe(503);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

test('reports are forgotten 30 days after they were settled, and after 180 days whatever became of them', async () => {
  await stack.database.execute(`
    insert into public.meeting_reports (kind, name, submission_key, status, handled_at, created_at) values
      ('new', 'settled long ago', 'a', 'declined', now() - interval '31 days', now() - interval '40 days'),
      ('new', 'settled lately', 'b', 'accepted', now() - interval '29 days', now() - interval '100 days'),
      ('new', 'waiting', 'c', 'open', null, now() - interval '179 days'),
      ('new', 'waited too long', 'd', 'open', null, now() - interval '181 days')`);
  expect(await purgeReports(30, 180)).toBe(2);
  expect((await stored()).map(({ name }) => name)).toEqual(['waiting', 'settled lately']);
});
