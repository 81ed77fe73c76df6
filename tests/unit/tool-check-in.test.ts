import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readKept } from '#platform/kept/drawer.ts';
import {
  asksForAction,
  changes,
  checkInDrawer,
  nothingYet,
  oneOf,
  timeBefore,
  timeOn,
  withTime,
  type CheckIn,
  type Time,
} from '#tools/check-in/check-in.ts';

const time = (day: string, levels: Record<string, 'none' | 'little' | 'lot'>): Time => ({
  day,
  marks: Object.entries(levels).map(([sign, level]) => ({ sign, level })),
});
const lastWeek = time('2026-11-15', { Sleep: 'little', Calls: 'lot', Meals: 'none' });
const thisWeek = time('2026-11-22', { sleep: 'lot', Calls: 'little', Meals: 'none', Mood: 'none' });
const both: CheckIn = { signs: ['Sleep', 'Calls'], times: [lastWeek, thisWeek] };

test('each sign is set beside last time in words, whatever the capitals', () => {
  expect(changes(thisWeek, lastWeek)).toEqual([
    { sign: 'sleep', change: 'more' },
    { sign: 'Calls', change: 'less' },
    { sign: 'Meals', change: 'same' },
    { sign: 'Mood', change: 'new' },
  ]);
});

test('the time before is the last one before the day, not that of the day itself', () => {
  expect(timeBefore(both, '2026-11-22')).toBe(lastWeek);
  expect(timeBefore(both, '2026-11-15')).toBeUndefined();
  expect(timeBefore(both, '2027-01-01')).toBe(thisWeek);
});

test('a second look on a day takes the place of the first, and a day without taps is gone', () => {
  const again = time('2026-11-22', { Sleep: 'none' });
  expect(withTime(both, again).times).toEqual([lastWeek, again]);
  expect(withTime(both, { day: '2026-11-15', marks: [] }).times).toEqual([thisWeek]);
});

test('something to do is offered when a sign is there a lot or more than before, and not else', () => {
  expect(asksForAction(time('2026-11-22', { Sleep: 'lot' }), undefined)).toBe(true);
  expect(asksForAction(time('2026-11-22', { Meals: 'little' }), lastWeek)).toBe(true);
  expect(asksForAction(time('2026-11-22', { Sleep: 'little' }), lastWeek)).toBe(false);
  expect(asksForAction(time('2026-11-22', { Sleep: 'little' }), undefined)).toBe(false);
});

test('the action offered goes round the list, and from an empty list comes none', () => {
  const times = (count: number): CheckIn => ({
    signs: [],
    times: Array.from({ length: count }, () => lastWeek),
  });
  expect([0, 1, 2, 3].map((count) => oneOf(['Eat', 'Call'], times(count)))).toEqual([
    'Eat',
    'Call',
    'Eat',
    'Call',
  ]);
  expect(oneOf([], both)).toBeUndefined();
});

test('in words the latest time comes first, and there is no number in it but the date', () => {
  expect(checkInDrawer.inWords(both)).toEqual([
    'My signs: Sleep; Calls',
    'Sunday, November 22, 2026. A lot: sleep. A little: Calls. Not at all: Meals; Mood.',
    'Sunday, November 15, 2026. A lot: Calls. A little: Sleep. Not at all: Meals.',
  ]);
  expect(checkInDrawer.inWords(nothingYet)).toEqual([]);
});

test('what is no check-in is left as it is', () => {
  const kept = (value: unknown) => readKept(checkInDrawer, { version: 1, changed: '', value });
  expect(kept(both)).toEqual({ value: both });
  for (const value of [
    {},
    { signs: [], times: [{ day: '2026-02-30', marks: [] }] },
    { signs: ['x'.repeat(201)], times: [] },
  ]) {
    expect(kept(value)).toEqual({ trouble: 'not-ours' });
  }
});

test('two copies as one have every day of both once, in order, and this device’s own where both have it', () => {
  const anyTime = fc.record({
    day: fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`),
    marks: fc.constantFrom(lastWeek.marks, thisWeek.marks),
  });
  const anyCheckIn = fc
    .uniqueArray(anyTime, { selector: ({ day }) => day })
    .map((times) => times.reduce(withTime, nothingYet));
  fc.assert(
    fc.property(anyCheckIn, anyCheckIn, (here, saved) => {
      const merged = checkInDrawer.merge?.(here, saved) ?? nothingYet;
      const days = merged.times.map(({ day }) => day);
      expect(days).toEqual([...new Set([...here.times, ...saved.times].map(({ day }) => day))].sort());
      for (const one of here.times) expect(timeOn(merged, one.day)).toEqual(one);
    }),
  );
});
