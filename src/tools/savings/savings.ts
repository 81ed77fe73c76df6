import * as v from 'valibot';
import { dayShape, daysBetween } from '#platform/device-day.ts';
import type { Drawer } from '#platform/kept/drawer.ts';
import { inWords, title } from './words.ts';

/** What used to be spent in a week, since when it is kept, and what it could be for. */

const amount = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1_000_000));

const savingsShape = v.object({
  weekly: amount,
  since: dayShape,
  goal: v.optional(v.object({ name: v.optional(v.pipe(v.string(), v.maxLength(60)), ''), amount })),
  /** The numbers show only once they are asked for. */
  covered: v.optional(v.boolean(), false),
});

export type Savings = v.InferOutput<typeof savingsShape>;

/** Whole weeks and the days of the one that runs; never below nothing. */
export const keptBy = ({ weekly, since }: Pick<Savings, 'weekly' | 'since'>, today: string): number =>
  (weekly * Math.max(0, daysBetween(since, today))) / 7;

export type WayToGoal = 'begun' | 'quarter' | 'third' | 'half' | 'two-thirds' | 'most' | 'there';

/** How far it is, as somebody would say it. A goal that costs nothing is reached. */
export function wayTo(goal: number, kept: number): WayToGoal {
  const part = goal === 0 ? 1 : kept / goal;
  if (part >= 1) return 'there';
  if (part >= 0.8) return 'most';
  if (part >= 0.62) return 'two-thirds';
  if (part >= 0.45) return 'half';
  if (part >= 0.3) return 'third';
  return part >= 0.2 ? 'quarter' : 'begun';
}

/** A sum as people type it: with a sign, spaces, commas, one of them before cents. Undefined when it is none. */
export function amountOf(written: string): number | undefined {
  const plain = written
    .trim()
    .replace(/,(?=\d{1,2}$)/, '.')
    .replace(/[\s,$]/g, '');
  if (!/^\d{1,7}(\.\d{1,2})?$/.test(plain)) return undefined;
  const value = Number(plain);
  return v.is(amount, value) ? value : undefined;
}

export const savingsDrawer: Drawer<Savings> = {
  name: 'savings',
  title,
  page: '/tools/savings/',
  version: 1,
  shape: savingsShape,
  inWords,
  // a page has one sum: what is here stays, and takes the goal it has none of
  merge: (here, saved) => (here.goal || !saved.goal ? here : { ...here, goal: saved.goal }),
};
