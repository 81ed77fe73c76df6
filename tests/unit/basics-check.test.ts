import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readKept } from '#platform/kept/drawer.ts';
import {
  basics,
  basicsDrawer,
  cameUpOften,
  mostChecks,
  withCheck,
  withoutCheck,
  type Check,
} from '#tools/basics-check/checks.ts';

const read = (value: unknown) =>
  readKept(basicsDrawer, { version: 1, changed: '2026-11-22T20:00:00Z', value });

const anyCheck = fc.record({
  at: fc
    .date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  tapped: fc.subarray(basics, { minLength: 1 }),
});
const anyChecks = fc
  .uniqueArray(anyCheck, { selector: ({ at }) => at, maxLength: 30 })
  .map((checks) => checks.reduce(withCheck, []));

const tired = (at: string): Check => ({ at, tapped: ['tired'] });

describe('what is kept', () => {
  test('comes back as it was kept, whatever was tapped', () => {
    fc.assert(
      fc.property(anyChecks, (checks) => {
        expect(read(JSON.parse(JSON.stringify(checks)))).toEqual({ value: checks });
      }),
    );
  });

  test.each([
    [null],
    ['tired'],
    [{}],
    [[{ at: 'yesterday', tapped: ['tired'] }]],
    [[{ at: '2026-11-22T20:00:00.000Z', tapped: [] }]],
    [[{ at: '2026-11-22T20:00:00.000Z', tapped: ['tired', 'high'] }]],
    [Array.from({ length: mostChecks + 1 }, () => tired('2026-11-22T20:00:00.000Z'))],
  ])('%j is no list of checks and is refused', (value) => {
    expect(read(value)).toEqual({ trouble: 'not-ours' });
  });

  test('is the time and the words tapped, a line each, and not how often or how well', () => {
    const [line = ''] = basicsDrawer.inWords([
      { at: '2026-11-22T20:40:00.000Z', tapped: ['hungry', 'pain'] },
    ]);
    expect(line).toMatch(/^\w{3}, Nov 2\d, .+: Hungry, In pain$/);
  });
});

describe('a list of checks', () => {
  test('has the newest first, and the oldest make room', () => {
    fc.assert(
      fc.property(anyChecks, anyCheck, (checks, check) => {
        const after = withCheck(checks, check);
        const times = after.map(({ at }) => Date.parse(at));
        expect(times).toEqual(times.toSorted((a, b) => b - a));
        expect(after.some(({ at }) => at === check.at)).toBe(true);
      }),
    );
    const hour = (n: number) => new Date(Date.UTC(2026, 0, 1, n)).toISOString();
    let checks: Check[] = [];
    for (let n = 0; n <= mostChecks; n += 1) checks = withCheck(checks, tired(hour(n)));
    expect(checks).toHaveLength(mostChecks);
    expect(checks.at(-1)?.at).toBe(hour(1));
  });

  test('loses one check when that one is deleted, and no other', () => {
    fc.assert(
      fc.property(anyChecks, anyCheck, (checks, check) => {
        const others = checks.filter(({ at }) => at !== check.at);
        expect(withoutCheck(withCheck(checks, check), check.at)).toEqual(others);
      }),
    );
  });

  test('added to itself or to another from a saved copy, has each check once', () => {
    fc.assert(
      fc.property(anyChecks, anyChecks, (here, saved) => {
        expect(basicsDrawer.merge?.(here, here)).toEqual(here);
        const instants = new Set([...here, ...saved].map(({ at }) => at));
        const merged = basicsDrawer.merge?.(here, saved) ?? [];
        expect(new Set(merged.map(({ at }) => at))).toEqual(instants);
        expect(merged).toHaveLength(instants.size);
      }),
    );
  });
});

describe('what comes up often', () => {
  const now = '2026-11-22T20:00:00.000Z';

  test('is said from the third time in two weeks, and not before', () => {
    const days = ['2026-11-20', '2026-11-15', '2026-11-10'].map((day) => tired(`${day}T20:00:00.000Z`));
    expect(cameUpOften(days.slice(1), now)).toBeUndefined();
    expect(cameUpOften(days, now)).toEqual({ basic: 'tired', times: 3 });
  });

  test('does not count what is longer ago', () => {
    const days = ['2026-11-20', '2026-11-15', '2026-11-08'].map((day) => tired(`${day}T20:00:00.000Z`));
    expect(cameUpOften(days, now)).toBeUndefined();
    expect(cameUpOften([], now)).toBeUndefined();
  });

  test('is the one that came up most', () => {
    const checks: Check[] = ['16', '17', '18', '19'].map((day, n) => ({
      at: `2026-11-${day}T20:00:00.000Z`,
      tapped: n < 3 ? ['hungry', 'stressed'] : ['stressed'],
    }));
    expect(cameUpOften(checks, now)).toEqual({ basic: 'stressed', times: 4 });
  });
});
