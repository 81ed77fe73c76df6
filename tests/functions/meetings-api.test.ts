import type { Context } from '@netlify/functions';
import { describe, expect, test, vi } from 'vitest';
import { MeetingIndex } from '#meetings/finder/meeting-index.ts';
import type { ListBlock, ListHead } from '#meetings/finder/wire.ts';
import { importFeed } from '#meetings/import/import-feed.ts';
import type { NextMeeting } from '#meetings/next.ts';
import feed from '../../netlify/functions/meetings-feed.ts';
import next from '../../netlify/functions/meetings-next.ts';
import wordsBesides from '../../netlify/functions/meetings-words.ts';
import list from '../../netlify/functions/meetings.ts';
import { seededMeetings } from '../database/meetings-database.ts';

const meetings = seededMeetings();

const ask = (handler: typeof list, headers: Record<string, string> = {}, method = 'GET') =>
  handler(new Request('http://localhost:4321/api', { headers, method }), {
    ip: '192.0.2.1',
    requestId: 'request-1',
  } as Context);

describe('GET /api/meetings', () => {
  test('answers the whole list with what the CDN may do with it', async () => {
    const response = await ask(list);
    const [head, ...blocks] = (await response.json()) as [ListHead, ...ListBlock[]];
    const index = new MeetingIndex(head);
    for (const block of blocks) index.add(block);
    expect(response.status).toBe(200);
    expect(index.size).toBeGreaterThanOrEqual(40);
    expect(head).toMatchObject({ timeZone: 'America/Denver', total: index.size });
    const row = Array.from({ length: index.size }, (_, number) => index.slugOf(number)).indexOf(
      'sunrise-online',
    );
    expect(index.at[row]).toBe(4 * 1440 + 390);
    expect(head.zones[index.zone[row] ?? -1]).toBe('America/New_York');
    expect(head.videos[(index.video[row] ?? 0) - 1]).toBe('Zoom');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'public, max-age=0, must-revalidate',
      'netlify-cdn-cache-control': 'public, durable, max-age=60, stale-while-revalidate=600',
      'netlify-cache-tag': 'meetings',
      'x-content-type-options': 'nosniff',
    });
  });

  test('each block stands on a line of its own, so that it can be read as it comes', async () => {
    const [first = '', ...lines] = (await (await ask(list)).text()).trimEnd().split('\n');
    expect(JSON.parse(first.replace(/^\[/, '').replace(/,$/, ''))).toHaveProperty('total');
    for (const line of lines) expect(JSON.parse(line.replace(/[,\]]$/, ''))).toHaveProperty('name');
  });

  test('what words may match besides comes apart, row by row, in the same version', async () => {
    const [head] = (await (await ask(list)).json()) as [ListHead];
    const { version, more } = (await (await ask(wordsBesides)).json()) as { version: string; more: string[] };
    expect(version).toBe(head.version);
    expect(more).toHaveLength(head.total);
    expect(more.join(' ')).toContain('cottonwood');
  });

  test('an asker who has it already is told so, until it changes', async () => {
    const etag = (await ask(list)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    const again = await ask(list, { 'If-None-Match': `W/${etag}` });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    await meetings.database.execute(
      "update public.meetings set name = 'First Light', updated_at = now() where slug = 'early-light'",
    );
    expect((await ask(list, { 'If-None-Match': etag })).status).toBe(200);
  });

  test('takes GET only', async () => {
    expect((await ask(list, {}, 'POST')).status).toBe(405);
  });

  test('in an outage answers the list it read last, for nobody to keep', async () => {
    const before = await (await ask(list)).text();
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
    const response = await ask(list);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(before);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('netlify-cdn-cache-control')).toBeNull();
  });

  test('says plainly when the database is down and there is no list to fall back on', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
    const response = await ask(feed);
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });
});

test('GET /api/meetings/next answers three, soonest first, none of them paused', async () => {
  const { meetings } = (await (await ask(next)).json()) as { meetings: NextMeeting[] };
  expect(meetings).toHaveLength(3);
  const starts = meetings.map(({ startsAt }) => Date.parse(startsAt));
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  expect(starts[0]).toBeGreaterThan(Date.now() - 11 * 60_000);
});

test('GET /api/meetings/feed.json is a feed our own importer keeps whole, without alumni-only groups', async () => {
  const response = await ask(feed);
  // finders that run in a browser elsewhere read it from there
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  const records = (await response.json()) as { slug: string }[];
  expect(records.some(({ slug }) => slug === 'alumni-friday-supper')).toBe(true);
  expect(records.some(({ slug }) => slug === 'alumni-monday-check-in')).toBe(false);
  const context = {
    format: 'meeting-guide',
    fellowship: 'aa',
    source: 'ours',
    timeZone: 'America/Denver',
  } as const;
  const { data } = importFeed(records, context);
  expect(data?.rows.filter(({ outcome }) => outcome !== 'kept')).toEqual([]);
});
