import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayHere, daysBetween, isDay } from '#platform/device-day.ts';
import { readKept } from '#platform/kept/drawer.ts';
import { count, milestonesAt } from '#tools/days/count.ts';
import { daysDrawer, mergeDays, noDays, type Counter, type Days } from '#tools/days/days.ts';
import { returnInWords, stretchInWords } from '#tools/days/words.ts';

const epoch = '2020-01-01';
const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(epoch, days));
const oneReturn = fc
  .tuple(day, fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }))
  .map(([first, length]) => ({
    day: first,
    ...(length === undefined ? {} : { last: addDays(first, length) }),
  }));
const history = fc.record({ began: day, returns: fc.array(oneReturn, { maxLength: 8 }) });
const total = (counter: Parameters<typeof count>[0], today: string) => count(counter, today).total;
const latest = (...days: string[]) => days.toSorted().at(-1) ?? epoch;

/** The plain way: look at every day. */
const countedOneByOne = ({ began, returns }: Parameters<typeof count>[0], today: string) => {
  let days = 0;
  for (let each = began; each <= today; each = addDays(each, 1)) {
    const inUse = returns.some((one) => {
      const next = returns.map((other) => other.day).filter((other) => other > one.day && other <= today);
      return one.day <= today && each > one.day && each <= (one.last ?? next.toSorted()[0] ?? today);
    });
    if (!inUse) days += 1;
  }
  return days;
};

test('the first day counts as a day, and so does today', () => {
  expect(count({ began: '2026-11-22', returns: [] }, '2026-11-22')).toEqual({
    total: 1,
    stretch: { since: '2026-11-22', days: 1 },
  });
  expect(total({ began: '2026-11-01', returns: [] }, '2026-11-30')).toBe(30);
});

test('a return to use keeps the total and says when the stretch began', () => {
  const counter = { began: '2026-01-01', returns: [{ day: '2026-03-01', last: '2026-03-01' }] };
  expect(count(counter, '2026-03-31')).toEqual({ total: 90, stretch: { since: '2026-03-01', days: 30 } });
});

test('the total is every day from the first to today but those that use went on for', () => {
  fc.assert(
    fc.property(history, day, (counter, today) => {
      expect(total(counter, today)).toBe(countedOneByOne(counter, today));
    }),
    { numRuns: 60 },
  );
});

test('the total never falls when a return to use is written down on or after the last date', () => {
  fc.assert(
    fc.property(history, fc.nat(900), fc.nat(900), (counter, wait, later) => {
      const known = counter.returns.filter(({ last }) => last !== undefined);
      const on = addDays(
        latest(counter.began, ...known.flatMap((one) => [one.day, one.last ?? epoch])),
        wait,
      );
      const today = addDays(on, later);
      const before = { ...counter, returns: known };
      const after = { ...before, returns: [...known, { day: on, last: on }] };
      expect(total(after, today)).toBe(total(before, today));
      // even when it is not over, all that was counted up to that day stays
      const open = { ...before, returns: [...known, { day: on }] };
      expect(total(open, today)).toBe(total(before, on));
    }),
  );
});

test('the total never falls from one day to the next', () => {
  fc.assert(
    fc.property(history, day, (counter, today) => {
      const growth = total(counter, addDays(today, 1)) - total(counter, today);
      expect(growth).toBeGreaterThanOrEqual(0);
      expect(growth).toBeLessThanOrEqual(1);
    }),
  );
});

test('an earlier first day never takes days away', () => {
  fc.assert(
    fc.property(history, fc.nat(500), day, (counter, earlier, today) => {
      const backDated = { ...counter, began: addDays(counter.began, -earlier) };
      expect(total(backDated, today)).toBeGreaterThanOrEqual(total(counter, today));
    }),
  );
});

test('neither the order of entries nor one written twice changes anything', () => {
  fc.assert(
    fc.property(history, day, (counter, today) => {
      const { returns } = counter;
      const turned = { ...counter, returns: [...returns, ...returns].toReversed() };
      expect(count(turned, today)).toEqual(count(counter, today));
    }),
  );
});

test('what is left out or counted is never more than the days there were', () => {
  fc.assert(
    fc.property(history, day, (counter, today) => {
      const counted = count(counter, today);
      expect(counted.total).toBeGreaterThanOrEqual(0);
      expect(counted.total).toBeLessThanOrEqual(Math.max(0, daysBetween(counter.began, today) + 1));
    }),
  );
});

test('a day of 23 or 25 hours is a day like any other, in every zone', () => {
  expect(daysBetween('2026-03-07', '2026-03-09')).toBe(2);
  expect(daysBetween('2026-10-31', '2026-11-02')).toBe(2);
  expect(addDays('2026-03-08', 1)).toBe('2026-03-09');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  fc.assert(
    fc.property(day, fc.integer({ min: -5000, max: 5000 }), (first, days) => {
      expect(daysBetween(first, addDays(first, days))).toBe(days);
    }),
  );
  const zone = process.env['TZ'];
  try {
    for (const elsewhere of ['America/Denver', 'Pacific/Kiritimati', 'Pacific/Niue', 'Africa/Cairo']) {
      process.env['TZ'] = elsewhere;
      for (const hour of [0, 1, 2, 12, 23])
        expect(dayHere(new Date(2026, 2, 8, hour, 30))).toBe('2026-03-08');
      expect(total({ began: '2026-03-01', returns: [] }, '2026-03-31'), elsewhere).toBe(31);
    }
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

test('only days that exist are days', () => {
  expect(['2026-02-28', '2028-02-29', '2026-2-3', '2026-02-29', '2026-13-01', 'x', ''].map(isDay)).toEqual([
    ...[true, true],
    ...[false, false, false, false, false],
  ]);
});

test('milestones are those of the total: the first year’s, then one a year', () => {
  expect(milestonesAt(6)).toEqual([]);
  expect(milestonesAt(90)).toEqual([90, 60, 30, 7]);
  expect(milestonesAt(1100)).toEqual([1095, 730, 365, 180, 90, 60, 30, 7]);
});

const counter: Counter = {
  id: 'a',
  name: 'Wine',
  began: '2026-01-01',
  returns: [{ id: 'r', day: '2026-02-01', last: '2026-02-03', note: 'The wedding' }],
  lines: { '30': 'Mornings' },
};
const kept: Days = { counters: [counter], covered: false };

test('what is kept comes back, reads as plain sentences, and what is no day is refused', () => {
  const read = (value: unknown) => readKept(daysDrawer, { version: 1, changed: '', value });
  expect(read(JSON.parse(JSON.stringify(kept)))).toEqual({ value: kept });
  expect(read({})).toEqual({ value: noDays });
  expect(read({ counters: [{ ...counter, began: '2026-02-30' }] })).toEqual({ trouble: 'not-ours' });
  expect(daysDrawer.inWords(kept)).toEqual([
    'Wine. First day: January 1, 2026.',
    'Return to use from February 1, 2026 to February 3, 2026. The wedding',
    '30 days: Mornings',
  ]);
});

test('a saved copy that is added loses nothing on either side', () => {
  const here = { ...kept, counters: [{ ...counter, name: 'Mine', lines: { '30': '', '60': 'Sam' } }] };
  const later = { id: 's', day: '2026-05-01', last: '2026-05-01', note: '' };
  const saved = {
    covered: true,
    counters: [
      { ...counter, returns: [...counter.returns, later] },
      { ...counter, id: 'b' },
    ],
  };
  const merged = mergeDays(here, saved);
  expect(merged.covered).toBe(true);
  expect(merged.counters.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(merged.counters[0]).toMatchObject({
    name: 'Mine',
    returns: [...counter.returns, later],
    lines: { '30': 'Mornings', '60': 'Sam' },
  });
  expect(mergeDays(merged, merged)).toEqual(merged);
});

test('the words of a stretch say no number on its first day, and never ask for hurry', () => {
  const on = (today: string, returns: Counter['returns']) =>
    stretchInWords(count({ ...counter, returns }, today));
  const one = { id: 'x', day: '2026-03-01', note: '' };
  expect(on('2026-03-01', [{ ...one, last: one.day }])).toBe('Today you are here. That counts.');
  expect(on('2026-03-02', [{ ...one, last: one.day }])).toBe('1 day since March 1, 2026.');
  expect(on('2026-03-02', [])).toBe('Since January 1, 2026.');
  expect(on('2026-03-05', [one])).toBe(
    'Your 60 days stay. When you are ready, write down the last day of it.',
  );
  expect(returnInWords(one)).toBe('Return to use on March 1, 2026, not over yet');
});
