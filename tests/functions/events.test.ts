import type { Context } from '@netlify/functions';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyUnpublishedSince, listComingEvents, listEvents } from '#events/events.ts';
import { systemClock } from '#platform/clock.ts';
import { serviceDatabase } from '#platform/database.ts';
import events from '../../netlify/functions/events.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ seed: true });
});
afterAll(() => stack.close());

interface LiveEvent {
  slug: string;
  status: string;
  replies: string;
  online: object | null;
  sessions: { id: string; capacity: number }[];
}

const ask = async () => {
  const answer = await events(new Request('http://localhost:4321/api/events'), {
    ip: '192.0.2.1',
  } as Context);
  return { answer, list: (await answer.json()) as LiveEvent[] };
};

describe('GET /api/events', () => {
  test('says what seats there are of each event that is to come, and no more', async () => {
    const { list } = await ask();
    expect(list.find(({ slug }) => slug === 'kitchen-at-sams')).toEqual({
      slug: 'kitchen-at-sams',
      title: "Supper in Sam's kitchen",
      startsAt: expect.stringMatching(/Z$/) as string,
      endsAt: expect.stringMatching(/Z$/) as string,
      timeZone: 'America/Denver',
      status: 'open',
      capacity: 8,
      seatsLeft: 0,
      waiting: expect.any(Number) as number,
      replies: 'rsvp',
      online: null,
      sessions: [],
    });
    expect(list.map(({ slug }) => slug)).not.toContain('harvest-supper');
  });

  test('has the seats by link and those of sessions apart, and says where nobody answers', async () => {
    const { list } = await ask();
    const of = (slug: string) => list.find((event) => event.slug === slug);
    expect(of('resume-workshop')).toMatchObject({
      capacity: 25,
      online: { capacity: null, seatsLeft: null },
    });
    expect(
      of('renewal-weekend')
        ?.sessions.map(({ capacity }) => capacity)
        .sort((a, b) => a - b),
    ).toEqual([8, 14, 20]);
    expect(of('open-porch')).toMatchObject({ replies: 'drop-in' });
    expect(of('drum-circle')).toMatchObject({ status: 'cancelled' });
  });

  test('may be kept for half a minute by the CDN, and by nobody else', async () => {
    const { answer } = await ask();
    expect(answer.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    const kept = [
      ...(answer.headers.get('netlify-cdn-cache-control') ?? '').matchAll(/(?:max-age|revalidate)=(\d+)/g),
    ];
    expect(kept.reduce((total, [, seconds]) => total + Number(seconds), 0)).toBeLessThanOrEqual(30);
  });
});

describe('what the pages are built from', () => {
  test('is every event, also past, in the order of time; for live seats those to come', async () => {
    const all = await listEvents();
    const starts = all.map(({ startsAt }) => Date.parse(startsAt));
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    const now = systemClock().toString();
    const coming = (await listComingEvents(now)).map(({ slug }) => slug);
    expect(coming).toEqual(
      all.filter(({ endsAt }) => Date.parse(endsAt) > Date.now()).map(({ slug }) => slug),
    );
    expect(coming.length).toBeLessThan(all.length);
  });

  test('is stale when sessions change, when a date joins a series, and when an event is taken back', async () => {
    const change = async (work: () => PromiseLike<{ error: unknown }>) => {
      const before =
        (await stack.database.query<{ now: string }>('select clock_timestamp()::text as now'))[0]?.now ?? '';
      expect((await work()).error).toBeNull();
      const touched = (await listEvents()).filter(
        ({ updatedAt }) => Date.parse(updatedAt) > Date.parse(before),
      );
      return { slugs: touched.map(({ slug }) => slug), takenBack: await anyUnpublishedSince(before) };
    };
    const database = serviceDatabase();
    const all = await listEvents();
    const idOf = (slug: string) => all.find((event) => event.slug === slug)?.id ?? '';
    const supper = all.find(({ series }) => series !== null);

    const sessions = await change(() =>
      database.rpc('save_event_sessions', { p_event: idOf('renewal-weekend'), p_sessions: [] }),
    );
    expect(sessions).toEqual({ slugs: ['renewal-weekend'], takenBack: false });

    const date = await change(() =>
      database.rpc('add_series_date', {
        p_like: supper?.id ?? '',
        p_slug: 'tuesday-supper-later',
        p_on: '2029-01-02',
        p_starts_at: '2029-01-03T01:30:00Z',
      }),
    );
    expect(date).toEqual({ slugs: ['tuesday-supper-later'], takenBack: false });

    const back = await change(() =>
      database.rpc('change_event', { p_event: idOf('skating'), p_fields: { status: 'draft' } }),
    );
    expect(back).toEqual({ slugs: [], takenBack: true });
    expect((await listEvents()).map(({ slug }) => slug)).not.toContain('skating');
  });
});
