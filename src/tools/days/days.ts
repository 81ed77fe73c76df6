import { array, boolean, maxLength, object, optional, pipe, record, string, type InferOutput } from 'valibot';
import { dayShape } from '#platform/device-day.ts';
import type { Drawer } from '#platform/kept/drawer.ts';
import { inWords, title } from './words.ts';

/** What is kept of a person's days: counters with names of their own, and every date they gave. */

const words = (most: number) => optional(pipe(string(), maxLength(most)), '');

const returnShape = object({
  id: string(),
  day: dayShape,
  /** The last day of it; the same day when it was one. Without it, it has not ended yet. */
  last: optional(dayShape),
  note: words(500),
});

const counterShape = object({
  id: string(),
  name: words(60),
  began: dayShape,
  returns: optional(array(returnShape), []),
  /** What the person wrote at a milestone, by its number of days. */
  lines: optional(record(string(), words(500)), {}),
});

const daysShape = object({
  counters: optional(array(counterShape), []),
  /** Nothing is shown before it is asked for, and the page goes by another name. */
  covered: optional(boolean(), false),
});

export type Return = InferOutput<typeof returnShape>;
export type Counter = InferOutput<typeof counterShape>;
export type Days = InferOutput<typeof daysShape>;

export const noDays: Days = { counters: [], covered: false };

/** A list with the item in the place of the one of its id, or at the end. */
export const withItem = <Item extends { id: string }>(list: Item[], item: Item): Item[] =>
  list.some(({ id }) => id === item.id)
    ? list.map((one) => (one.id === item.id ? item : one))
    : [...list, item];

/** Both lists; of two items with one id, the first list's. */
const both = <Item extends { id: string }>(here: Item[], saved: Item[]): Item[] => [
  ...here,
  ...saved.filter(({ id }) => !here.some((one) => one.id === id)),
];

export function mergeDays(here: Days, saved: Days): Days {
  const counters = here.counters.map((counter) => {
    const other = saved.counters.find(({ id }) => id === counter.id);
    if (!other) return counter;
    const kept = Object.entries(counter.lines).filter(([, line]) => line !== '');
    return {
      ...counter,
      returns: both(counter.returns, other.returns),
      lines: { ...other.lines, ...Object.fromEntries(kept) },
    };
  });
  return { counters: both(counters, saved.counters), covered: here.covered || saved.covered };
}

export const daysDrawer: Drawer<Days> = {
  name: 'days',
  title,
  page: '/tools/days/',
  version: 1,
  shape: daysShape,
  inWords,
  merge: mergeDays,
};
