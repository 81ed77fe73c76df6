import { gzipSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { meetingSources } from '#meetings/sync/sources.ts';
import { syncSources } from '#meetings/sync/sync.ts';
import { serviceDatabase } from '#platform/database.ts';
import meetings from '../../netlify/functions/meetings.ts';
import { startFeedServer, type FeedServer } from '../support/feed-server.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { ask } from './asking.ts';
import { saw, seconds } from './seen.ts';

/** A list that was good and turns hostile. tests/functions/sync-meetings.test.ts has each trouble and what staff hear. */

let stack: TestStack;
let feed: FeedServer;
beforeAll(async () => {
  stack = await startTestStack();
  feed = await startFeedServer();
  await stack.database
    .execute(`insert into public.meeting_sources (slug, name, fellowship, format, url, time_zone)
    values ('a', 'A list', 'aa', 'meeting-guide', '${feed.url}', 'America/Denver')`);
});
afterAll(async () => {
  await feed.close();
  await stack.close();
});

const run = async (fetchLimit = 10_000) =>
  (
    await syncSources(serviceDatabase(), {
      fetchLimit,
      fetch: { allows: (address) => address === '127.0.0.1' },
    })
  ).sources[0];
const row = (slug: string, more = {}) => ({
  slug,
  name: slug,
  day: 1,
  time: '19:00',
  address: '1 Elm St, Testville',
  ...more,
});
const rows = ['x', 'y', 'z'].map((slug) => row(slug));
const serve =
  (body: string | Buffer, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(200, headers).end(body);
const everything = () =>
  stack.database.query('select to_jsonb(m) as row from public.meetings m order by slug');
const standing = async () => (await meetingSources(serviceDatabase()))[0];

const hostile: Record<string, (response: ServerResponse) => void> = {
  'larger than it may be': serve(' '.repeat(26 << 20)),
  'a bomb in gzip': serve(gzipSync(Buffer.alloc(100 << 20, ' ')), { 'content-encoding': 'gzip' }),
  'a drip': (response) => {
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drip));
  },
  'no answer': () => {},
  'a redirect into a private network': (response) =>
    void response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  'a redirect to a file': (response) =>
    void response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  'a web page': serve('<!doctype html><title>Welcome</title>'),
  'JSON that breaks off': serve(JSON.stringify(rows).slice(0, -10)),
  'a thousand brackets deep': serve('['.repeat(100_000) + ']'.repeat(100_000)),
  'other types than meetings': serve(
    JSON.stringify([1, null, [], 'x', { slug: {}, name: 7, day: 'x', time: [] }]),
  ),
  nothing: serve('[]'),
  'an error': (response) => void response.writeHead(500).end(),
};

test('each way of it leaves the last list as it was, and is told', async () => {
  vi.spyOn(console, 'log').mockReturnValue();
  feed.answers = (_, response) => serve(JSON.stringify(rows))(response);
  expect(await run()).toMatchObject({ outcome: 'imported', changes: 3 });
  const before = await everything();
  const list = (await ask(meetings, '/api/meetings')).body;

  const codes = new Set<string>();
  let slowest = 0;
  for (const [what, answers] of Object.entries(hostile)) {
    feed.answers = (_, response) => answers(response);
    const started = performance.now();
    const outcome = await run(what === 'a drip' || what === 'no answer' ? 400 : 10_000);
    slowest = Math.max(slowest, performance.now() - started);
    expect(outcome, what).toMatchObject({ outcome: 'failing', changes: 0 });
    codes.add(String(outcome?.code));
    expect(await everything(), what).toEqual(before);
    expect((await standing())?.failingSince, what).not.toBeNull();
  }
  const seen = await ask(meetings, '/api/meetings');
  expect(seen.status).toBe(200);
  expect(seen.body).toEqual(list);

  feed.answers = (_, response) => serve(JSON.stringify([...rows, row('w')]))(response);
  expect(await run()).toMatchObject({ outcome: 'imported', changes: 1 });
  expect((await standing())?.failingSince).toBeNull();
  await saw('feed-hostile', {
    visitor: `${seen.status}, the last good list, in each of ${Object.keys(hostile).length} ways. Staff read which list fails since when, and why`,
    lost: `0 of ${before.length} meetings; the next good list is taken`,
    figures: [`${codes.size} reasons told: ${[...codes].join(', ')}`, `the slowest took ${seconds(slowest)}`],
  });
});
