import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { datesToOpen, type ListedSeries } from '#events/series/dates-to-open.ts';

const rule = {
  rule: 'FREQ=WEEKLY;BYDAY=TU',
  startsOn: '2026-10-20',
  startTime: '18:30:00',
  timeZone: 'America/Denver',
  exceptOn: ['2026-11-24'],
  lastOn: null,
};
const date = (on: string, status: 'draft' | 'published' | 'cancelled' = 'published') => ({
  id: `id-${on}`,
  slug: `supper-${on}`,
  series_on: on,
  on,
  status,
});
const series = (dates: ReturnType<typeof date>[], more: Partial<ListedSeries> = {}): ListedSeries => ({
  rule,
  datesAhead: 3,
  dates: [...dates].sort((a, b) => (a.on < b.on ? 1 : -1)),
  ...more,
});
const clock = () => Temporal.Instant.from('2026-11-01T12:00:00Z');
const opened = (one: ListedSeries) => datesToOpen(one, clock).map(({ slug, like }) => [slug, like]);

test('the coming dates that are not there are opened, like the newest one', () => {
  expect(opened(series([date('2026-10-27'), date('2026-11-03')]))).toEqual([
    ['supper-2026-11-10', 'id-2026-11-03'],
    ['supper-2026-11-17', 'id-2026-11-03'],
  ]);
});

test('as many as staff chose are there: nothing to do', () => {
  expect(opened(series(['2026-11-03', '2026-11-10', '2026-11-17'].map((on) => date(on))))).toEqual([]);
});

test('one that is called off stays so and does not count, an exception is none', () => {
  expect(opened(series([date('2026-11-03'), date('2026-11-10'), date('2026-11-17', 'cancelled')]))).toEqual([
    ['supper-2026-12-01', 'id-2026-11-10'],
  ]);
});

test('a series without a date that anybody saw has nothing to be like', () => {
  expect(opened(series([date('2026-11-03', 'draft')]))).toEqual([]);
  expect(opened(series([]))).toEqual([]);
});

test('all dates called off: the next ones are like the newest of them', () => {
  expect(opened(series([date('2026-11-03', 'cancelled')]))[0]).toEqual([
    'supper-2026-11-10',
    'id-2026-11-03',
  ]);
});

test('a first date whose name has no day in it gives its name', () => {
  const first = { ...date('2026-11-03'), slug: 'supper' };
  expect(opened(series([first]))[0]?.[0]).toBe('supper-2026-11-10');
});
