import { expect, test } from 'vitest';
import { pagesAreStale } from '#events/stale.ts';
import { anEvent, aSeries } from '../support/event.ts';

const built = '2026-11-20T12:00:00Z';
const now = '2026-11-20T12:10:00Z';
const stale = (event: Parameters<typeof anEvent>[0], at = now) =>
  pagesAreStale([anEvent(event)], built, at, 'America/Denver');

test('pages stay as they are while nothing changes', () => {
  expect(stale({})).toBe(false);
  expect(stale({ startsAt: '2026-11-19T01:00:00Z', endsAt: '2026-11-19T03:00:00Z' })).toBe(false);
});

test('a change of an event or of its series, and the end of one, ask for new pages', () => {
  expect(stale({ updatedAt: '2026-11-20T12:05:00Z' })).toBe(true);
  expect(stale({ endsAt: '2026-11-20T12:05:00Z' })).toBe(true);
  const [date] = aSeries([0]);
  const series = date?.series ?? null;
  expect(stale({ series })).toBe(false);
  expect(stale({ series: series && { ...series, updatedAt: '2026-11-20T12:05:00Z' } })).toBe(true);
});

test('so does a new month where the organisation is', () => {
  expect(stale({}, '2026-12-01T06:59:00Z')).toBe(false);
  expect(stale({}, '2026-12-01T07:00:00Z')).toBe(true);
});
