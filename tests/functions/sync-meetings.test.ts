import type { Context } from '@netlify/functions';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { composers } from '#mail/composers.ts';
import { deliverMail } from '#mail/deliver.ts';
import { meetingSources } from '#meetings/sync/sources.ts';
import { syncSources, type SyncOptions } from '#meetings/sync/sync.ts';
import { systemClock } from '#platform/clock.ts';
import { serviceDatabase } from '#platform/database.ts';
import sync from '../../netlify/functions/sync-meetings.ts';
import { startFeedServer, type FeedServer } from '../support/feed-server.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

/** The daily sync against a server of our own, with the database and the mails as they are in production. */

let stack: TestStack;
let feed: FeedServer;
beforeAll(async () => {
  stack = await startTestStack();
  feed = await startFeedServer();
});
beforeEach(async () => {
  await stack.database.execute(
    'delete from public.outbox; delete from public.meeting_sources; delete from auth.users',
  );
  feed.requests.length = 0;
  stack.mail.messages.length = 0;
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(async () => {
  await feed.close();
  await stack.close();
});

const addSource = (slug: string, url = feed.url) =>
  stack.database.execute(`insert into public.meeting_sources (slug, name, fellowship, format, url, time_zone)
    values ('${slug}', 'List ${slug}', 'aa', 'meeting-guide', '${url}', 'America/Denver')`);

const run = (options: SyncOptions = {}) =>
  syncSources(serviceDatabase(), { fetch: { allows: (address) => address === '127.0.0.1' }, ...options });

const rows = (...slugs: string[]) =>
  slugs.map((slug) => ({
    slug,
    name: `Meeting ${slug}`,
    day: 1,
    time: '19:00',
    address: '1 Elm St, Testville',
  }));
const serve = (body: unknown, headers: Record<string, string> = {}) => {
  feed.answers = (request, response) => {
    const known = headers['etag'] !== undefined && request.headers['if-none-match'] === headers['etag'];
    response.writeHead(known ? 304 : 200, headers);
    response.end(known ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
  };
};
const listed = async () =>
  (
    await stack.database.query<{ slug: string }>(
      "select slug from public.meetings where status = 'listed' order by 1",
    )
  ).map(({ slug }) => slug);
const everything = () =>
  stack.database.query('select to_jsonb(m) as row from public.meetings m order by slug');
const standing = async () => (await meetingSources(serviceDatabase()))[0];

describe('a source that answers', () => {
  test('is brought in, changes only what changed, and loses what vanished', async () => {
    await addSource('a');
    serve(rows('x', 'y', 'z'));
    expect(await run()).toEqual({ sources: [{ slug: 'a', outcome: 'imported', changes: 3 }], left: 0 });
    const before = await everything();
    serve([...rows('x', 'y'), { ...rows('z')[0], time: '20:00' }]);
    expect((await run()).sources).toEqual([{ slug: 'a', outcome: 'imported', changes: 1 }]);
    const after = await everything();
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after[2]).not.toEqual(before[2]);
    serve(rows('x', 'y'));
    expect((await run()).sources).toEqual([{ slug: 'a', outcome: 'imported', changes: 1 }]);
    expect(await listed()).toEqual(['a-x', 'a-y']);
  });

  test('is asked whether anything changed, and not read when nothing did', async () => {
    await addSource('a');
    serve(rows('x'), { etag: '"1"', 'last-modified': 'Sun, 01 Nov 2026 00:00:00 GMT' });
    await run();
    expect((await run()).sources).toEqual([{ slug: 'a', outcome: 'unchanged', changes: 0 }]);
    expect(feed.requests[1]?.headers).toMatchObject({
      'if-none-match': '"1"',
      'if-modified-since': 'Sun, 01 Nov 2026 00:00:00 GMT',
    });
    expect(await listed()).toEqual(['a-x']);
  });

  test('is read whole once a week, and when it is to be read another way', async () => {
    await addSource('a');
    serve(rows('x'), { etag: '"1"' });
    await run();
    await stack.database.execute("update public.meeting_sources set read_at = now() - interval '8 days'");
    expect((await run()).sources[0]?.outcome).toBe('imported');
    await stack.database.execute("update public.meeting_sources set fellowship = 'al-anon'");
    expect((await run()).sources).toEqual([{ slug: 'a', outcome: 'imported', changes: 1 }]);
  });

  test('keeps what staff call it', async () => {
    await addSource('a');
    serve(rows('x'));
    feed.answers = (_, response) =>
      void stack.database
        .execute("update public.meeting_sources set name = 'Renamed'")
        .then(() => response.end(JSON.stringify(rows('x'))));
    await run();
    expect(await standing()).toMatchObject({ name: 'Renamed', isFetched: true, failure: null });
  });
});

describe('a source that does not', () => {
  const half = `[${JSON.stringify(rows('x')[0])},{"slug":"y","na`;
  const big = ' '.repeat(26 << 20);
  test.each<[string, string | (() => void), string, RegExp]>([
    ['is a web page', '<!doctype html><title>Welcome</title>', 'html', /a web page, not .* the feed/],
    ['checks for robots', '<html><title>Just a moment...</title>', 'challenge', /a check for robots/],
    ['breaks off', half, 'truncated', /breaks off in the middle/],
    ['is empty', '', 'empty', /is empty/],
    ['is no JSON', 'Not Found', 'not-json', /not valid JSON/],
    ['has no list in it', '{"error":"no"}', 'no-list', /no list of meetings/],
    ['has shrunk by more than half', JSON.stringify(rows('x')), 'shrunk', /less than half/],
    ['has nothing in it', '[]', 'shrunk', /less than half/],
    ['is too large', big, 'too-large', /larger than 25 MB/],
    [
      'is down',
      () => (feed.answers = (_, response) => void response.writeHead(502).end()),
      'status-502',
      /error \(502\)/,
    ],
    [
      'hangs up',
      () => (feed.answers = (_, response) => void response.destroy()),
      'unreachable',
      /cannot be reached/,
    ],
    [
      'leads home',
      () =>
        (feed.answers = (_, response) =>
          void response.writeHead(302, { location: 'http://10.0.0.1/' }).end()),
      'private-address',
      /private network/,
    ],
    [
      'leads in a circle',
      () => (feed.answers = (_, response) => void response.writeHead(302, { location: feed.url }).end()),
      'redirects',
      /in a circle/,
    ],
    ['never answers', () => (feed.answers = () => {}), 'slow', /did not send the feed within/],
  ])(
    'because it %s, is refused with a plain reason, and its last good copy stays',
    async (_, bad, code, reason) => {
      await addSource('a');
      serve(rows('x', 'y', 'z'));
      await run();
      const before = await everything();
      if (typeof bad === 'string') serve(bad);
      else bad();
      const { sources } = await run({ fetchLimit: code === 'slow' ? 300 : 10_000 });
      expect(sources).toEqual([{ slug: 'a', outcome: 'failing', changes: 0, code }]);
      expect(await everything()).toEqual(before);
      const now = await standing();
      expect(now?.failure).toMatch(reason);
      expect(now?.failure).not.toMatch(/secret-key|127\.0\.0\.1/);
      expect(now?.failingSince).not.toBeNull();
    },
  );

  test('fails from the first time on, until it answers again', async () => {
    await addSource('a');
    serve('<html>');
    await run();
    const first = await standing();
    await run();
    expect(await standing()).toMatchObject({ failingSince: first?.failingSince });
    serve(rows('x'));
    await run();
    expect(await standing()).toMatchObject({ failingSince: null, failure: null });
  });
});

describe('telling staff', () => {
  const days = (count: number) =>
    stack.database.execute(
      `update public.meeting_sources set failing_since = failing_since - interval '${count} days' where failing_since is not null`,
    );
  beforeEach(() =>
    stack.database.execute(
      ['coordinator', 'admin', 'clinician', 'editor', 'gone']
        .map(
          (role, index) => `
          insert into auth.users (id, email) values ('00000000-0000-4000-8000-00000000000${index}', '${role}@example.org');
          insert into public.staff (user_id, email, display_name, role, active) values
            ('00000000-0000-4000-8000-00000000000${index}', '${role}@example.org', 'X',
             '${role === 'gone' ? 'admin' : role}', ${role !== 'gone'});`,
        )
        .join(''),
    ),
  );
  const mailed = async () => {
    await deliverMail(composers);
    return stack.mail.messages.map(({ to }) => to[0]).sort();
  };

  test('happens after three days, once in each spell, and to who can do something about it', async () => {
    await addSource('a');
    serve('<html>');
    await run();
    await days(2);
    await run();
    expect(await mailed()).toEqual([]);
    await days(1);
    await run();
    await run();
    expect(await mailed()).toEqual(['admin@example.org', 'coordinator@example.org']);
    await days(9);
    await run();
    expect(await mailed()).toHaveLength(2);
    // well again, and ill again
    serve(rows('x'));
    await run();
    serve('<html>');
    await run();
    await days(3);
    await run();
    expect(await mailed()).toHaveLength(4);
  });

  test('says which list and why, under a subject that says nothing, and never the address', async () => {
    await addSource('a');
    serve('<html>');
    await run();
    await days(3);
    await run();
    await mailed();
    const [mail] = stack.mail.messages;
    expect(mail?.subject).toBe('A list on the site needs a look');
    expect(mail?.text).toContain('List: List a');
    expect(mail?.text).toContain('a web page, not with the feed');
    expect(JSON.stringify(mail)).not.toMatch(/secret-key|127\.0\.0\.1|feed\.json/);
  });

  test('is left when the list came in meanwhile', async () => {
    await addSource('a');
    serve('<html>');
    await run();
    await days(3);
    await run();
    serve(rows('x'));
    await run();
    expect(await mailed()).toEqual([]);
  });
});

describe('time', () => {
  test('is shared: what there was none for comes first next time', async () => {
    for (const slug of ['a', 'b', 'c']) await addSource(slug);
    await stack.database.execute(
      "update public.meeting_sources set checked_at = now() - case slug when 'b' then interval '3 days' else interval '2 days' end",
    );
    serve(rows('x'));
    expect(await run({ timeBox: 7000 })).toEqual({ sources: [], left: 3 });
    const order = (await run()).sources.map(({ slug }) => slug);
    expect(order[0]).toBe('b');
    expect([...order].sort()).toEqual(['a', 'b', 'c']);
  });

  test('a slow server keeps no other waiting for long, and one that had less time than others is no failure', async () => {
    await addSource('a');
    feed.answers = () => {};
    const { sources, left } = await run({ timeBox: 8100 });
    expect(sources).toEqual([{ slug: 'a', outcome: 'unfinished', changes: 0, code: 'slow' }]);
    expect(left).toBe(1);
    expect(await standing()).toMatchObject({ checkedAt: null, failingSince: null });
  });

  test('two runs at once ask each source once', async () => {
    for (const slug of ['a', 'b', 'c', 'd']) await addSource(slug, feed.url.replace('secret-key', slug));
    serve(rows('x'));
    const reports = await Promise.all([run(), run()]);
    expect(
      reports
        .flatMap(({ sources }) => sources)
        .map(({ slug }) => slug)
        .sort(),
    ).toEqual(['a', 'b', 'c', 'd']);
    expect(feed.requests).toHaveLength(4);
  });

  test('a database whose clock is behind is not asked for the same source for ever', async () => {
    for (const slug of ['a', 'b']) await addSource(slug);
    serve(rows('x'));
    const ahead = () => systemClock().add({ minutes: 5 });
    const { sources } = await run({ clock: ahead });
    expect(sources.map(({ slug }) => slug).sort()).toEqual(['a', 'b']);
    expect(feed.requests).toHaveLength(2);
  });

  test('a run that died with a source is a failure of that source, and not of the next run', async () => {
    await addSource('a');
    await stack.database.execute(
      "update public.meeting_sources set claimed_at = now() - interval '1 minute'",
    );
    serve(rows('x'));
    expect((await run()).sources).toEqual([]);
    await stack.database.execute(
      "update public.meeting_sources set claimed_at = now() - interval '3 minutes'",
    );
    serve('<html>');
    expect((await run()).sources).toHaveLength(1);
    const [source] = await stack.database.query<{ failing_since: string | Date }>(
      'select failing_since from public.meeting_sources',
    );
    expect(Date.now() - Number(new Date(source?.failing_since ?? ''))).toBeGreaterThan(170_000);
  });
});

test('the function itself asks nobody in a private network, says so, and logs no address', async () => {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  await addSource('a');
  const response = await sync(new Request('http://localhost/'), { requestId: '1' } as Context);
  expect(await response.json()).toEqual({ checked: 1, left: 0 });
  expect(feed.requests).toEqual([]);
  expect((await standing())?.failure).toContain('private network');
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
    expect.objectContaining({ event: 'feed-failing', route: 'a', code: 'private-address' }),
  ]);
  expect(lines.join()).not.toMatch(/secret-key|127\.0\.0\.1/);
});
