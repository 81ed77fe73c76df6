import type { LoaderContext } from 'astro/loaders';
import { expect, test } from 'vitest';
import { eventsLoader } from '#events/loader.ts';

async function load(found: unknown[]) {
  const kept: string[] = [];
  const leftOut: { title: string; slug: string; why: string }[] = [];
  const context = {
    store: { clear: () => {}, set: ({ id }: { id: string }) => kept.push(id) },
    logger: { warn: () => {}, info: () => {} },
    generateDigest: () => 'digest',
  } as unknown as LoaderContext;
  await eventsLoader(
    () => Promise.resolve(found),
    (_kind, what) => leftOut.push(...what),
  ).load(context);
  return { kept, leftOut };
}

const moment = '2026-11-22 01:09:20.12+00';
const pool = { capacity: 8, seats_taken: 0, parties_waiting: 0 };
const row = {
  ...{
    id: '7e000000-0000-4000-8000-00000000000b',
    slug: 'soup',
    title: 'Soup',
    summary: 'A pot.',
    description: 'Come.',
  },
  ...{ kind: 'social', audience: 'everyone', format: 'in-person', time_zone: 'America/Denver' },
  ...{ starts_at: moment, ends_at: moment, rsvp_closes_at: moment, updated_at: moment },
  ...{
    place_name: null,
    address: null,
    max_party_size: 4,
    questions: [],
    replies: 'rsvp',
    status: 'published',
  },
  ...{ asks_conduct: false, asks_children: false, asks_food: false, called_off_note: null },
  ...{ series_on: null, series: null, seats: pool, online_seats: null, event_sessions: [] },
};

test('An event that cannot be read is left out of the site and told to staff, and the others stay', async () => {
  expect(await load([row, { ...row, slug: 'tea', title: 'Tea', questions: 7 }, null])).toEqual({
    kept: ['soup'],
    leftOut: [
      { title: 'Tea', slug: 'tea', why: 'Look again at its questions' },
      { title: 'without a title', slug: '', why: expect.stringMatching(/^Look again at/) as string },
    ],
  });
});
