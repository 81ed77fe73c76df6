import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readKept } from '#platform/kept/drawer.ts';
import { byPartOfDay, byTrigger, byWeekday, byWhatHelped } from '#tools/urge-log/patterns.ts';
import {
  newestFirst,
  noUrges,
  strengthOf,
  urgesDrawer,
  whenHere,
  withoutUrge,
  withUrge,
  type Urge,
} from '#tools/urge-log/urges.ts';
import { ownLine, partLine, weekdayLine } from '#tools/urge-log/words.ts';
import { isOfNow, minutesLeft, stageOf, timeLeft } from '#tools/urge-timer/timer.ts';
import { leftInWords, said } from '#tools/urge-timer/words.ts';

const minute = 60_000;
const began = '2026-11-22T22:00:00.000Z';
const running = { began, minutes: 5, before: 7 };
const after = (milliseconds: number) => Date.parse(began) + milliseconds;

test('the time left is told from the clock, however often or seldom somebody looks', () => {
  expect(timeLeft(running, after(0))).toBe(5 * minute);
  expect(timeLeft(running, after(2 * minute))).toBe(3 * minute);
  // a phone that slept through it
  expect(timeLeft(running, after(3 * 60 * minute))).toBe(0);
  // a clock that was set back
  expect(timeLeft(running, after(-60 * minute))).toBe(5 * minute);
});

test('the time left never grows and never leaves what was chosen', () => {
  const chosen = fc.constantFrom(1, 3, 5, 10, 15).map((minutes) => ({ ...running, minutes }));
  fc.assert(
    fc.property(chosen, fc.integer({ min: -1e7, max: 1e7 }), fc.nat(1e6), (timer, at, later) => {
      const now = timeLeft(timer, after(at));
      expect(timeLeft(timer, after(at + later))).toBeLessThanOrEqual(now);
      expect(now).toBeGreaterThanOrEqual(0);
      expect(minutesLeft(timer, after(at))).toBeLessThanOrEqual(timer.minutes);
    }),
  );
});

test('it is said in words that do not tick', () => {
  const shown = (milliseconds: number) =>
    leftInWords(stageOf(running, after(milliseconds)), minutesLeft(running, after(milliseconds)));
  expect(shown(0)).toBe('About 5 minutes.');
  expect(shown(2 * minute)).toBe('About 3 minutes.');
  expect(shown(4 * minute)).toBe('About a minute.');
  expect(shown(4.5 * minute)).toBe('Less than a minute.');
  expect(shown(5 * minute)).toBe('That time has gone by, and you are here.');
});

test('three moments are said aloud, and of a single minute two', () => {
  const stages = (minutes: number) => {
    const timer = { ...running, minutes };
    const all = Array.from({ length: minutes * 60 + 1 }, (_, second) => stageOf(timer, after(second * 1000)));
    return [...new Set(all)];
  };
  for (const minutes of [3, 5, 10, 15]) expect(stages(minutes)).toEqual(['going', 'past-half', 'passed']);
  expect(stages(1)).toEqual(['going', 'passed']);
  expect(said['past-half'](2)).toBe('Past the middle. About 2 minutes.');
});

test('a timer of hours ago is not taken up again', () => {
  expect(isOfNow(running, after(20 * minute))).toBe(true);
  expect(isOfNow(running, after(66 * minute))).toBe(false);
  expect(isOfNow(running, after(-24 * 60 * minute))).toBe(false);
});

const urge: Urge = {
  ...{ id: 'a', day: '2026-11-20', time: '21:30', where: 'Kitchen', trigger: 'An argument' },
  ...{ before: 7, after: 3, did: 'Walked', went: 'eased' as const, note: '' },
};

test('a line comes back as it was kept, and reads as sentences', () => {
  const read = (value: unknown) => readKept(urgesDrawer, { version: 1, changed: '', value });
  expect(read({ urges: [urge], running })).toEqual({ value: { urges: [urge], running } });
  expect(read({})).toEqual({ value: noUrges });
  for (const wrong of [{ time: '25:00' }, { before: 11 }, { day: '2026-02-30' }, { went: 'lost' }]) {
    expect(read({ urges: [{ ...urge, ...wrong }] }), JSON.stringify(wrong)).toEqual({ trouble: 'not-ours' });
  }
  expect(urgesDrawer.inWords({ urges: [urge] })).toEqual([
    'Friday, November 20, 2026, 9:30 PM. Where: Kitchen. What set it off: An argument. Strength: 7 before, 3 after. What I did: Walked. It eased.',
  ]);
});

test('lines are added, changed and deleted by their id, and a saved copy adds what is missing', () => {
  const second = { ...urge, id: 'b', time: '' };
  const two = withUrge(withUrge(noUrges, urge), second);
  expect(
    withUrge(two, { ...urge, where: 'Car' })
      .urges.map(({ where }) => where)
      .toSorted(),
  ).toEqual(['Car', 'Kitchen']);
  expect(withoutUrge(two, 'a').urges).toEqual([second]);
  const saved = {
    urges: [
      { ...urge, where: 'Older' },
      { ...urge, id: 'c' },
    ],
    running,
  };
  expect(urgesDrawer.merge?.(two, saved)).toEqual({ urges: [urge, second, { ...urge, id: 'c' }] });
  expect(newestFirst([urge, { ...urge, id: 'd', day: '2026-11-21' }, second]).map(({ id }) => id)).toEqual([
    ...['d', 'b', 'a'],
  ]);
});

test('patterns count what comes up most, and one thing written in two ways is one thing', () => {
  const urges = [
    urge,
    { ...urge, id: 'b', time: '22:10', trigger: 'an  argument.', did: 'walked' },
    { ...urge, id: 'c', day: '2026-11-22', time: '08:00', trigger: 'Payday', went: 'used' as const },
    { ...urge, id: 'd', time: '', trigger: '', went: '' as const, did: 'Called Sam' },
    { ...urge, id: 'e', time: '17:00', trigger: '', went: '' as const, after: null, did: 'Nothing' },
  ];
  expect(byPartOfDay(urges).map(({ key, times }) => partLine(key, times))).toEqual([
    'In the evening: twice.',
    'At night: once.',
    'In the morning: once.',
  ]);
  expect(byWeekday(urges).map(({ key, times }) => weekdayLine(key, times))).toEqual([
    'On a Friday: 4 times.',
    'On a Sunday: once.',
  ]);
  expect(byTrigger(urges).map(({ key, times }) => ownLine(key, times))).toEqual([
    'An argument: twice.',
    'Payday: once.',
  ]);
  expect(byWhatHelped(urges)).toEqual([
    { key: 'Walked', times: 2 },
    { key: 'Called Sam', times: 1 },
  ]);
});

test('a strength is a whole number from 0 to 10 or no answer, and a time is that of the device', () => {
  expect(['0', '10', '', '11', '-1', '5.5', 'x'].map(strengthOf)).toEqual([
    0,
    10,
    ...Array<null>(5).fill(null),
  ]);
  expect(whenHere(new Date(2026, 0, 5, 7, 4))).toEqual({ day: '2026-01-05', time: '07:04' });
});
