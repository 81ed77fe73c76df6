import { expect, test } from 'vitest';
import { Figures, growth, keeps, median } from '../bench/figures.ts';
import { table } from '../bench/table.ts';

const press = { name: 'press', unit: 'ms', limit: { kind: 'most', value: { 1000: 50 } } } as const;

function figures(...values: [meetings: number, runs: number[]][]) {
  const collected = new Figures();
  for (const [meetings, runs] of values) collected.add(press, meetings, runs);
  const [only] = collected.all;
  if (only === undefined) throw new Error('no figure');
  return only;
}

test('a figure is the median of its runs', () => {
  expect(median([9, 1, 2])).toBe(2);
  expect(median([4, 2])).toBe(3);
});

test('growth is the exponent: what takes ten times as long for ten times as many grows as n', () => {
  expect(growth(figures([1000, [5]], [10_000, [50]]))).toBeCloseTo(1);
  expect(growth(figures([1000, [5]], [10_000, [5]]))).toBeCloseTo(0);
  expect(growth(figures([1000, [5]]))).toBeNull();
});

test('a limit holds at its size and nowhere else', () => {
  expect(keeps(figures([1000, [50]]), 1000, 50)).toBe(true);
  expect(keeps(figures([1000, [51]]), 1000, 51)).toBe(false);
  expect(keeps(figures([2000, [99]]), 2000, 99)).toBeNull();
});

test('the table says beside each figure what it must reach, and – where there is nothing to measure', () => {
  const text = table([figures([1000, [40]], [2000, []])]);
  expect(text).toContain('40 (≤ 50) ok');
  expect(text).toContain('–');
  expect(table([figures([1000, [60]])])).toContain('60 (≤ 50) OVER');
});
