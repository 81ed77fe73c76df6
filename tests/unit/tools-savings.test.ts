import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readKept } from '#platform/kept/drawer.ts';
import { amountOf, keptBy, savingsDrawer, wayTo } from '#tools/savings/savings.ts';
import { goalInWords, money, sinceInWords } from '#tools/savings/words.ts';

const savings = { weekly: 70, since: '2026-11-01', covered: false };

test('what is kept is the weekly sum times the weeks, and a part of a week counts in part', () => {
  expect(keptBy(savings, '2026-11-01')).toBe(0);
  expect(keptBy(savings, '2026-11-02')).toBe(10);
  expect(keptBy(savings, '2026-11-29')).toBe(280);
  expect(keptBy(savings, '2026-10-01')).toBe(0);
});

test('money is in dollars without cents', () => {
  expect(money(1234.56)).toBe('$1,235');
  expect(sinceInWords(savings)).toBe('since November 1, 2026, at $70 a week.');
});

test('the way to a goal only ever gets shorter, and is said in words', () => {
  expect([0, 19, 20, 30, 45, 62, 80, 99.9, 100, 500].map((kept) => wayTo(100, kept))).toEqual([
    ...['begun', 'begun', 'quarter', 'third', 'half', 'two-thirds', 'most', 'most', 'there', 'there'],
  ]);
  expect(wayTo(0, 0)).toBe('there');
  expect(goalInWords('half', { name: 'Bike', amount: 400 })).toBe('About half of “Bike” ($400).');
  expect(goalInWords('there', { name: '', amount: 400 })).toBe('It is enough for $400.');
});

test('a sum is read as people write it, and what is none is refused', () => {
  expect(['70', ' $1,200 ', '0', '12.5', '12.50'].map(amountOf)).toEqual([70, 1200, 0, 12.5, 12.5]);
  expect(['', '-5', 'a lot', '1e9', '9999999', '12.345', 'NaN'].map(amountOf)).toEqual(
    Array<undefined>(7).fill(undefined),
  );
  fc.assert(
    fc.property(fc.string(), (written) => {
      const sum = amountOf(written);
      expect(sum === undefined || (sum >= 0 && Number.isFinite(sum))).toBe(true);
    }),
  );
});

test('what is kept comes back, and a saved copy gives a goal where there is none', () => {
  const read = (value: unknown) => readKept(savingsDrawer, { version: 1, changed: '', value });
  const goal = { name: 'Bike', amount: 400 };
  expect(read({ ...savings, goal })).toEqual({ value: { ...savings, goal } });
  for (const wrong of [{ weekly: -1 }, { weekly: Number.NaN }, { since: '' }, { goal: { amount: 'x' } }]) {
    expect(read({ ...savings, ...wrong })).toEqual({ trouble: 'not-ours' });
  }
  expect(savingsDrawer.inWords({ ...savings, goal })).toEqual([
    'What I keep since November 1, 2026, at $70 a week.',
    'For: Bike, $400.',
  ]);
  expect(savingsDrawer.merge?.(savings, { ...savings, weekly: 5, goal })).toEqual({ ...savings, goal });
});
