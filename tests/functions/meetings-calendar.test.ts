import type { Context } from '@netlify/functions';
import { describe, expect, test, vi } from 'vitest';
import calendar from '../../netlify/functions/meetings-calendar.ts';
import { seededMeetings } from '../database/meetings-database.ts';
import { readCalendar } from '../support/calendar-reader.ts';

const meetings = seededMeetings();

const ask = (query: string, headers: Record<string, string> = {}) =>
  calendar(new Request(`http://localhost:4321/api/meetings/calendar.ics${query}`, { headers }), {
    ip: '192.0.2.1',
    requestId: 'request-1',
  } as Context);
const problemOf = async (response: Response) => [
  response.status,
  response.headers.get('content-type')?.split(';')[0],
  ((await response.json()) as { errors?: unknown }).errors,
];

describe('GET /api/meetings/calendar.ics', () => {
  test('answers a series for each listed group, with what the CDN may do with it', async () => {
    const response = await ask('?slug=sunrise-online&slug=alumni-friday-supper&slug=no-such-group');
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="weekly-groups.ics"',
      'netlify-cdn-cache-control': 'public, durable, max-age=60, stale-while-revalidate=600',
      'netlify-cache-tag': 'meetings',
      'x-content-type-options': 'nosniff',
    });
    const file = readCalendar(await response.text());
    expect(file.getAllSubcomponents('vevent').map((event) => event.getFirstPropertyValue('uid'))).toEqual([
      'alumni-friday-supper@localhost',
      'sunrise-online@localhost',
    ]);
    expect(file.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid'))).toEqual([
      'America/Denver',
      'America/New_York',
    ]);
  });

  test('names groups only when it is asked to', async () => {
    const summaryOf = async (query: string) =>
      readCalendar(await (await ask(query)).text())
        .getFirstSubcomponent('vevent')
        ?.getFirstPropertyValue('summary');
    expect(await summaryOf('?slug=alumni-friday-supper')).toBe('Weekly group');
    expect(await summaryOf('?slug=alumni-friday-supper&titles=real')).toBe('Friday supper');
  });

  test('an asker who has it already is told so, until a date is closed', async () => {
    const etag = (await ask('?slug=early-light')).headers.get('etag') ?? '';
    const again = await ask('?slug=early-light', { 'If-None-Match': `W/${etag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await meetings.database.execute(
      `insert into public.meeting_exceptions (meeting_id, on_date)
       select id, current_date + (7 - extract(dow from current_date)::int) from public.meetings where slug = 'early-light'`,
    );
    const changed = await ask('?slug=early-light', { 'If-None-Match': etag });
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain('EXDATE;TZID=America/Denver:');
  });

  test('keeps a date that was closed weeks ago', async () => {
    await meetings.database.execute(
      `insert into public.meeting_exceptions (meeting_id, on_date)
       select id, current_date - 14 - (extract(dow from current_date)::int + 6) % 7
       from public.meetings where slug = 'noon-monday'`,
    );
    expect(await (await ask('?slug=noon-monday')).text()).toMatch(/EXDATE;TZID=America\/Denver:\d{8}T120500/);
  });

  test('reads a hundred at once', async () => {
    const many = Array.from({ length: 99 }, (_, index) => `slug=no-such-group-${index}`);
    const response = await ask(`?slug=early-light&${many.join('&')}`);
    expect((await response.text()).match(/^UID:/gm)).toHaveLength(1);
  });

  test('is empty where all are by appointment or paused, so that a subscription lives on', async () => {
    const response = await ask('?slug=alumni-mentor-hour&slug=alumni-woodshop');
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain('VEVENT');
  });

  test('says what is wrong with an address', async () => {
    const json = 'application/problem+json';
    expect(await problemOf(await ask('?slug=no-such-group'))).toEqual([404, json, undefined]);
    expect(await problemOf(await ask(''))).toMatchObject([400, json, { slug: [expect.any(String)] }]);
    expect(await problemOf(await ask('?slug=a&titles=x'))).toMatchObject([
      400,
      json,
      { titles: [expect.any(String)] },
    ]);
  });

  test('says plainly when the database is down', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
    expect((await ask('?slug=early-light')).status).toBe(503);
  });
});
