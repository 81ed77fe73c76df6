import type { Context } from '@netlify/functions';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CompactList } from '#meetings/compact.ts';
import { importFeed } from '#meetings/import/import-feed.ts';
import type { NextMeeting } from '#meetings/next.ts';
import type { EmbeddedSupabase } from '../../local/database/supabase.ts';
import feed from '../../netlify/functions/meetings-feed.ts';
import next from '../../netlify/functions/meetings-next.ts';
import list from '../../netlify/functions/meetings.ts';
import { meetingsDatabase } from '../database/meetings-database.ts';

let database: EmbeddedSupabase;
let reach: typeof fetch;
beforeAll(async () => {
  database = await meetingsDatabase({ seeded: true });
  reach = globalThis.fetch;
}, 60_000);
beforeEach(() => vi.stubGlobal('fetch', reach));
afterAll(() => database.close());

const ask = (handler: typeof list, headers: Record<string, string> = {}, method = 'GET') =>
  handler(new Request('http://localhost:4321/api', { headers, method }), { ip: '192.0.2.1' } as Context);

describe('GET /api/meetings', () => {
  test('answers the whole list with what the CDN may do with it', async () => {
    const response = await ask(list);
    const body = (await response.json()) as CompactList;
    expect(response.status).toBe(200);
    expect(body.meetings.length).toBeGreaterThanOrEqual(40);
    expect(body.timeZone).toBe('America/Denver');
    expect(body.meetings.find(({ slug }) => slug === 'sunrise-online')).toMatchObject({
      ...{
        day: 4,
        start: '06:30',
        zone: 'America/New_York',
        here: { day: 4, start: '04:30' },
        video: 'Zoom',
      },
    });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'public, max-age=0, must-revalidate',
      'netlify-cdn-cache-control': 'public, durable, max-age=60, stale-while-revalidate=600',
      'netlify-cache-tag': 'meetings',
      'x-content-type-options': 'nosniff',
    });
  });

  test('an asker who has it already is told so, until it changes', async () => {
    const etag = (await ask(list)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    const again = await ask(list, { 'If-None-Match': `W/${etag}` });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    await database.execute(
      "update public.meetings set name = 'First Light', updated_at = now() where slug = 'early-light'",
    );
    expect((await ask(list, { 'If-None-Match': etag })).status).toBe(200);
  });

  test('takes GET only, and says plainly when the database is down', async () => {
    expect((await ask(list, {}, 'POST')).status).toBe(405);
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
    const response = await ask(list);
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
  const records = (await (await ask(feed)).json()) as { slug: string }[];
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
